"""Which findings a run lets pass: those of the central allowance file, and those of the baseline."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from linter.settings import ALLOW_FILE, BASELINE_FILE, Settings
from linter.settings.orders import Order

if TYPE_CHECKING:
    from linter.allowing.allow_file import FileAllowances
    from linter.allowing.baseline import Baseline
    from linter.entries import Entry


class Passing:
    """One for a run; each settings file brings its own allowances and baseline.

    Raises PhrasebookError where one of these files can't be used.
    """

    def __init__(
        self,
        settings: Mapping[str, Settings],
        known: Callable[[], Collection[str]],
        order: Order,
        today: date,
    ) -> None:
        self._settings = settings
        self._allowances: dict[Path, FileAllowances] = {}
        self._baselines: dict[Path, Baseline] = {}
        for each in {each.folder: each for each in settings.values()}.values():
            allow = _allow_file(each)
            if each.allow or allow.is_file():
                from linter.allowing.allow_file import FileAllowances, read_allowances

                self._allowances[each.folder] = FileAllowances(read_allowances(allow, known()), today)
            baseline = _baseline(each, order)
            if baseline:
                from linter.allowing.baseline import read_baseline

                self._baselines[each.folder] = read_baseline(baseline)

    def allows(self, entry: Entry) -> bool:
        settings = self._settings[entry.path]
        allowances = self._allowances.get(settings.folder)
        return allowances is not None and allowances.lets_pass(entry, settings.relative(entry.path))

    def knows(self, entry: Entry) -> bool:
        baseline = self._baselines.get(self._settings[entry.path].folder)
        return baseline is not None and baseline.knows(entry)

    def stale(self) -> Iterator[tuple[Settings, Iterator[Entry]]]:
        """Allowances of the central files that let nothing pass, with the settings each file lies beside."""
        for folder, allowances in self._allowances.items():
            here = {path: each for path, each in self._settings.items() if each.folder == folder}
            settings = next(iter(here.values()))
            checked = {settings.relative(path) for path in here}
            yield settings, allowances.stale(checked, settings.for_path(str(_allow_file(settings))))


def _allow_file(settings: Settings) -> Path:
    return settings.folder / (settings.allow or ALLOW_FILE)


def _baseline(settings: Settings, order: Order) -> Path | None:
    """The file in force: the command line's, the settings', or the one that lies beside the settings."""
    if order.baseline is not None:
        return Path(order.baseline) if order.baseline else None
    if settings.baseline:
        return settings.folder / settings.baseline
    found = settings.folder / BASELINE_FILE
    return found if found.is_file() else None
