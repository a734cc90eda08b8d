"""What the command line asks of a run, laid over the settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from linter.settings import Settings
from phrasebook.model import Severity

OWN_FILE, SHARED_FILE = "huashu.toml", "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks for; None leaves it to the settings."""

    paths: tuple[str, ...]
    rules: tuple[str, ...] = ()
    builtin: bool | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    lines: bool | None = None
    fail_on: Severity | None = None
    stdin_name: str = "stdin.txt"
    changed_from: str = ""
    baseline: str | None = None
    jobs: int | None = None
    output: str = ""  # a report is no reply, even where it lies among them

    def names(self) -> tuple[str, ...]:
        return (*self.select, *self.ignore)

    def over(self, settings: Settings) -> Settings:
        """The settings with what the command line says instead."""
        choosing = replace(
            settings.choosing,
            select=self.select or settings.choosing.select,
            ignore=(*settings.choosing.ignore, *self.ignore),
        )
        here = [str(Path(rules).absolute()) for rules in self.rules]
        return replace(
            settings,
            rules=(*settings.rules, *here),
            builtin=settings.builtin if self.builtin is None else self.builtin,
            choosing=choosing,
            fields=self.fields or settings.fields,
            lines=settings.lines if self.lines is None else self.lines,
            fail_on=self.fail_on or settings.fail_on,
        )


class SettingsFinder:
    """The settings of a folder with the command line's laid over them, each folder asked for once."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._known: dict[str, Settings] = {}

    def of(self, folder: str) -> Settings:
        """Raises PhrasebookError with every problem of the settings."""
        if folder not in self._known:
            self._known[folder] = self._order.over(find(Path(folder)))
        return self._known[folder]


def find(start: Path) -> Settings:
    """The settings of the nearest folder that has some, from `start` (a file or folder) upward.

    Raises PhrasebookError with every problem of the file.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        own, shared = folder / OWN_FILE, folder / SHARED_FILE
        if own.is_file():
            return _read(own, ())
        if shared.is_file() and b"tool.huashu" in shared.read_bytes():
            return _read(shared, ("tool", "huashu"))
    return Settings()


def _read(file: Path, table: tuple[str, ...]) -> Settings:
    from linter.settings.toml_file import read  # most files have no settings: no need of the TOML reader

    return read(file, table)
