"""Options that every command with files to check has, and the order they make."""

from __future__ import annotations

import argparse

from linter.commands.arguments import Parser, flattened, names, severity
from linter.commands.books import add_books
from linter.settings.orders import Order


def add_files(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="文件或文件夹；- 是标准输入；不写就是当前文件夹"
    )
    add_books(parser)
    parser.add_argument(
        "--select", action="append", type=names, metavar="ID", help="只看这些规则或场景，用逗号隔开"
    )
    parser.add_argument("--ignore", action="append", type=names, metavar="ID", help="不看这些规则或场景")
    parser.add_argument("--field", action="append", metavar="NAME", help="话术在哪个字段或哪一列，可以重复")
    parser.add_argument("--lines", action="store_true", default=None, help="纯文本里每行是一条话术")
    parser.add_argument(
        "--stdin-name", default="stdin.txt", metavar="NAME", help="标准输入按这个文件名的格式读"
    )
    parser.add_argument("--jobs", type=int, metavar="N", help="用几个进程；不写就看文件多少")


def add_passing(parser: Parser) -> None:
    parser.add_argument("--changed-from", default="", metavar="REV", help="只查这个 git 版本以来改动过的话术")
    parser.add_argument(
        "--baseline", metavar="FILE", help="用这个基线文件（默认用设置旁边的 .huashu-baseline.json）"
    )
    parser.add_argument("--no-baseline", action="store_true", help="不用基线，全部报告")
    parser.add_argument(
        "--fail-on", type=severity, metavar="LEVEL", help="这个级别起算失败：error（默认）、warning、hint"
    )


def order_of(chosen: argparse.Namespace) -> Order:
    """The order for a run; options a command lacks keep their defaults."""
    no_baseline = getattr(chosen, "no_baseline", False)
    return Order(
        paths=tuple(chosen.paths) or (".",),
        rules=tuple(chosen.rules or ()),
        builtin=False if chosen.no_builtin else None,
        select=flattened(chosen.select),
        ignore=flattened(chosen.ignore),
        fields=tuple(chosen.field or ()),
        lines=chosen.lines,
        fail_on=getattr(chosen, "fail_on", None),
        stdin_name=chosen.stdin_name,
        changed_from=getattr(chosen, "changed_from", ""),
        baseline="" if no_baseline else getattr(chosen, "baseline", None),
        jobs=chosen.jobs,
        output=getattr(chosen, "output", None) or "",
    )
