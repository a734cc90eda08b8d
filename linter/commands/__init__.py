"""The `huashu` command: one file per subcommand and a row in this table."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

# Only what every command needs is imported here: starting up is half of a check of one small file.


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand by its name; `module` has its `main(arguments) -> exit code`.

    A PhrasebookError it lets through is told problem by problem, with exit code 2.
    """

    name: str
    module: str
    about: str


COMMANDS = (
    Command("check", "check", "检查话术：文件、文件夹或标准输入"),
    Command("fix", "fix", "按建议改写文件里的话术"),
    Command("rewrite", "rewrite", "把一句话改成四种句式"),
    Command("explain", "explain", "讲清一条规则，或者一句话为什么被标出（没标出）"),
    Command("rules", "rules", "列出规则"),
    Command("test", "test", "用每条规则的例句检验词库"),
    Command("baseline", "baseline", "把现有的发现记为基线，以后只报告新的"),
    Command("tui", "tui", "打开写回复的界面"),
)
_PIPE_CLOSED = 128 + 13  # as a shell reports SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; gives the exit code: 0 clean, 1 findings, 2 problems."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a character the terminal can't show must not stop a check
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader has seen enough; nothing may be flushed any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断\n")
        return 130
    except SystemExit as stopped:  # argparse, after --help or an error
        return stopped.code if isinstance(stopped.code, int) else 0


def _dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        sys.stdout.write(_help())
        return 0
    name, rest = arguments[0], arguments[1:]
    if name in ("-V", "--version"):
        from linter.version import version

        sys.stdout.write(f"huashu {version()}\n")
        return 0
    for command in COMMANDS:
        if command.name == name:
            run: Callable[[list[str]], int] = import_module(f"{__name__}.{command.module}").main
            return _run(run, rest)
    sys.stderr.write(_unknown(name))
    return 2


def _run(run: Callable[[list[str]], int], arguments: list[str]) -> int:
    from phrasebook.problems import PhrasebookError

    try:
        return run(arguments)
    except PhrasebookError as error:
        from linter.commands.output import problems_to_stderr

        problems_to_stderr(error.problems)
        return 2


def _help() -> str:
    width = max(len(command.name) for command in COMMANDS)
    lines = [f"  huashu {command.name:<{width}}  {command.about}" for command in COMMANDS]
    return (
        "话术 huashu：检查客服回复，标出不该说的话，告诉你怎么说更好。文字只在本机处理，不联网。\n\n"
        + "\n".join(lines)
        + "\n\n例如：\n"
        "  huashu check 回复.txt            检查一个文件\n"
        "  huashu check 快捷短语/           检查一个文件夹里的 CSV、XLSX、JSON、Markdown……\n"
        "  echo 这事不归我管 | huashu check -\n"
        "  huashu explain not-my-job        这条规则为什么，该怎么说\n\n"
        "每个命令都有自己的说明：huashu check --help。版本：huashu --version。\n"
        "退出码：0 没有问题；1 有该改的话；2 检查不完整（文件读不了、词库有错……）。\n"
    )


def _unknown(name: str) -> str:
    from phrasebook.problems import did_you_mean

    if name.startswith("-"):
        return f"huashu：没有“{name}”这个选项；用 huashu --help 看说明\n"
    hint = did_you_mean(name, [command.name for command in COMMANDS])
    if not hint and (os.path.exists(name) or "." in name):
        hint = f"；检查文件请用 huashu check {name}"
    return f"huashu：没有“{name}”这个命令{hint}\n用 huashu --help 看全部命令\n"
