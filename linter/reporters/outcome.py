"""What a reporter is given: a run whose entries come one by one, its counts complete at their end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from linter.entries.results import Summary
from phrasebook.problems import Problem

if TYPE_CHECKING:
    from linter.entries import Entry


class Outcome(Protocol):
    """`problems`, `summary` and `exit_code` may be read once `entries` is exhausted."""

    problems: list[Problem]
    summary: Summary

    @property
    def exit_code(self) -> int: ...

    def entries(self) -> Iterator[Entry]: ...
