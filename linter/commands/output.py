"""Where a command's words go: standard output, a file, standard error; and how they may look."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator

from linter.reporters.look import Look, harmless
from linter.whole_files import write_whole
from phrasebook.problems import Problem


def look_of(chosen: argparse.Namespace) -> Look:
    to_file = bool(getattr(chosen, "output", None))
    return Look(
        colour=_is_coloured(chosen.color, to_file),
        width=_width(),
        statistics=getattr(chosen, "statistics", False),
    )


def _is_coloured(when: str, to_file: bool) -> bool:
    if when != "auto":
        return when == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and not to_file and sys.stdout.isatty()


def _width() -> int:
    """The terminal's width in cells; a file or a pipe has room for 100."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 100
    except (OSError, ValueError):
        return 100


def written(pieces: Iterator[str], output: str | None, before: Callable[[], None]) -> bool:
    """Write the pieces as they come; says whether the file could not be written.

    `before` is called ahead of each piece for the terminal, to take the progress bar away.
    """
    if not output:
        for piece in pieces:
            before()
            sys.stdout.write(piece)
        return False
    try:
        write_whole(output, pieces, "backslashreplace")
    except OSError as error:
        sys.stderr.write(f"写不了 {harmless(output)}：{error.strerror}\n")
        for _ in pieces:  # the exit code still counts every finding
            pass
        return True
    return False


def problems_to_stderr(problems: Iterable[Problem]) -> None:
    for problem in problems:
        sys.stderr.write(f"{harmless(str(problem))}\n")
