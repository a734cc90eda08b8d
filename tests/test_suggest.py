"""What to say instead: every suggestion is ready to replace and clean; `fix` applies the safe ones and comes to rest."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import Linter
from linter.suggest import MOST
from phrasebook.model import Severity

BAD_CHINESE = re.compile(
    r"我我|您您|您能您|吗吗|吗了|[,，。!！?？]{2,}|[,，][。!！?？]|对不起[,，]对不起|您好[,，]您好|请请"
)


@pytest.fixture(scope="module")
def told(linter: Linter):
    """Every fault in the rules' own bad examples, with the text it is in."""
    return [
        (each.text, found)
        for rule in linter.phrasebook.rules
        for each in rule.bad
        for found in linter.check(each.text)
    ]


def test_every_fault_has_one_to_four_suggestions(told):
    without = [(text, found.text) for text, found in told if not 1 <= len(found.suggestions) <= MOST]
    assert len(without) <= len(told) // 50, without


def test_a_suggestion_cures(linter: Linter, told):
    """What it puts there is no fault, and the fault it is for is gone."""
    for text, found in told:
        for each in found.suggestions:
            after = each.apply(text)
            end = each.span.start + len(each.text)
            left = [
                other.text
                for other in linter.check(after)
                if other.severity > Severity.HINT
                and other.span.start < end
                and other.span.end > each.span.start
            ]
            assert not left, f"{text} → {after}: {left}"


def test_a_suggestion_reads_well(told):
    bad = [
        (text, after)
        for text, found in told
        for each in found.suggestions
        if BAD_CHINESE.search(after := each.apply(text)) and not BAD_CHINESE.search(text)
    ]
    assert not bad


def test_a_suggestion_covers_its_fault_within_the_text(told):
    for text, found in told:
        for each in found.suggestions:
            assert 0 <= each.span.start <= found.span.start
            assert found.span.end <= each.span.end <= len(text)


def test_only_the_sure_ones_are_safe(told):
    """Blanks, sums of money, times and things the draft doesn't speak of are for the agent to fill in or to choose."""
    safe = [each.text for _, found in told for each in found.suggestions if each.safe]
    assert safe
    assert not [text for text in safe if re.search(r"____|X ?X|\*\*|某", text)]


def test_hints_are_never_applied_unseen(told):
    assert not [
        found
        for _, found in told
        if found.severity is Severity.HINT
        for each in found.suggestions
        if each.safe
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("这事真的不归我管呀。", "这件事我来帮您处理。"),
        ("你必须先把商品寄回来。", "您能先把商品寄回来吗?"),
        ("您好，这个我不知道！", "您好，真对不起，这个问题我需要确认一下，稍后电话回复您好吗？"),
        ("安装费的事我不管。", "安装费的事您放心,这件事交给我做吧。"),
        ("急什么呀,又不是我告诉你的。", "请别着急。"),
        ("您的订单已经发货了,预计明天到。", "您的订单已经发货了,预计明天到。"),
    ],
)
def test_fix(linter: Linter, text: str, wanted: str):
    assert linter.fix(text) == wanted


def test_fix_leaves_no_fault_that_had_a_safe_suggestion(linter: Linter, told):
    for text, _ in told:
        fixed = linter.fix(text)
        assert linter.fix(fixed) == fixed
        left = [
            found.text
            for found in linter.check(fixed)
            if found.severity > Severity.HINT and any(each.safe for each in found.suggestions)
        ]
        assert not left, f"{text} → {fixed}: {left}"


PIECES = [
    "您好,",
    "你必须",
    "我不知道",
    "把单号发来",
    "。",
    "!",
    ",",
    "不行",
    "\n",
    "这事不归我管",
    "明天",
    "{{name}}",
    "吗?",
    "🙂",
    "王先生",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_fix_comes_to_rest_on_any_text(linter: Linter, text: str):
    fixed = linter.fix(text)
    assert linter.fix(fixed) == fixed
    assert fixed.count("{{name}}") == text.count("{{name}}")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_nothing_raises(linter: Linter, text: str):
    linter.fix(text)
    linter.fix(text, unsafe=True)
    linter.rewrite(text)
