"""A reply as a reader hands it on: what the agent says, whose it is, and the way back to the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from linter.finding import Place
from linter.readers.documents import Document
from linter.readers.traces import Trace
from phrasebook.places import Location, Span
from phrasebook.problems import Problem


@dataclass(frozen=True, slots=True)
class Pointer:
    """A value's place in JSON or YAML, as RFC 6901 writes it."""

    path: str

    def __str__(self) -> str:
        return self.path or "/"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; rows count from 1 and include the header, as spreadsheets show them."""

    row: int
    column: int
    header: str
    sheet: str = ""

    @property
    def name(self) -> str:
        """The cell as spreadsheets name it: B3, 话术!B3."""
        letters, column = "", self.column
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{self.sheet}!{letters}{self.row}" if self.sheet else f"{letters}{self.row}"

    def __str__(self) -> str:
        return f"{self.name}({self.header})" if self.header else self.name


Address = Pointer | Cell | None


def as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Literal:
    """The whole stretch of a value with its quotes, and how to write a new value in its place."""

    span: Span
    encode: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Layer:
    """One step down from a text to what it is written in: HTML to the cell, the cell to the CSV file.

    `trace` is called only for replies with findings. `quote` writes a piece of text for this place, or
    returns None where that can't be done; then the value is written anew through `literal`, if there is one.
    """

    text: str
    trace: Callable[[], Trace]
    quote: Callable[[str], str | None] = as_it_is
    literal: Literal | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What one agent says at once. `hidden` is markup nobody sees; `opaque` is seen but no prose (code)."""

    text: str
    document: Document
    layers: tuple[Layer, ...]
    id: str | int | None = None
    role: str = ""
    address: Address = None
    hidden: tuple[Span, ...] = ()
    opaque: tuple[Span, ...] = ()
    is_sent: bool = False  # as it is: nothing fills its blanks any more
    is_file: bool = False  # the reply is the whole file, so lines matter more than the reply

    def raw(self, span: Span) -> Span:
        """The stretch of the file's text that a stretch of the reply stands for."""
        for layer in self.layers:
            span = layer.trace().raw(span)
        return span

    def places(self, span: Span) -> tuple[Place, Place]:
        """Where a stretch begins and ends for people; in a spreadsheet, row and column of the cell."""
        if isinstance(self.address, Cell) and self.address.sheet:
            at = Place(self.address.row, self.address.column)
            return at, at
        raw = self.raw(span)
        return self.document.place(raw.start), self.document.place(raw.end)

    def problem(self, offset: int, message: str) -> Problem:
        """A problem with the character at an offset of the reply."""
        at, _ = self.places(Span(offset, offset))
        return Problem(Location(self.document.path, at.line, at.column), message)
