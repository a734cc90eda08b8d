"""`huashu tui`: the screen for writing replies."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from pathlib import Path

from linter.commands.arguments import Parser
from linter.commands.books import add_books, which

PORT = 8000


def parser() -> Parser:
    parser = Parser("tui", "打开写回复的界面：边写边标，一键换成更好的说法。")
    parser.add_argument("file", nargs="?", metavar="FILE", help="打开这个文件里的话术")
    parser.add_argument("--practice", action="store_true", help="练习：把不该说的话改好")
    parser.add_argument("--web", action="store_true", help="在浏览器里打开（只在本机）")
    parser.add_argument(
        "--port", type=_port, metavar="PORT", help=f"和 --web 一起用：浏览器打开的端口，默认 {PORT}"
    )
    add_books(parser)
    return parser


def main(arguments: list[str]) -> int:
    asked = parser()
    chosen = asked.parse_args(arguments)
    if chosen.port is not None and not chosen.web:
        asked.error("--port 要和 --web 一起用")
    if not chosen.web and not (sys.stdin.isatty() and sys.stderr.isatty()):  # where Textual reads and draws
        asked.error("这里不是终端，打不开界面；可以用 --web 在浏览器里打开")
    # The one import against the layers: the command line is where the parts are put together.
    from tui.start import run

    return run(
        None,  # the screen opens first and loads the rules itself
        path=Path(chosen.file) if chosen.file else None,
        practice=chosen.practice,
        port=(chosen.port or PORT) if chosen.web else None,
        book=lambda: which(chosen),
    )


def _port(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise ArgumentTypeError(f"“{value}”不是端口，要写 1 到 65535 之间的整数")
    return int(value)
