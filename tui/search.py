"""Finding a phrase by Chinese, by pinyin or by the initials of its pinyin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from linter import sounds

_SEPARATORS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Words:
    """A text to be searched; `text` counts for more than `about`, what else it may be found by."""

    text: str
    about: str = ""

    @cached_property
    def plain(self) -> str:
        return _plain(self.text)

    @cached_property
    def plain_about(self) -> str:
        return _plain(self.about)

    @cached_property
    def syllables(self) -> tuple[str, ...]:
        return _syllables(self.plain)

    @cached_property
    def syllables_about(self) -> tuple[str, ...]:
        return _syllables(self.plain_about)


def best(query: str, candidates: Sequence[Words]) -> list[int]:
    """The numbers of the candidates that hold every word of the query, best first, else in their order."""
    parts = [part for word in query.split() if (part := _plain(word))]
    scored = [
        (min((_score(part, one) for part in parts), default=1), number)
        for number, one in enumerate(candidates)
    ]
    return [number for score, number in sorted(scored, key=lambda pair: (-pair[0], pair[1])) if score]


def _score(part: str, words: Words) -> int:
    """5 begins so, 4 holds it, 3 sounds so from the start, 2 sounds so, 1 found by what it is about, 0 not found."""
    if part in words.plain:
        return 5 if words.plain.startswith(part) else 4
    if part in words.plain_about:
        return 1
    if not part.isascii():
        return 0
    starts = _sounding(part, words.syllables)
    if starts is not None:
        return 3 if starts == 0 else 2
    return int(_sounding(part, words.syllables_about) is not None)


def _sounding(part: str, syllables: tuple[str, ...]) -> int | None:
    """Where syllables follow each other of which each gives the next letters of the part: all, or its first few."""
    return next((start for start in range(len(syllables)) if _spells(part, syllables, start)), None)


def _spells(part: str, syllables: tuple[str, ...], at: int) -> bool:
    if not part:
        return True
    if at == len(syllables) or syllables[at][:1] != part[0]:
        return False
    syllable = syllables[at]
    return any(
        part[:length] == syllable[:length] and _spells(part[length:], syllables, at + 1)
        for length in range(min(len(syllable), len(part)), 0, -1)
    )


def _plain(text: str) -> str:
    return _SEPARATORS.sub("", text).lower()


def _syllables(text: str) -> tuple[str, ...]:
    return tuple(sounds.syllable(character) or character for character in text)
