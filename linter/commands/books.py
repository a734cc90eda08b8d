"""Options for commands about the phrasebook itself, and the phrasebook they choose."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from linter.commands.arguments import Parser

if TYPE_CHECKING:
    from linter.engine import Linter
    from linter.settings import Book
    from phrasebook.model import Phrasebook

# The screen asks for its options here and paints before it needs any of the rest.


def add_books(parser: Parser) -> None:
    parser.add_argument(
        "--rules", action="append", metavar="PATH", help="加一份词库（文件或文件夹），可以重复"
    )
    parser.add_argument("--no-builtin", action="store_true", help="不用自带的词库")


def which(chosen: argparse.Namespace, more: tuple[str, ...] = ()) -> Book:
    """The settings' phrasebook of the current folder with the command line's; PhrasebookError for bad settings."""
    from linter.settings.orders import Order, SettingsFinder

    rules = (*(chosen.rules or ()), *more)
    order = Order((".",), rules=rules, builtin=False if chosen.no_builtin else None)
    return SettingsFinder(order).of(str(Path.cwd())).book


def linter_of(chosen: argparse.Namespace, more: tuple[str, ...] = ()) -> Linter:
    """Raises PhrasebookError with every problem."""
    from linter.engine import Linter

    book = which(chosen, more)
    return Linter.load(*book.rules, builtin=book.builtin)


def book_of(chosen: argparse.Namespace) -> Phrasebook:
    """Raises PhrasebookError with every problem."""
    from phrasebook.loading import load

    book = which(chosen)
    return load(*book.rules, builtin=book.builtin)
