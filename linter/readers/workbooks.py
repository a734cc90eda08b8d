"""XLSX: a reply a cell, in the columns whose header says so; places are sheet and cell.

openpyxl in its read-only mode, an optional extra. What unpacks to far more than it is, is refused first.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.readers.choices import Choices
from linter.readers.columns import Columns, columns_of, no_column
from linter.readers.documents import Document
from linter.readers.replies import Cell, Reply
from linter.readers.values import Markup, said_by
from phrasebook.places import Location
from phrasebook.problems import Problem

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_BYTES = 256 * 1024 * 1024  # unpacked, all parts together
MOST_PARTS = 5_000
MOST_TIMES = 300  # a part may unpack to so many times its size; spreadsheets reach about 40
_HEADER_ROWS = 10  # titles and notes above the header
_MISSING = "读 XLSX 需要 openpyxl：pip install 'huashu[xlsx]'"


def read(path: str, data: bytes, choices: Choices) -> Iterator[Reply | Problem]:
    start = Location(path)
    reason = _refusal(data)
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
        yield from _sheets(path, book.worksheets, choices)
    except Exception as error:  # openpyxl raises whatever its XML and zip layers raise on a damaged file
        yield Problem(start, f"XLSX 已损坏或被截断，没有检查完（{type(error).__name__}）")


def _refusal(data: bytes) -> str:
    """Why a file is not even opened; empty where it may be."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError):
        return "不是完整的 XLSX 文件（可能被截断，或是旧版 .xls 改了扩展名），没有检查"
    if any(part.flag_bits & 1 for part in parts):
        return "XLSX 有密码，没有检查"
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        return f"XLSX 解开后超过 {MOST_BYTES // 2**20} MB 或 {MOST_PARTS} 个部分，不予读取"
    if any(part.file_size > MOST_TIMES * max(part.compress_size, 1000) for part in parts):
        return f"XLSX 的压缩比超过 {MOST_TIMES} 倍，像是压缩炸弹，不予读取"
    return ""


def _sheets(path: str, sheets: list[ReadOnlyWorksheet], choices: Choices) -> Iterator[Reply | Problem]:
    headers: list[tuple[str, ...]] = []
    found = False
    for sheet in sheets:
        sheet.reset_dimensions()  # some programs write a size that hides the last rows
        header = _Header(choices)
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if header.columns is None:
                header.look_at(row, number)
            else:
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
