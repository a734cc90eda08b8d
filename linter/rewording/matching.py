"""Does a form fit these clauses? A search over the form's elements that asks the slots what they accept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter import tokens
from linter.rewording.slots import SLOTS
from phrasebook.notation import Blank, Element, Listed, Literal, Maybe

Words = Mapping[str, tuple[str, ...]]
# jieba takes 没收|到 for 没|收到, 不交|钱 for 不|交钱, 把门 for 把|门; these characters are words here whatever follows.
TORN = "没不别得要先就才把"
WHOLE = frozenset("把控 把握 把手 把关 把柄 把戏 把脉 别处 别人 别的 别墅 别家 别名 别样 别致 别扭 别国 没关系 没事 没问题 不过 不同 不如 不错 不论 不仅 不但 不满 不够 不断".split())
Captured = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """What each slot and list of a form stands for in the draft."""

    captured: Mapping[str, str]


def fits(elements: tuple[Element, ...], text: str, words: Words) -> Iterator[Fit]:
    """Every way the form fits the whole text, the shortest slots first."""
    for end, captured in _walk(elements, 0, text, words, ()):
        if end == len(text):
            yield Fit(dict(captured))


def _walk(
    elements: tuple[Element, ...], start: int, text: str, words: Words, captured: Captured
) -> Iterator[tuple[int, Captured]]:
    if not elements:
        yield start, captured
        return
    first, rest = elements[0], elements[1:]
    if isinstance(first, Maybe):
        yield from _walk(first.elements + rest, start, text, words, captured)
        yield from _walk(rest, start, text, words, captured)
        return
    for end, more in _one(first, rest, start, text, words):
        yield from _walk(rest, end, text, words, captured + more)


def _one(
    element: Literal | Listed | Blank, rest: tuple[Element, ...], start: int, text: str, words: Words
) -> Iterator[tuple[int, Captured]]:
    match element:
        case Literal(wanted):
            if text.startswith(wanted, start):
                yield start + len(wanted), ()
        case Listed(name):
            for word in _in_list(words[name], text, start):
                yield start + len(word), ((name, word),)
        case Blank():
            for end in _ends(rest, start, text, words):
                if _accepts(element, text[start:end], words) and _at_borders(text, start, end):
                    yield end, ((element.label, text[start:end]),)


def _in_list(members: tuple[str, ...], text: str, start: int) -> Iterator[str]:
    """The members that stand here, longest first; a single character must be a word by itself."""
    for word in sorted(members, key=len, reverse=True):
        if text.startswith(word, start) and (len(word) > 1 or _is_token(text, start)):
            yield word


def _ends(rest: tuple[Element, ...], start: int, text: str, words: Words) -> Iterator[int]:
    """Where a slot may end, given what must come next."""
    following = rest[0] if rest else None
    if following is None:
        yield len(text)
    elif isinstance(following, Literal):
        yield from (
            found.start() for found in re.finditer(re.escape(following.text), text) if found.start() >= start
        )
    elif isinstance(following, Listed):
        yield from _starts(words[following.name], text, start)
    else:
        yield from range(start, len(text) + 1)


def _starts(members: tuple[str, ...], text: str, start: int) -> Iterator[int]:
    for place in range(start, len(text)):
        if any(text.startswith(word, place) for word in members):
            yield place


def _accepts(blank: Blank, text: str, words: Words) -> bool:
    if not all(_holds(text, words[name]) for name in blank.having):
        return False
    if any(_holds(text, words[name]) for name in blank.lacking):
        return False
    if not all(_begins(text, words[name]) for name in blank.opening):
        return False
    return SLOTS[blank.kind].accepts(text, words)


def _holds(text: str, members: tuple[str, ...]) -> bool:
    return any(word in text for word in members)


def _begins(text: str, members: tuple[str, ...]) -> bool:
    """With one of these words: 把门打开 with 把, 把控 not."""
    return any(text.startswith(word) and len(word) in _edges(text) for word in members)


def _at_borders(text: str, start: int, end: int) -> bool:
    edges = _edges(text)
    return start == end or (start in edges and end in edges)


def _is_token(text: str, place: int) -> bool:
    edges = _edges(text)
    return (place in edges and place + 1 in edges) or text[place - 1 : place] in ("这", "那")


@lru_cache(maxsize=512)
def _edges(text: str) -> frozenset[int]:
    """Where words begin and end."""
    places, place = {0}, 0
    for word in tokens.words(text):
        if word[0] in TORN and word not in WHOLE:
            places.add(place + 1)
        place += len(word)
        places.add(place)
    return frozenset(places)
