"""The character tables are what their libraries say, and complete for what the rules use."""

import pytest

from linter.lookalikes import lookalikes
from linter.sounds import codes, fold, syllable
from tests import make_tables


@pytest.mark.parametrize(
    "make",
    [make_tables.syllables, make_tables.simplified, make_tables.parts, make_tables.frequent],
    ids=lambda make: make.__name__,
)
def test_the_table_is_what_its_library_makes(make):
    assert (make_tables.TABLES / f"{make.__name__}.txt").read_text("utf-8") == make()


@pytest.mark.parametrize(
    ("one", "other"),
    [("知", "只"), ("知", "资"), ("能", "楞"), ("张", "赞"), ("行", "新"), ("女", "绿"), ("归", "规")],
)
def test_a_keyboard_takes_one_for_the_other(one, other):
    assert codes()[one] == codes()[other]


@pytest.mark.parametrize(("one", "other"), [("我", "你"), ("不", "没"), ("四", "散"), ("飞", "灰")])
def test_different_sounds_stay_apart(one, other):
    assert codes()[one] != codes()[other]


def test_a_syllable_is_toneless_and_may_be_unknown():
    assert (syllable("话"), syllable("术"), syllable("a"), syllable("😀")) == ("hua", "shu", "", "")


def test_folding_twice_changes_nothing():
    assert all(fold(fold(syllable(c))) == fold(syllable(c)) for c in "知你张行女能上生")


@pytest.mark.parametrize(("character", "alike"), [("我", "找"), ("己", "已"), ("未", "末"), ("管", "菅")])
def test_the_eye_takes_one_for_the_other(character, alike):
    assert alike in lookalikes(character)
