"""The program behind one page of the browser."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.start import run

if TYPE_CHECKING:
    from linter.settings import Book


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--rules", action="append", type=Path, default=[])
    parser.add_argument("--no-builtin", dest="builtin", action="store_false")
    parser.add_argument("--practice", action="store_true")
    asked = parser.parse_args(argv)
    return run(None, path=asked.path, practice=asked.practice, book=partial(_book, asked))


def _book(asked: argparse.Namespace) -> Book:
    from linter.settings import Book

    return Book(tuple(map(str, asked.rules)), asked.builtin)


if __name__ == "__main__":
    sys.exit(main())
