"""Watching the phrasebook's files: a changed one is loaded at once, a broken one changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebook import shipped, sources

if TYPE_CHECKING:
    from linter import Linter

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Where the rules come from."""

    paths: tuple[Path, ...] = ()
    builtin: bool = True

    def load(self) -> Linter:
        """Raises PhrasebookError."""
        from linter import Linter
        from linter.guards import GUARDS
        from phrasebook.loading import load

        return Linter(load(*self.paths, builtin=self.builtin, guards=GUARDS), wait_for_words=False)

    def fingerprint(self) -> Fingerprint:
        """Differs as soon as a file was written, added or taken away."""
        folders = [shipped.rules()] if self.builtin else []
        return tuple(_prints(file for path in (*folders, *self.paths) for file in sources.paths_of(path)))


def _prints(files: Iterable[Path]) -> Iterable[tuple[str, int, int]]:
    for file in files:
        try:
            about = file.stat()
        except OSError:
            yield str(file), 0, 0
        else:
            yield str(file), about.st_mtime_ns, about.st_size
