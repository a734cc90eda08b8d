"""CSV and TSV: a reply a row, in the columns whose header says so, with row and column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.readers.choices import Choices
from linter.readers.columns import Columns, columns_of, no_column
from linter.readers.csv_scanner import Field, Row, encode_field, quote_words, scan_csv, trace_of_field
from linter.readers.documents import Document
from linter.readers.replies import Cell, Layer, Literal, Reply
from linter.readers.values import Markup, said_by
from phrasebook.problems import Problem

_DELIMITERS = (",", "\t", ";")


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    delimiter = _delimiter(document)
    rows = (row for row in scan_csv(document.text, delimiter) if not row.is_blank)
    header = next(rows, None)
    if header is None:
        return
    names = tuple(field.value for field in header.fields)
    columns = columns_of(names, choices.fields)
    if columns is None:
        yield document.problem(header.fields[0].span.start, no_column(names, choices.fields))
        return
    for row in rows:
        yield from _faults(document, row, columns)
        yield from _replies(document, row, columns, choices, delimiter)


def _delimiter(document: Document) -> str:
    """What stands most often in the header, outside quotes; a .tsv file has tabs."""
    if document.path.lower().endswith((".tsv", ".tab")):
        return "\t"
    counts = {}
    for delimiter in _DELIMITERS:
        first = next(scan_csv(document.text, delimiter), None)
        counts[delimiter] = len(first.fields) if first else 0
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])


def _faults(document: Document, row: Row, columns: Columns) -> Iterator[Problem]:
    """What shows that cells were cut apart or run together, so that some reply was not read as it is."""
    last, width = row.fields[-1], len(columns.names)
    if last.is_open:
        yield document.problem(last.span.start, "这里的引号没有结束，后面的内容没有分清；文件可能被截断")
    if any(field.value.strip() for field in row.fields[width:]):
        message = f"第 {row.number} 行有 {len(row.fields)} 列，表头只有 {width} 列：话术里有逗号时要加引号"
        yield document.problem(row.fields[width].span.start, message)


def _replies(
    document: Document, row: Row, columns: Columns, choices: Choices, delimiter: str
) -> Iterator[Reply | Problem]:
    role = _value(row, columns.role)
    if not choices.is_agent(role):
        return
    for at in columns.replies:
        if not _value(row, at):
            continue
        reply = Reply(
            row.fields[at].value,
            document,
            (_layer(document.text, row.fields[at], delimiter),),
            id=_value(row, columns.id) or None,
            role=role,
            address=Cell(row.number, at + 1, columns.names[at]),
            is_sent=bool(role) or columns.are_sent_as_is,
        )
        yield from said_by(reply, Markup.AUTO)


def _value(row: Row, at: int) -> str:
    return row.fields[at].value.strip() if 0 <= at < len(row.fields) else ""


def _layer(text: str, field: Field, delimiter: str) -> Layer:
    return Layer(
        field.value,
        cache(lambda: trace_of_field(text, field)),
        lambda words: quote_words(words, field, delimiter),
        Literal(field.span, encode_field),
    )
