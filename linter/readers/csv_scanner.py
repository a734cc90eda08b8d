"""CSV text to cells with their places, which `csv` does not give; RFC 4180, a quote only counts at a cell's start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.readers.traces import Trace, Weaver, straight
from phrasebook.places import Span


@dataclass(frozen=True, slots=True)
class Field:
    """A cell; `span` is its stretch of the file with the quotes, `is_open` when the quote never ends."""

    value: str
    span: Span
    is_quoted: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A record; `number` counts records from 1, as a spreadsheet shows them."""

    number: int
    fields: tuple[Field, ...]

    @property
    def is_blank(self) -> bool:
        return not any(field.value.strip() for field in self.fields)


def scan_csv(text: str, delimiter: str) -> Iterator[Row]:
    bare = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    number, at = 0, 0
    while at < len(text):
        number += 1
        fields: list[Field] = []
        while True:
            field = _field(text, at, bare)
            fields.append(field)
            at = field.span.end
            if not text.startswith(delimiter, at):
                break
            at += len(delimiter)
        yield Row(number, tuple(fields))
        at += 2 if text.startswith("\r\n", at) else 1


def _field(text: str, at: int, bare: re.Pattern[str]) -> Field:
    if text.startswith('"', at):
        return _quoted(text, at, bare)
    match = bare.match(text, at)
    end = match.end() if match else at
    return Field(text[at:end], Span(at, end))


_QUOTED = re.compile(r'"(?:[^"]++|"")*+("?)')


def _quoted(text: str, at: int, bare: re.Pattern[str]) -> Field:
    match = _QUOTED.match(text, at)
    inside = match.group() if match else ""
    is_open = bool(match) and not match.group(1) if match else True
    value = (inside[1:] if is_open else inside[1:-1]).replace('""', '"')
    end = at + len(inside)
    tail = bare.match(text, end)  # what stands after the closing quote belongs to the cell, as csv reads it
    rest = tail.group() if tail else ""
    return Field(value + rest, Span(at, end + len(rest)), True, is_open)


def trace_of_field(text: str, field: Field) -> Trace:
    if not field.is_quoted:
        return straight(field.span.start, len(field.span))
    weaver, at = Weaver(), field.span.start + 1
    while at < field.span.end:
        quote = text.find('"', at, field.span.end)
        end = quote if quote >= 0 else field.span.end
        weaver.add(text[at:end], at, end)
        if quote < 0:
            break
        if text.startswith('""', quote) and quote + 1 < field.span.end:
            weaver.add('"', quote, quote + 2)
            at = quote + 2
            continue
        weaver.add(text[quote + 1 : field.span.end], quote + 1, field.span.end)
        break
    return weaver.trace


def quote_words(words: str, field: Field, delimiter: str) -> str | None:
    """Words as a piece of the cell; None where a cell without quotes would need them."""
    if field.is_quoted:
        return words.replace('"', '""')
    return None if any(sign in words for sign in (delimiter, '"', "\r", "\n")) else words


def encode_field(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
