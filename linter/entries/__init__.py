"""What reporters get: findings as flat data with their place in the file, fit to cross processes."""

from __future__ import annotations

from dataclasses import dataclass

from linter.readers.replies import Address
from phrasebook.model import Severity


@dataclass(frozen=True, slots=True)
class Proposal:
    """Replace characters `start:end` of the reply by `text`; `is_safe` to apply unseen."""

    start: int
    end: int
    text: str
    is_safe: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the raw file; `column` counts characters, `byte_column` the bytes of UTF-8, both from 1."""

    line: int
    column: int
    byte_column: int


@dataclass(frozen=True, slots=True)
class Patch:
    """The first suggestion as a change of the raw file; escapes and entities are written as the file has them."""

    start: Point
    end: Point
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in a file. `line` to `end_column` are the raw file's, `start` and `end` the reply's.

    In a spreadsheet line and column are the cell's. `excerpt` is the line of the reply that holds the
    finding, `offset` where in it the finding begins. `fingerprint` is the same as long as file, rule and
    line of the reply are, wherever in the file they move.
    """

    path: str
    id: str | int | None
    address: Address
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str
    rule: str
    title: str
    scenario: str
    severity: Severity
    phrase: str
    match: str
    why: str
    suggestions: tuple[Proposal, ...]
    source: str
    excerpt: str
    offset: int
    fingerprint: str
    is_of_file: bool = False  # its reply is a whole file
    byte_column: int = 1  # column and end column again, in bytes of UTF-8
    end_byte_column: int = 1
    patch: Patch | None = None  # None where the file can't be changed there


def fingerprint(name: str, rule: str, text: str, excerpt: str) -> str:
    from hashlib import sha256  # a clean file needs none

    return sha256("\0".join((name, rule, text, excerpt.strip())).encode(errors="surrogatepass")).hexdigest()[
        :32
    ]
