"""Every guard lets pass what its own documentation shows, and a rule can do without it; a small book of its own."""

import pytest

from linter import Linter
from linter.guards import GUARDS
from phrasebook.model import About, Judge, Phrase, Phrasebook, Rule, Severity, Source
from phrasebook.places import Location

HERE = Location("test", 1, 1)


def rule(name: str, text: str, *forms: str, **manner) -> Rule:
    phrase = Phrase(text, Source(), HERE, forms)
    return Rule(name, name, "", Severity.ERROR, "", (phrase,), (), (), (), HERE, **manner)


def book(without: tuple[str, ...] = ()) -> Linter:
    refusals = (
        "不知道",
        "不清楚",
        "不行",
        "不可能",
        "没办法",
        "没空",
        "我没空",
        "我不知道",
        "不懂",
        "不归我管",
        "改不了",
    )
    exceptions = ("您不知道密码",)
    rules = (
        rule("refusal", "没办法", *refusals, judge=Judge.REFUSAL, exceptions=exceptions, without=without),
        rule("care", "我不管", without=without),
        rule("stupid", "你会不会", about=About.CUSTOMER, without=without),
        rule("understand", "这你不懂", "你不懂", about=About.CUSTOMER, without=without),
        rule("others", "你找别人", about=About.CUSTOMER, without=without),
        rule("manual", "看说明书", about=About.CUSTOMER, without=without),
        rule("complain", "你去投诉", "你投诉。", about=About.CUSTOMER, without=without),
        rule("should", "你本来应该", about=About.CUSTOMER, without=without),
        rule("trifle", "这种小事也找我", "这种小事也找", about=About.CUSTOMER, without=without),
    )
    return Linter(Phrasebook(rules=rules))


WITH_ALL = book()


def shown(name: str) -> str:
    return GUARDS[name].__doc__.partition(": ")[0]


def passed(linter: Linter, reply: str) -> set[str]:
    return {verdict.guard for verdict in linter.explain(reply)}


@pytest.mark.parametrize("name", GUARDS)
def test_a_guard_is_documented_by_a_reply_it_lets_pass(name):
    assert any("\u4e00" <= character <= "\u9fff" for character in shown(name))
    assert name in passed(WITH_ALL, shown(name))


@pytest.mark.parametrize("name", GUARDS)
def test_a_rule_can_do_without_a_guard(name):
    assert name not in passed(book((name,)), shown(name))


@pytest.mark.parametrize(
    "reply",
    [
        "我不知道",
        "这个我没空",
        "您找别人吧",
        "您去投诉",
        "我不管",
        "您会不会",
        "抱歉，没办法",
        "怎么办？没办法。",
    ],
)
def test_a_fault_stays_a_fault(reply):
    assert WITH_ALL.check(reply)
