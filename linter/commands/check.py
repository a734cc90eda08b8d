"""`huashu check`: find what must not be said in files, folders or standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from linter.commands.arguments import Parser, one_of
from linter.commands.ordering import add_files, add_passing, order_of
from linter.commands.output import look_of, problems_to_stderr, written
from linter.commands.progress import Progress
from linter.files.run import Run
from linter.reporters import REPORTERS, reporter
from linter.settings.orders import Order, SettingsFinder
from phrasebook.problems import PhrasebookError

_EPILOG = """能读的格式：txt md html json jsonl yaml csv tsv xlsx（编码 UTF-8、带 BOM 的 UTF-16、GB18030）
退出码：0 没有问题；1 有达到 --fail-on 级别的发现；2 检查不完整（文件缺失、读不了、设置或词库有错）"""


def parser() -> Parser:
    parser = Parser("check", "检查话术，标出不该说的话，告诉你改怎么说。", _EPILOG)
    add_files(parser)
    parser.add_argument(
        "--format", type=one_of("格式", REPORTERS), metavar="FORMAT", help="输出格式：" + "、".join(REPORTERS)
    )
    parser.add_argument("--output", metavar="FILE", help="写进文件，不打印")
    parser.add_argument("--statistics", action="store_true", help="再按规则统计次数")
    parser.add_argument(
        "--color",
        type=one_of("选择", ("auto", "always", "never")),
        default="auto",
        metavar="WHEN",
        help="颜色：auto（默认，终端上才有）、always、never",
    )
    add_passing(parser)
    parser.add_argument("--show-settings", action="store_true", help="只显示生效的设置")
    parser.add_argument("--list-files", action="store_true", help="只列出会检查的文件")
    return parser


def main(arguments: list[str]) -> int:
    chosen = parser().parse_args(arguments)
    order = order_of(chosen)
    if chosen.show_settings:
        return _show_settings(order)
    if chosen.list_files:
        return _list_files(order)
    format = chosen.format or _fitting_format(chosen.output)
    with Progress() as progress:
        run = Run(order, progress.show)
        pieces = reporter(format)(run, look_of(chosen))
        failed = written(pieces, chosen.output, progress.clear)
    if format != "github":
        problems_to_stderr(run.problems)
    return 2 if failed else run.exit_code


def _fitting_format(output: str | None) -> str:
    """GitHub Actions reads annotations off the log; everywhere else people read it."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" and not output else "text"


def _list_files(order: Order) -> int:
    run = Run(order)
    try:
        for target in run.targets():
            sys.stdout.write(f"{target.path}\t{target.format.name}\n")
    except PhrasebookError as error:
        run.problems += error.problems
    problems_to_stderr(run.problems)
    return 2 if run.problems else 0


def _show_settings(order: Order) -> int:
    from linter.commands.showing import settings_text

    first = order.paths[0] if order.paths[0] != "-" else "."
    folder = first if Path(first).is_dir() else os.path.dirname(first) or "."
    sys.stdout.write(settings_text(SettingsFinder(order).of(folder), first))
    return 0
