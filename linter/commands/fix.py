"""`huashu fix`: put the suggestions into the files; without --write only show what would change."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date

from linter.allowing.passing import Passing
from linter.commands.arguments import Parser
from linter.commands.ordering import add_files, order_of
from linter.commands.output import problems_to_stderr
from linter.files.checking import Job
from linter.files.mending import Mended, Mender
from linter.files.run import Run, opened
from linter.files.targets import STDIN, Target
from linter.files.workers import equip
from linter.readers.decoding import decode
from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem

_EPILOG = """不加 --write 时只显示会怎么改（和 --diff 一样），文件不动。标准输入（-）改好后打印出来。
除了话术本身，文件其余字节不变：引号、顺序、注释、编码、BOM、换行都照旧。
退出码：0 没有要改的，或者都写好了；1 有要改的还没有写；2 有文件读不了或写不了"""


def parser() -> Parser:
    parser = Parser("fix", "按建议改写文件里的话术。", _EPILOG)
    add_files(parser)
    parser.add_argument("--write", action="store_true", help="写进文件")
    parser.add_argument("--diff", action="store_true", help="显示改动")
    parser.add_argument("--unsafe", action="store_true", help="连还要填空的改法也用上")
    return parser


def main(arguments: list[str]) -> int:
    chosen = parser().parse_args(arguments)
    order = order_of(chosen)
    run = Run(order)
    changed = count = 0
    try:
        targets = list(run.targets())
        settings = {target.path: target.settings for target in targets}
        today = date.today()
        equipment = equip((target.chosen.book for target in targets), today)
        passing = Passing(settings, lambda: equipment.known, order, today)
        for target in targets:
            linter = equipment.linters[target.chosen.book]
            mender = Mender(linter, equipment.known, today, passing.allows, chosen.unsafe)
            mended = _one(target, mender, chosen.write, chosen.diff or not chosen.write)
            run.problems += mended.problems
            changed += bool(mended.count)
            count += mended.count
    except PhrasebookError as error:
        run.problems += error.problems
    problems_to_stderr(run.problems)
    done = "改好了" if chosen.write else "可以改"
    sys.stderr.write(f"{done} {changed} 个文件里的 {count} 处\n" if count else "没有能直接改的话\n")
    return 2 if run.problems else int(bool(count) and not chosen.write and order.paths != ("-",))


def _one(target: Target, mender: Mender, write: bool, diff: bool) -> Mended:
    try:
        with opened(target.path) as source:
            data = source.read()
    except OSError as error:
        return Mended(b"", 0, (Problem(Location(target.path), f"打不开（{error.strerror}）"),))
    job = Job(target.path, data, target.format, target.chosen)
    mended = mender.mend(job)
    if target.path == STDIN:
        sys.stdout.flush()
        sys.stdout.buffer.write(mended.data)
        return mended
    if mended.count and diff:
        sys.stdout.writelines(_diff(target.path, data, mended.data))
    if mended.count and write:
        try:
            _replace(target.path, data, mended.data)
        except OSError as error:
            problem = Problem(Location(target.path), f"写不了（{error.strerror or error}），没有改动")
            return Mended(data, 0, (problem,))
    return mended


def _diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    from difflib import unified_diff

    old, new = (decode(data, path) for data in (before, after))
    if isinstance(old, Problem) or isinstance(new, Problem):
        return
    lines, changed = old.text.splitlines(keepends=True), new.text.splitlines(keepends=True)
    for line in unified_diff(lines, changed, f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ 文件末尾没有换行\n"


def _replace(path: str, before: bytes, after: bytes) -> None:
    """Write the whole file or nothing; never over what someone else wrote meanwhile."""
    real = os.path.realpath(path)
    draft = f"{real}.{os.getpid()}.huashu"
    try:
        with open(draft, "xb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, os.stat(real).st_mode & 0o7777)
        with open(real, "rb") as current:
            if current.read() != before:
                raise OSError("读过之后又被别的程序改了")
        os.replace(draft, real)
    finally:
        if os.path.exists(draft):
            os.remove(draft)
