"""How lines are drawn for people: display width, carets, colour, and no control character from a file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from phrasebook.model import Severity
from phrasebook.wording import visible

SEVERITY_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
_BLANKS = {ord("\t"): "  ", 0xA0: " "}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}


@dataclass(frozen=True, slots=True)
class Look:
    """`width` is the terminal's, in cells."""

    colour: bool = False
    width: int = 100
    statistics: bool = False

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def severity(self, severity: Severity) -> str:
        return self.paint(SEVERITY_NAMES[severity], f"1;{_COLOURS[severity]}")

    def mark(self, text: str, severity: Severity) -> str:
        return self.paint(text, _COLOURS[severity])


def harmless(text: str) -> str:
    """Text from a file on one line: nothing in it moves the cursor, changes colours or turns the reading order."""
    return visible(text.translate(_BLANKS))


def cells(text: str) -> int:
    """How wide a terminal draws the text; a Chinese character takes two cells."""
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line with a stretch to underline: `before` and `marked` of it, and what follows."""

    before: str
    marked: str
    after: str

    @property
    def carets(self) -> str:
        return " " * cells(self.before) + "^" * max(1, cells(self.marked))


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """The line cut to `width` cells around the stretch, so that the stretch is seen as far as it fits."""
    end = min(max(end, start), len(line))
    before, marked, after = (harmless(part) for part in (line[:start], line[start:end], line[end:]))
    marked = _head(marked, width)
    room = max(0, width - cells(marked))
    before = _tail(before, max(room // 2, room - cells(after)))
    return Excerpt(before, marked, _head(after, room - cells(before)))


def _head(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    kept, used = "", 1
    for character in text:
        used += _cells_of(character)
        if used > width:
            break
        kept += character
    return kept + "…" if width > 0 else ""


def _tail(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    kept, used = "", 1
    for character in reversed(text):
        used += _cells_of(character)
        if used > width:
            break
        kept = character + kept
    return "…" + kept if width > 0 else ""
