"""Command lines in Chinese: argparse with its usage, help and errors translated, and the nearest name."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from phrasebook.problems import did_you_mean

if TYPE_CHECKING:
    from phrasebook.model import Severity

# What argparse says, and how a trainer would put it.
_ERRORS = (
    (r"the following arguments are required: (.*)", r"还缺：\1"),
    (r"argument (.+?): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", r"\1 后面至少要写一个值"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 后面不带值，多了“\2”"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 和 \2 不能一起用"),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1 要写一个整数，不是“\2”"),
    (r"argument (.+?): (.*)", r"\1：\2"),
    (r"one of the arguments (.+) is required", r"要写其中一个：\1"),
)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser for Chinese readers; options are never abbreviated."""

    def __init__(self, name: str, about: str, epilog: str = "") -> None:
        super().__init__(
            prog=f"huashu {name}".strip(),
            description=about,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        parsed, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self._refuse(unknown[0])
        return parsed, []

    def _refuse(self, word: str) -> NoReturn:
        if not word.startswith("-"):
            self.error(f"多了一个参数“{word}”")
        option = word.partition("=")[0]
        known = [name for action in self._actions for name in action.option_strings]
        self.error(f"没有“{option}”这个选项{did_you_mean(option, known)}")

    def error(self, message: str) -> NoReturn:
        for said, chinese in _ERRORS:
            if re.fullmatch(said, message, re.DOTALL):
                message = re.sub(said, chinese, message, flags=re.DOTALL)
                break
        sys.stderr.write(f"{self.prog}：{message}\n用 {self.prog} --help 看说明\n")
        raise SystemExit(2)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")


def one_of(what: str, names: Collection[str]) -> type[str]:
    """A type for options whose value is one of a few names; else it says which is nearest."""

    def chosen(value: str) -> str:
        if value in names:
            return value
        near = did_you_mean(value, names)
        raise argparse.ArgumentTypeError(f"没有“{value}”这种{what}{near}可选：{'、'.join(names)}")

    return chosen  # type: ignore[return-value]


def add_format(parser: Parser) -> None:
    """The option of commands that write a few lines or one JSON document."""
    parser.add_argument(
        "--format",
        type=one_of("格式", ("text", "json")),
        default="text",
        metavar="FORMAT",
        help="text（默认）或 json",
    )


def severity(value: str) -> Severity:
    # Not above: it brings the readers with it, and not every command has this option.
    from linter.settings import SEVERITIES

    return SEVERITIES[one_of("级别", SEVERITIES)(value)]


def names(value: str) -> list[str]:
    """Several names in one value, parted by commas."""
    return [name for name in re.split(r"[\s,，、]+", value) if name]


def flattened(lists: list[list[str]] | None) -> tuple[str, ...]:
    return tuple(name for each in lists or () for name in each)
