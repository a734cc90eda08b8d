"""The draft as it is painted: rows of text with marks, selection and cursor, each painted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.style import Style
from textual.strip import Strip
from textual.widgets.text_area import Location, Selection, WrappedDocument

from phrasebook.places import Span
from tui.widgets.rows import Run, paint

MOST_STRIPS = 2_000
BLANK_CELL = " "


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the draft that is drawn in a look, a component class of the draft."""

    span: Span
    look: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A mark within one line: columns, half-open."""

    start: int
    end: int
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the screen: the characters of a line from `start` on; the `last` of its line ends in a blank cell."""

    line: int
    start: int
    text: str
    last: bool

    def cut(self, stretch: Stretch) -> Stretch | None:
        """The part of a stretch of the line that lies in this row, counted from the row's start."""
        start = max(stretch.start - self.start, 0)
        end = min(stretch.end - self.start, len(self.text) + self.last)
        return Stretch(start, end, stretch.look) if start < end else None


class RowPainter:
    """Keeps the rows of a document and every strip it painted, by what is to be seen in it."""

    def __init__(self, style_of: Callable[[str], Style]) -> None:
        self._style_of = style_of
        self._rows: list[Row] = []
        self._stretches: dict[int, list[Stretch]] = {}
        self._strips: dict[tuple[object, ...], Strip] = {}

    def forget_rows(self) -> None:
        """The text or its width changed."""
        self._rows = []

    def forget_styles(self) -> None:
        self._strips.clear()

    def mark(self, lines: list[str], marks: Iterable[Mark]) -> None:
        self._stretches = _by_line(lines, marks)

    def row(self, document: WrappedDocument, number: int) -> Row | None:
        self._rows = self._rows or list(_rows(document))
        return self._rows[number] if number < len(self._rows) else None

    def paint(
        self, row: Row, selection: Selection, cursor: Location | None, base: Style, width: int
    ) -> Strip:
        stretches = tuple(
            filter(None, map(row.cut, self._looks(row.line, len(row.text) + row.start, selection, cursor)))
        )
        key = (row.text, stretches, base, width)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > MOST_STRIPS:
                self._strips.clear()
            strip = self._strips[key] = self._strip(row.text, stretches, base, width)
        return strip

    def _strip(self, text: str, stretches: tuple[Stretch, ...], base: Style, width: int) -> Strip:
        runs = [Run(one.start, one.end, self._style_of(one.look)) for one in stretches]
        return paint(text.replace("\t", BLANK_CELL) + BLANK_CELL, runs, base, width)

    def _looks(self, line: int, end: int, selection: Selection, cursor: Location | None) -> Iterator[Stretch]:
        yield from self._stretches.get(line, ())
        (first, first_column), (last, last_column) = sorted(selection)
        if first <= line <= last and selection.start != selection.end:
            yield Stretch(
                first_column if line == first else 0,
                last_column if line == last else end + 1,
                "text-area--selection",
            )
        if cursor and cursor[0] == line:
            yield Stretch(cursor[1], cursor[1] + 1, "text-area--cursor")


def _rows(document: WrappedDocument) -> Iterator[Row]:
    for number, line in enumerate(document.document.lines):
        cuts = [0, *document.get_offsets(number), len(line)]
        for start, end in pairwise(cuts):
            yield Row(number, start, line[start:end], start == cuts[-2])


def _by_line(lines: list[str], marks: Iterable[Mark]) -> dict[int, list[Stretch]]:
    """Marks of the whole text as stretches of its lines; a mark over a line end is cut there."""
    found: dict[int, list[Stretch]] = {}
    waiting = sorted(marks, key=lambda mark: mark.span)
    line_start = 0
    for number, line in enumerate(lines):
        line_end = line_start + len(line)
        for mark in waiting:
            if mark.span.start > line_end:
                break
            start, end = max(mark.span.start, line_start), min(mark.span.end, line_end)
            if start < end:
                found.setdefault(number, []).append(Stretch(start - line_start, end - line_start, mark.look))
        waiting = [mark for mark in waiting if mark.span.end > line_end]
        line_start = line_end + 1
    return found
