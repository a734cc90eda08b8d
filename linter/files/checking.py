"""A file's replies through the linter and the placeholder audit: what a worker does with a piece of work."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from linter.engine import Linter
from linter.entries.results import Batch
from linter.placeholders import Placeholder, mask, placeholders_of
from linter.readers import Format, read_bytes
from linter.readers.documents import Document
from linter.readers.replies import Reply
from linter.settings import FileSettings
from phrasebook.places import Span
from phrasebook.problems import Problem

if TYPE_CHECKING:
    from linter.entries import Entry

DIRECTIVE = "huashu:"
MOST_PROBLEMS = 20  # of one file; a wrong file is not told line by line


@dataclass(frozen=True, slots=True)
class Job:
    """A file to check, or a piece of a large one from `first_line` on.

    `lines` are the ones that count, None for all; a piece takes no part in comments' allowances.
    """

    path: str
    data: bytes
    format: Format
    settings: FileSettings
    first_line: int = 1
    is_last: bool = True
    lines: tuple[range, ...] | None = None

    def touches(self, reply: Reply) -> bool:
        """Is one of the reply's lines among those that count?"""
        start, end = reply.places(Span(0, len(reply.text)))
        return self._overlap(start.line, end.line)

    def counts(self, entry: Entry) -> bool:
        return self.lines is None or not entry.is_of_file or self._overlap(entry.line, entry.end_line)

    def _overlap(self, first: int, last: int) -> bool:
        return any(first < lines.stop and lines.start <= last for lines in self.lines or ())


def check(job: Job, linter: Linter, known: Callable[[], Collection[str]], today: date) -> Batch:
    """Everything wrong in a file. `known` gives the ids and scenarios an allowance may name.

    What only files with faults or allowances need is imported when there is one: a clean file costs no more.
    """
    decoded, reading = read_bytes(job.path, job.data, job.format, job.settings.choices, job.first_line)
    entries: list[Entry] = []
    problems: list[Problem] = []
    replies = passed = 0
    for each in reading:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        if job.lines is not None and not each.is_file and not job.touches(each):
            continue
        replies += 1
        entries += entries_in(each, linter, job.settings)
    if decoded and job.format.comments and DIRECTIVE in decoded.text:
        from linter.allowing.allowances import allowances_of
        from linter.allowing.applying import Allowing

        document = Document(job.path, decoded.text, job.first_line)
        allowances, faults = allowances_of(document, job.format.comments, known())
        problems += faults
        allowed = Allowing(allowances, today)
        entries = [entry for entry in entries if not allowed.lets_pass(entry)]
        entries += allowed.stale(document, job.settings)
        passed = allowed.count
    chosen = tuple(sorted(filter(job.counts, entries), key=lambda entry: (entry.line, entry.column)))
    return Batch(job.path, chosen, _most(problems), replies, passed, job.is_last)


def entries_in(reply: Reply, linter: Linter, settings: FileSettings) -> list[Entry]:
    """What is found in a reply; nothing is matched inside code or across a placeholder."""
    placeholders = _placeholders(reply)
    filled = (*reply.opaque, *(each.span for each in placeholders))
    findings = linter.check(mask(reply.text, filled, reply.hidden))
    if not findings and not placeholders:
        return []
    from linter.entries.entering import entries_of

    return list(entries_of(reply, findings, placeholders, settings))


def _placeholders(reply: Reply) -> tuple[Placeholder, ...]:
    unread = (*reply.hidden, *reply.opaque)
    return tuple(
        each for each in placeholders_of(reply.text) if not any(each.span.overlaps(span) for span in unread)
    )


def _most(problems: list[Problem]) -> tuple[Problem, ...]:
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    last = problems[MOST_PROBLEMS - 1].at
    more = Problem(last, f"这个文件里还有 {len(problems) - MOST_PROBLEMS} 处问题，没有一一列出")
    return (*problems[:MOST_PROBLEMS], more)
