"""Watching the phrasebook's files: a changed one is loaded at once, a broken one changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebook import shipped

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
        return tuple(_prints([*(_files(shipped.rules()) if self.builtin else ()), *_all_files(self.paths)]))


def _all_files(paths: Sequence[Path]) -> list[Path]:
    return [file for path in paths for file in _files(path)]


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.y*ml")) if path.is_dir() else [path]


def _prints(files: Iterable[Path]) -> Iterable[tuple[str, int, int]]:
    for file in files:
        try:
            about = file.stat()
        except OSError:
            yield str(file), 0, 0
        else:
            yield str(file), about.st_mtime_ns, about.st_size
