"""What to say instead: every suggestion is ready to replace and clean; `fix` applies the safe ones and comes to rest."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import Linter
from linter.suggest import MOST
from phrasebook.model import Severity
from tests.books import write

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


BOOK = """\
version: 1
words:
  责怪: [又填错]
rules:
  - id: not-my-job
    title: 推诿
    scenario: 推诿
    severity: error
    why: 客户会觉得被推开了。
    phrases: [这事不归我管, 不归我管]
    alternatives: [这件事我来帮您处理]
    bad: [这事不归我管呀]
    good: [这个不归属于保修范围]
  - id: dont-know
    title: 不知道
    scenario: 不专业
    severity: error
    why: 客户还是不知道怎么办。
    phrases: [这个我不知道, 我不知道]
    alternatives: ["您好,真对不起,我确认一下,稍后回复您好吗?"]
    bad: [我不知道]
    good: [我不知道您方便不方便]
    exceptions: [我不知道您方便]
  - id: stupid
    title: 嫌客户笨
    scenario: 指责
    severity: error
    why: 客户会觉得丢脸。
    phrases: [你怎么这么笨]
    alternatives: ["没关系,这一步容易点错,我帮您恢复"]
    bad: [你怎么这么笨]
    good: [这台机器怎么这么笨重]
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """A book of three rules and no patterns, so that what the built-in rules list first doesn't matter."""
    return Linter.load(*write(tmp_path_factory.mktemp("book"), book=BOOK), builtin=False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("这事真的不归我管呀。", "这件事我来帮您处理。"),
        ("您好，这个我不知道！", "您好，真对不起，我确认一下，稍后回复您好吗？"),
        ("你怎么这么笨,又填错了。", "没关系,这一步容易点错,我帮您恢复。"),
        ("你怎么这么笨,表格第3行又填错了。", "没关系,这一步容易点错,我帮您恢复,表格第3行又填错了。"),
        ("您的订单已经发货了,预计明天到。", "您的订单已经发货了,预计明天到。"),
        ("你必须先把商品寄回来。", "你必须先把商品寄回来。"),
    ],
)
def test_fix_fits_an_alternative_into_its_sentence(small: Linter, text: str, wanted: str):
    assert small.fix(text) == wanted


def test_a_book_without_patterns_rewords_nothing(small: Linter):
    for text in ("你必须付款", "客户:我等了三天!\n客服:这事不归我管", "(客户生气)你得等"):
        assert small.rewrite(text) == ()
    (found,) = small.check("这事不归我管")
    assert [each.text for each in found.suggestions] == ["这件事我来帮您处理"]


def test_fix_rewords_an_order(linter: Linter):
    assert linter.fix("你必须先把商品寄回来。") == "您能先把商品寄回来吗？"


def test_fix_answers_a_refusal_with_the_next_step(linter: Linter):
    assert linter.fix("现在修不了，得先派人去看。") == "为了尽快帮您修，我们会先派人去看，您可以稍等一下吗？"


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
    "??",
    "，",
    "！！",
    "17:00",
    "否则后果自负",
    "🙂",
    "王先生",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_fix_comes_to_rest_on_any_text(linter: Linter, text: str):
    fixed = linter.fix(text)
    assert linter.fix(fixed) == fixed
    assert fixed.count("{{name}}") == text.count("{{name}}")
    assert fixed.count("17:00") == text.count("17:00")
    left = [found for found in linter.check(fixed) if found.severity > Severity.HINT]
    assert not [each.text for found in left for each in found.suggestions if each.safe]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_nothing_raises(linter: Linter, text: str):
    linter.fix(text)
    linter.fix(text, unsafe=True)
    linter.rewrite(text)
