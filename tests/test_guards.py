"""Every guard lets pass what its own documentation shows, and a rule can do without it."""

from dataclasses import replace

import pytest

from linter import Linter
from linter.guards import GUARDS

LINTER = Linter.load()
BOOK = LINTER.phrasebook
# The built-in rules name many harmless sentences as exceptions; without them the other guards are asked.
BARE = Linter(replace(BOOK, rules=tuple(replace(rule, exceptions=()) for rule in BOOK.rules)))


def shown(name: str) -> str:
    return GUARDS[name].__doc__.partition(": ")[0]


def passed(linter: Linter, reply: str) -> set[str]:
    return {verdict.guard for verdict in linter.explain(reply)}


@pytest.mark.parametrize("name", GUARDS)
def test_a_guard_is_documented_by_a_reply_it_lets_pass(name):
    assert any("\u4e00" <= character <= "\u9fff" for character in shown(name))
    assert name in passed(LINTER if name == "exception" else BARE, shown(name))


@pytest.mark.parametrize("name", GUARDS)
def test_a_rule_can_do_without_a_guard(name):
    linter = LINTER if name == "exception" else BARE
    rules = tuple(replace(rule, without=(*rule.without, name)) for rule in linter.phrasebook.rules)
    assert name not in passed(Linter(replace(BOOK, rules=rules)), shown(name))
