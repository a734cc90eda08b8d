"""XLSX: a reply a cell, in the columns whose header says so; places are sheet and cell.

openpyxl in its read-only mode, an optional extra. What unpacks to far more than it is, is refused first.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from linter.readers.choices import Choices
from linter.readers.columns import Columns, columns_of, no_column
from linter.readers.documents import Document
from linter.readers.packages import has_formulas, refusal
from linter.readers.replies import Cell, Reply
from linter.readers.values import Markup, said_by
from phrasebook.places import Location
from phrasebook.problems import Problem

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_HEADER_ROWS = 10  # titles and notes above the header
_MISSING = "读 XLSX 需要 openpyxl：pip install 'huashu[xlsx]'"


def read(path: str, data: bytes, choices: Choices) -> Iterator[Reply | Problem]:
    start = Location(path)
    reason = refusal(data)
    if reason:
        yield Problem(start, reason)
        return
    try:
        import openpyxl
    except ImportError:
        yield Problem(start, _MISSING)
        return
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True) if has_formulas(data) else None
        yield from _sheets(path, book.worksheets, formulas.worksheets if formulas else None, choices)
    except Exception as error:  # openpyxl raises whatever its XML and zip layers raise on a damaged file
        yield Problem(start, f"XLSX 已损坏或被截断，没有检查完（{type(error).__name__}）")


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[object, ...]]:
    sheet.reset_dimensions()  # some programs write a size that hides the last rows
    yield from sheet.iter_rows(values_only=True)


def _sheets(
    path: str,
    sheets: list[ReadOnlyWorksheet],
    formulas: list[ReadOnlyWorksheet] | None,
    choices: Choices,
) -> Iterator[Reply | Problem]:
    headers: list[tuple[str, ...]] = []
    found = False
    for sheet, written in zip(sheets, formulas or sheets):
        header = _Header(choices)
        rows = zip_longest(_rows(sheet), _rows(written) if formulas else (), fillvalue=())
        for number, (row, source) in enumerate(rows, 1):
            if header.columns is None:
                header.look_at(row, number)
            else:
                yield from _unknown_results(path, str(sheet.title), number, row, source, header.columns)
                yield from _row(path, str(sheet.title), number, row, header.columns, choices)
        found = found or header.columns is not None
        if header.columns is None and header.widest:
            headers.append(header.widest)
            if len(header.widest) > 1 and header.rows > 1:
                yield _unknown(path, str(sheet.title), header, choices)
    if not found and not any(len(header) > 1 for header in headers):
        shown = headers[0] if headers else ()
        yield Problem(
            Location(path), no_column(shown, choices.fields) if shown else "工作簿是空的，没有话术可查"
        )


class _Header:
    """Looks for the header among a sheet's first rows."""

    def __init__(self, choices: Choices) -> None:
        self.columns: Columns | None = None
        self.widest: tuple[str, ...] = ()
        self.row = self.rows = 0
        self._fields = choices.fields

    def look_at(self, row: tuple[object, ...], number: int) -> None:
        names = tuple("" if value is None else str(value) for value in row)
        filled = tuple(filter(str.strip, names))
        if not filled:
            return
        self.rows += 1
        if len(filled) > len(self.widest):
            self.widest, self.row = filled, number
        if self.rows <= _HEADER_ROWS:
            self.columns = columns_of(names, self._fields)


def _unknown(path: str, sheet: str, header: _Header, choices: Choices) -> Problem:
    reason = no_column(header.widest, choices.fields)
    return Problem(Location(path, header.row), f"工作表“{sheet}”：{reason}")


def _unknown_results(
    path: str, sheet: str, number: int, row: tuple[object, ...], source: tuple[object, ...], columns: Columns
) -> Iterator[Problem]:
    """Formulas whose result the file doesn't hold, as programs leave them that don't calculate."""
    for at in columns.replies:
        is_formula = at < len(source) and str(source[at]).startswith("=")
        if is_formula and (at >= len(row) or row[at] is None):
            cell = Cell(number, at + 1, columns.names[at], sheet)
            reason = f"{cell.name} 是公式，文件里没有它的结果，没有检查；请在表格软件里打开再存一次"
            yield Problem(Location(path, number, at + 1), reason)


def _row(
    path: str, sheet: str, number: int, row: tuple[object, ...], columns: Columns, choices: Choices
) -> Iterator[Reply | Problem]:
    role = _text(row, columns.role)
    if not choices.is_agent(role):
        return
    for at in columns.replies:
        value = row[at] if at < len(row) else None
        if isinstance(value, str) and value.strip():
            reply = Reply(
                value,
                Document(path, value),
                (),
                id=_text(row, columns.id) or None,
                role=role,
                address=Cell(number, at + 1, columns.names[at], sheet),
                is_sent=bool(role) or columns.are_sent_as_is,
            )
            yield from said_by(reply, Markup.AUTO)


def _text(row: tuple[object, ...], at: int) -> str:
    value = row[at] if 0 <= at < len(row) else None
    return "" if value is None else str(value).strip()
