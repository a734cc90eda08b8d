"""What a run counts, and what comes of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phrasebook.model import Severity
from phrasebook.problems import Problem

if TYPE_CHECKING:  # a clean run has no entries
    from linter.entries import Entry


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
