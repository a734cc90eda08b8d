"""One spelling for every way to type a thing, and the way back: the only owner of that conversion.

The plain view keeps the length: traditional to simplified, full width to half, capitals to small, 您 to 你.
The skeleton is what a phrase is searched in: noise, fillers and doubled characters gone, every Chinese
character replaced by the code point of its sound, so that a homophone or an inserted 真的 changes nothing.
Text and phrases go through the same conversion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from linter.fillers import FILLERS, LONG_FILLER
from linter.sounds import codes

SIMPLIFIED = Path(__file__).with_name("tables") / "simplified.txt"
SPECIAL = {
    "您": "你",
    "妳": "你",
    "伱": "你",
    "莪": "我",
    "裏": "里",
    "祇": "只",
    "嚒": "么",
    "沒": "没",
    "説": "说",
    "麽": "么",
}
READ_AFTER_NOT = (
    (re.compile(r"(?<=不)(\W*)[了瞭](?!解)"), r"\1料"),
    (re.compile(r"(?<=不)(\W*)[着著]"), r"\1找"),
)
LAST = re.compile("把(?=[，,。.！!？?；;、~～…\n]|$)")  # nothing follows that could be taken: 吧 is meant
DOUBLED = re.compile(r"(.)\1+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """`codes[i]` stands for the character `text[places[i]]`, which reads `plain[i]`; `spelled` is all of the text."""

    codes: str
    plain: str
    places: tuple[int, ...]
    spelled: str


@lru_cache(maxsize=4)  # asked for once for every hit in a text
def plain(text: str) -> str:
    """The text in one spelling, character for character."""
    return LAST.sub("吧", text).translate(_PLAIN)


@cache
def _simplified() -> dict[int, str]:
    rows = SIMPLIFIED.read_text("utf-8").splitlines()
    return {ord(row[0]): row[1] for row in rows}


class _Plain(dict[int, str]):
    """A table for str.translate that learns the character it has not met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if 0xFF01 <= code <= 0xFF5E:
            character = chr(code - 0xFEE0)
        elif code == 0x3000:
            character = " "
        character = SPECIAL.get(character) or _simplified().get(ord(character), character)
        lowered = character.lower()
        self[code] = lowered if len(lowered) == 1 else character
        return self[code]


_PLAIN = _Plain()


def letters_of(phrases: Iterable[str]) -> str:
    """The Latin letters that phrases have, small ones."""
    return "".join(sorted({c for phrase in phrases for c in plain(phrase) if c.isascii() and c.isalpha()}))


class Skeletons:
    """Makes skeletons. A Latin letter is noise (我a不b知道) unless it is one of `letters`."""

    def __init__(self, letters: Iterable[str] = ()) -> None:
        self._table = _Codes(frozenset(letters))

    def codes(self, text: str) -> str:
        """The skeleton's codes alone: all that most texts ever need."""
        return LONG_FILLER.sub("", _read(DOUBLED.sub(r"\1", text))).translate(self._table)

    def sounds(self, text: str) -> str:
        """The codes of a text character by character, none for noise and fillers."""
        return text.translate(self._table)

    def of(self, text: str) -> Skeleton:
        """The skeleton with the way back to the text."""
        once = [k for k, c in enumerate(text) if text[k - 1 : k] != c]
        read = _read("".join([text[k] for k in once]))
        gone = {k for filler in LONG_FILLER.finditer(read) for k in range(*filler.span())}
        kept = [k for k, c in enumerate(read) if k not in gone and self._table[ord(c)]]
        return Skeleton(
            "".join([self._table[ord(read[k])] for k in kept]),
            "".join([_PLAIN[ord(read[k])] for k in kept]),
            tuple([once[k] for k in kept]),
            plain(text),
        )


def _read(text: str) -> str:
    """The text with 了 and 着 as they are read, and mean, after 不: 做不了, 管不着; and with 吧 for a last 把."""
    text = LAST.sub("吧", text)
    for written, sounding in READ_AFTER_NOT:
        text = written.sub(sounding, text)
    return text


class _Codes(dict[int, str]):
    """Character to its code in the skeleton; empty for noise and fillers."""

    def __init__(self, letters: frozenset[str]) -> None:
        self._letters = letters

    def __missing__(self, code: int) -> str:
        character = _PLAIN[code]
        self[code] = "" if self._noise(character) else codes().get(character, character)
        return self[code]

    def _noise(self, character: str) -> bool:
        if character.isascii() and character.isalpha():
            return character not in self._letters
        return character in FILLERS or not character.isalnum()
