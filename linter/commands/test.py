"""`huashu test`: every example of the phrasebook must do what it says; the line that doesn't is pointed at."""

from __future__ import annotations

import sys

from linter.commands.arguments import Parser
from linter.commands.books import add_books, linter_of
from linter.commands.output import problems_to_stderr
from phrasebook.problems import PhrasebookError

_EPILOG = """bad 例句一定要被自己的规则查出来，good 例句一定不能误报，替代说法本身不能是禁语。
退出码：0 全部通过；1 有例句不成立；2 词库读不了"""


def parser() -> Parser:
    parser = Parser("test", "用每条规则的例句检验词库。", _EPILOG)
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="词库文件或文件夹，加在自带词库上面；不写就只检验自带的和设置里的",
    )
    add_books(parser)
    return parser


def main(arguments: list[str]) -> int:
    from linter.proving import prove

    chosen = parser().parse_args(arguments)
    try:
        linter = linter_of(chosen, tuple(chosen.paths))
    except PhrasebookError as error:
        problems_to_stderr(error.problems)
        sys.stderr.write(f"词库有 {len(error.problems)} 个问题，没有检验例句\n")
        return 2
    linter.warm()
    failures = prove(linter)
    problems_to_stderr(failures)
    rules = linter.phrasebook.rules
    examples = sum(len(rule.bad) + len(rule.good) for rule in rules)
    told = f"{len(rules)} 条规则、{examples} 个例句"
    sys.stdout.write(f"{told}：{len(failures)} 处不成立\n" if failures else f"{told}：全部成立\n")
    return 1 if failures else 0
