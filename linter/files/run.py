"""A run over files: settings, phrasebooks, work, and what is left after allowances and the baseline."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from linter.allowing.passing import Passing
from linter.entries.results import Summary
from linter.files.checking import Job
from linter.files.jobs import jobs_for
from linter.files.targets import STDIN, Finder, Target
from linter.files.workers import Equipment, equip, processes, work
from linter.readers import TEXT, format_of
from linter.settings import Settings
from linter.settings.orders import Order, SettingsFinder
from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem, did_you_mean

if TYPE_CHECKING:
    from linter.entries import Entry
    from linter.files.changes import Changes

Progress = Callable[[int, int, int], None]  # files done, files in all, replies read


class Run:
    """Findings as they come. `problems`, `summary` and `exit_code` are complete once `entries` is exhausted."""

    def __init__(self, order: Order, progress: Progress | None = None, today: date | None = None) -> None:
        self.problems: list[Problem] = []
        self.summary = Summary()
        self._order, self._progress = order, progress
        self._today = today or date.today()
        self._settings = SettingsFinder(order)
        self._fails = False

    @property
    def exit_code(self) -> int:
        """2 for problems, 1 for findings at or above what fails, 0 for neither."""
        return 2 if self.problems else int(self._fails)

    def entries(self) -> Iterator[Entry]:
        try:
            yield from self._entries()
        except PhrasebookError as error:
            self.problems += error.problems
        self.summary.problems = len(self.problems)

    def targets(self) -> Iterator[Target]:
        """The files to check; what is wrong with the paths goes to the problems."""
        finder = Finder(self._settings.of, self._order.output)
        for path in self._order.paths:
            if path == "-":
                format, settings = format_of(self._order.stdin_name) or TEXT, self._settings.of(".")
                yield Target(STDIN, format, settings, settings.for_path(STDIN))
                continue
            for found in finder.targets([path]):
                if isinstance(found, Problem):
                    self.problems.append(found)
                else:
                    yield found

    def _entries(self) -> Iterator[Entry]:
        targets = list(self.targets())
        if not targets:
            if not self.problems:
                self.problems.append(Problem(Location("."), "没有可检查的文件"))
            return
        settings = {target.path: target.settings for target in targets}
        equipment = equip((target.chosen.book for target in targets), self._today)
        self._refuse_unknown_names({id(each): each for each in settings.values()}.values(), equipment)
        passing = Passing(settings, lambda: equipment.known, self._order, self._today)
        changes = _changes(self._order.changed_from)
        count = processes(self._order.jobs, sum(map(_size, targets)))
        done = 0
        for batch in work(self._jobs(targets, changes), equipment, count):
            self.problems += batch.problems
            self.summary.replies += batch.replies
            self.summary.allowed += batch.allowed
            self.summary.files += batch.is_last
            done += batch.is_last
            if self._progress:
                self._progress(done, len(targets), self.summary.replies)
            yield from self._left(batch.entries, settings[batch.path], passing)
        if not changes:
            for beside, entries in passing.stale():
                yield from self._left(entries, beside, None)

    def _left(
        self, entries: Iterator[Entry] | tuple[Entry, ...], settings: Settings, passing: Passing | None
    ) -> Iterator[Entry]:
        for entry in entries:
            if passing and passing.allows(entry):
                self.summary.allowed += 1
            elif passing and passing.knows(entry):
                self.summary.known += 1
            else:
                self.summary.count(entry)
                self._fails = self._fails or entry.severity >= settings.fail_on
                yield entry

    def _jobs(self, targets: list[Target], changes: Changes | None) -> Iterator[Job]:
        for target in targets:
            lines = changes.lines(target.path) if changes and target.path != STDIN else None
            if lines == ():
                continue
            try:
                with opened(target.path) as source:
                    yield from jobs_for(target, source, lines)
            except OSError as error:
                reason = (
                    "没有权限打开" if isinstance(error, PermissionError) else f"打不开（{error.strerror}）"
                )
                self.problems.append(Problem(Location(target.path), reason))

    def _refuse_unknown_names(self, settings: Iterable[Settings], equipment: Equipment) -> None:
        problems: dict[Problem, None] = {}
        for each in settings:
            for name in each.names():
                if name not in equipment.known:
                    file = each.file
                    at = Location(file if file and name not in self._order.names() else "命令行")
                    near = did_you_mean(name, equipment.known)
                    problems[Problem(at, f"没有“{name}”这条规则或场景{near}（huashu rules 列出全部）")] = None
        if problems:
            raise PhrasebookError(problems)


def opened(path: str) -> BinaryIO:
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb") if path == STDIN else open(path, "rb")


def _size(target: Target) -> int:
    try:
        return os.stat(target.path).st_size if target.path != STDIN else 0
    except OSError:
        return 0


def _changes(revision: str) -> Changes | None:
    if not revision:
        return None
    from linter.files.changes import changes_since

    return changes_since(revision)
