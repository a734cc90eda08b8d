"""Does a form fit these clauses? A search over the form's elements that asks the slots what they accept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.rewording.lists import WordLists
from linter.rewording.slots import SLOTS
from linter.rewording.wording import words_of
from phrasebook.notation import Blank, Element, Listed, Literal, Maybe

# jieba takes 没收|到 for 没|收到, 不交|钱 for 不|交钱, 把门 for 把|门; these are words here whatever follows …
TORN = "没不别得要先就才把前再"
# … but not in these.
WHOLE = frozenset(
    "把控 把握 把手 把关 把柄 把戏 把脉 别处 别人 别的 别墅 别家 别名 别样 别致 别扭 没关系 没事 没问题"
    " 要么 要求 要是 要紧 要不 要点 要素 先生 先后 先前 先进 不过 不同 不如 不错 不论 不仅 不但 不满 不够 不断"
    " 前台 前往 前面 前天 前期 前提 前后 前者 前年 前列 前方 前端 前途 再次 再说 再见 再三 再度 再者 再生".split()
)
# 闻得到, 来得及: no order.
POSSIBLE = re.compile(
    "[看听闻找做想说买吃受用拿抓跑走修赶来打记收等]得(?:到|见|清|好|了|出|起|上|下|完|动|着|住|开|懂|过|及)"
)
WHETHER = frozenset("要不要 能不能 会不会 是不是 该不该".split())
Captured = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """What each slot and list of a form stands for in the draft."""

    captured: Mapping[str, str]


def fit(elements: tuple[Element, ...], text: str, words: WordLists) -> Fit | None:
    """The first way the form fits the whole text, the shortest slots first."""
    for end, captured in _Search(text, words).walk(elements, 0, (), after_word=False):
        if end == len(text):
            return Fit(dict(captured))
    return None


@dataclass(frozen=True, slots=True)
class _Search:
    text: str
    words: WordLists

    def walk(
        self, elements: tuple[Element, ...], start: int, captured: Captured, *, after_word: bool
    ) -> Iterator[tuple[int, Captured]]:
        """Where the elements may end and what they took; `after_word` when a listed word of some length ends here."""
        if not elements:
            yield start, captured
            return
        first, rest = elements[0], elements[1:]
        if isinstance(first, Maybe):
            yield from self.walk(first.elements + rest, start, captured, after_word=after_word)
            yield from self.walk(rest, start, captured, after_word=after_word)
            return
        for end, more in self._one(first, rest, start, after_word):
            long_word = not isinstance(first, Blank) and end - start > 1
            yield from self.walk(rest, end, captured + more, after_word=long_word)

    def _one(
        self, element: Literal | Listed | Blank, rest: tuple[Element, ...], start: int, after_word: bool
    ) -> Iterator[tuple[int, Captured]]:
        match element:
            case Literal(wanted):
                if self.text.startswith(wanted, start):
                    yield start + len(wanted), ()
            case Listed(name):
                unlikely = POSSIBLE.match(self.text, max(0, start - 1)) or self._asks_whether(start)
                for word in self.words[name] if not unlikely else ():
                    if self.text.startswith(word, start) and (len(word) > 1 or _is_token(self.text, start)):
                        yield start + len(word), ((name, word),)
            case Blank():
                for end, before_word in self._ends(rest, start):
                    if self._may_stand(element, start, end, after_word, before_word):
                        yield end, ((element.label, self.text[start:end]),)

    def _asks_whether(self, place: int) -> bool:
        """Whether 不 stands between two same words there: 要不要, 能不能."""
        return place > 0 and self.text[place - 1 : place + 2] in WHETHER

    def _ends(self, rest: tuple[Element, ...], start: int) -> Iterator[tuple[int, bool]]:
        """Where a slot may end given what must come next, and whether that is a listed word of some length."""
        following = rest[0] if rest else None
        if following is None:
            yield len(self.text), True
        elif isinstance(following, Literal):
            for found in re.finditer(re.escape(following.text), self.text):
                if found.start() >= start:
                    yield found.start(), len(following.text) > 1
        elif isinstance(following, Listed):
            members = self.words[following.name]
            for place in range(start, len(self.text)):
                if self.text.startswith(members, place):
                    longest = next(word for word in members if self.text.startswith(word, place))
                    yield place, len(longest) > 1
        else:
            last = self._last_start(rest[1:])
            edges = _edges(self.text)
            yield from (
                (place, False) for place in range(start, last + 1) if place == start or place in edges
            )

    def _last_start(self, rest: tuple[Element, ...]) -> int:
        """The last place where what must come after the next element can begin; -1 where it isn't said."""
        following = rest[0] if rest else None
        if isinstance(following, Literal):
            return self.text.rfind(following.text)
        if isinstance(following, Listed):
            return max((self.text.rfind(word) for word in self.words[following.name]), default=-1)
        return len(self.text)

    def _may_stand(self, blank: Blank, start: int, end: int, after_word: bool, before_word: bool) -> bool:
        edges = _edges(self.text)
        at_borders = (after_word or start in edges) and (before_word or end in edges)
        taken = self.text[start:end]
        if taken and not at_borders:
            return False
        return self._suits(blank, taken) and _accepts(blank.kind, taken, self.words)

    def _suits(self, blank: Blank, taken: str) -> bool:
        """Whether it holds, lacks and begins with words of the lists the form names."""
        return (
            all(self.words.any_in(name, taken) for name in blank.having)
            and not any(self.words.any_in(name, taken) for name in blank.lacking)
            and all(_begins(taken, self.words[name]) for name in blank.opening)
        )


@lru_cache(maxsize=2048)  # dozens of forms begin alike and ask the same of the same words
def _accepts(kind: str, taken: str, words: WordLists) -> bool:
    return SLOTS[kind].accepts(taken, words)


def _begins(text: str, members: tuple[str, ...]) -> bool:
    """With one of these words: 把门打开 with 把, 把控 not."""
    return any(text.startswith(word) and len(word) in _edges(text) for word in members)


def _is_token(text: str, place: int) -> bool:
    edges = _edges(text)
    return (place in edges and place + 1 in edges) or text[place - 1 : place] in ("这", "那")


@lru_cache(maxsize=512)
def _edges(text: str) -> frozenset[int]:
    """Where words begin and end."""
    places, place = {0}, 0
    for word in words_of(text):
        if word[0] in TORN and word not in WHOLE:
            places.add(place + 1)
        place += len(word)
        places.add(place)
    return frozenset(places)
