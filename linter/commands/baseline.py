"""`huashu baseline`: write down what is there today, so that only what is new fails tomorrow."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from linter.allowing.baseline import write_baseline
from linter.commands.arguments import Parser
from linter.commands.ordering import add_files, order_of
from linter.commands.output import problems_to_stderr
from linter.files.run import Run
from linter.settings import BASELINE_FILE
from linter.settings.orders import SettingsFinder
from phrasebook.problems import PhrasebookError

_EPILOG = """基线按内容记：文件、规则、那一行话。行号变了不算新的；话改了就算新的。
有文件读不了时不写基线，退出码 2。"""


def parser() -> Parser:
    parser = Parser("baseline", "把现有的发现记进基线，以后 huashu check 只报告新的。", _EPILOG)
    add_files(parser)
    parser.add_argument("--output", metavar="FILE", help=f"基线文件（默认是设置旁边的 {BASELINE_FILE}）")
    return parser


def main(arguments: list[str]) -> int:
    chosen = parser().parse_args(arguments)
    order = replace(order_of(chosen), baseline="")
    run = Run(order)
    entries = list(run.entries())
    if not run.problems:
        try:
            file = Path(chosen.output) if chosen.output else _default(order.paths[0], SettingsFinder(order))
            count = write_baseline(file, entries)
            sys.stdout.write(f"{count} 处发现记进了 {file}\n")
        except PhrasebookError as error:
            run.problems += error.problems
        except OSError as error:
            sys.stderr.write(f"写不了基线文件：{error.strerror}\n")
            return 2
    problems_to_stderr(run.problems)
    return 2 if run.problems else 0


def _default(path: str, finder: SettingsFinder) -> Path:
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    settings = finder.of(folder)
    return settings.folder / (settings.baseline or BASELINE_FILE)
