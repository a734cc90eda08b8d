"""The cases of tests/corpus/rewrites.yaml and how well a linter does on them: for the tests and the bench."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from linter import Linter

CASES = Path(__file__).parent / "corpus" / "rewrites.yaml"
LEFT_ALONE = "left-alone"


@dataclass(frozen=True)
class Case:
    """A blunt sentence and its ideal rewording; `after` is empty where it must be left alone."""

    pattern: str
    before: str
    after: str


@dataclass(frozen=True)
class Outcome:
    """What was offered first for a case, and what is wrong with it, if anything."""

    case: Case
    offered: str
    pattern: str
    cause: str

    def __str__(self) -> str:
        return f"[{self.cause}] {self.case.before}\n  想要 {self.case.after or '(不动)'}\n  得到 {self.offered or '(没有)'}"


def cases(path: Path = CASES) -> tuple[Case, ...]:
    return tuple(_cases(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)))


def _cases(data: dict[str, list]) -> Iterator[Case]:
    for pattern, listed in data.items():
        for each in listed:
            if isinstance(each, str):
                yield Case(pattern, each, "")
            else:
                yield Case(pattern, each["before"], each["after"])


def outcome(linter: Linter, case: Case) -> Outcome:
    found = linter.rewrite(case.before)
    best = found[0] if found else None
    offered, pattern = (best.text, best.pattern) if best else ("", "")
    if case.pattern == LEFT_ALONE:
        return Outcome(case, offered, pattern, "不该改" if best and best.safe else "")
    if not best:
        return Outcome(case, "", "", "没有认出")
    if offered == case.after:
        return Outcome(case, offered, pattern, "")
    return Outcome(case, offered, pattern, "句型不对" if pattern != case.pattern else "说法不同")
