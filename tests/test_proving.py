"""A phrasebook is put to its own test: each line that does not hold is told with its place."""

import pytest

from linter import Linter
from linter.proving import prove
from tests.books import RULE, write

APPROVED = "approved: [{id: go-away, text: 这事不归我管, scenario: 推诿}]\n"
PATTERN = "patterns: [{id: can-you, number: 2, name: 能……吗, when: [求人], examples: [{before: 你来, after: 这事不归我管}]}]\n"

FAILING = [
    ("bad: [这事不归我管呀]", "bad: [这事归我管]", "", ["10:11: 这条 bad 例句没有被规则 not-my-job 查出来：“这事归我管”"]),
    ("good: [这个不归属于保修范围]", "good: [抱歉这事不归我管]", "",
     ["11:12: 这条 good 例句不该查出来，却查出“这事不归我管”（规则 not-my-job，错误）"]),
    ("[这件事我来帮您处理]", "[对不起这事不归我管]", "",
     ["9:20: 替代说法“对不起这事不归我管”自己犯了规：查出“这事不归我管”（规则 not-my-job，错误）"]),
    ("version: 1\n", "version: 1\n", APPROVED, ["12:12: 批准语“这事不归我管”自己犯了规：查出“这事不归我管”（规则 not-my-job，错误）"]),
    ("version: 1\n", "version: 1\n", PATTERN,
     ["12:72: 句型例子改写后的说法“这事不归我管”自己犯了规：查出“这事不归我管”（规则 not-my-job，错误）"]),
    ("severity: error", "severity: hint", "", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "more", "expected"), FAILING, ids=[new.strip() + more[:8] for _, new, more, _ in FAILING]
)
def test_lines_that_do_not_hold(tmp_path, old, new, more, expected):
    (path,) = write(tmp_path, f=RULE.replace(old, new) + more)
    assert [
        str(each).removeprefix(f"{path}:") for each in prove(Linter.load(path, builtin=False))
    ] == expected


def test_another_rule_that_found_it_is_named(tmp_path):
    other = (
        RULE.replace("not-my-job", "other")
        .replace("[这事不归我管]", "[跟这事不归我管差不多]")
        .replace("version: 1\nrules:\n", "")
    )
    other = other.replace("[这事不归我管呀]", "[这事不归我管]")
    (path,) = write(tmp_path, f=RULE + other)
    (problem,) = prove(Linter.load(path, builtin=False))
    assert problem.message == "这条 bad 例句没有被规则 other 查出来，查出来的是 not-my-job：“这事不归我管”"


def test_the_built_in_rules_hold(linter):
    assert [str(each) for each in prove(linter)] == []
