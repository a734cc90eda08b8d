"""`huashu tui`: the screen for writing replies."""

from __future__ import annotations

from pathlib import Path

from linter.commands.arguments import Parser
from linter.commands.books import add_books, which


def parser() -> Parser:
    parser = Parser("tui", "打开写回复的界面：边写边标，一键换成更好的说法。")
    parser.add_argument("file", nargs="?", metavar="FILE", help="打开这个文件里的话术")
    parser.add_argument("--practice", action="store_true", help="练习：把不该说的话改好")
    parser.add_argument("--web", action="store_true", help="在浏览器里打开（只在本机）")
    add_books(parser)
    return parser


def main(arguments: list[str]) -> int:
    chosen = parser().parse_args(arguments)
    book = which(chosen)
    # The one import against the layers: the command line is where the parts are put together.
    from tui.start import run

    return run(
        None,  # the screen opens first and loads the rules itself
        path=Path(chosen.file) if chosen.file else None,
        practice=chosen.practice,
        web=chosen.web,
        rules=tuple(map(Path, book.rules)),
        builtin=book.builtin,
    )
