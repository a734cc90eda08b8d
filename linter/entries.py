"""What reporters get: findings as flat data with their place in the file, fit to cross processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from linter.readers.replies import Address
from phrasebook.model import Severity
from phrasebook.problems import Problem


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
    return sha256("\0".join((name, rule, text, excerpt.strip())).encode(errors="surrogatepass")).hexdigest()[
        :32
    ]


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a file, or of a piece of a large one."""

    path: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    replies: int = 0
    allowed: int = 0
    is_last: bool = True  # of its file


@dataclass(slots=True)
class Summary:
    """Counts of a run; `allowed` and `known` findings (suppressed, in the baseline) are not in the others."""

    files: int = 0
    replies: int = 0
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    problems: int = 0
    allowed: int = 0
    known: int = 0
    rules: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def count(self, entry: Entry) -> None:
        if entry.severity is Severity.ERROR:
            self.errors += 1
        elif entry.severity is Severity.WARNING:
            self.warnings += 1
        else:
            self.hints += 1
        self.rules[entry.rule] = self.rules.get(entry.rule, 0) + 1
        self.titles.setdefault(entry.rule, entry.title)

    @property
    def findings(self) -> int:
        return self.errors + self.warnings + self.hints
