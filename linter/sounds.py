"""How characters sound: toneless pinyin, and one code point for each sound a Chinese keyboard confuses."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("tables") / "syllables.txt"
FIRST_CODE = 0xE000  # private use: no text holds these, and one character is one sound

# Pairs that speakers of many dialects, and so their keyboards, do not tell apart.
FOLDS = (
    (re.compile("^([zcs])h"), r"\1"),
    (re.compile("^n(?=[aeiouv])"), "l"),
    (re.compile("(?<=[aei])ng$"), "n"),
)


def syllable(character: str) -> str:
    """The toneless pinyin of a simplified character in its most frequent reading, or nothing."""
    return _syllables().get(character, "")


def fold(syllable: str) -> str:
    """The syllable as a careless ear has it: zh as z, n as l, ang as an."""
    for confused, one in FOLDS:
        syllable = confused.sub(one, syllable)
    return syllable


@cache
def codes() -> dict[str, str]:
    """Every character that has a sound, with the code point of its folded syllable."""
    numbers: dict[str, str] = {}
    found: dict[str, str] = {}
    for sound, characters in _rows():
        code = numbers.setdefault(fold(sound), chr(FIRST_CODE + len(numbers)))
        found.update(dict.fromkeys(characters, code))
    return found


@cache
def _syllables() -> dict[str, str]:
    return {character: sound for sound, characters in _rows() for character in characters}


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    rows = (line.split(" ") for line in TABLE.read_text("utf-8").splitlines())
    return tuple((sound, characters) for sound, characters in rows)
