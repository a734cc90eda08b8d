"""The four sentence patterns: blunt sentences become what a good agent would send, the others stay as they are."""

import re

import pytest

from linter import Linter
from linter.rewording.slots import SLOTS
from linter.rewording.turns import read
from phrasebook.model import Severity
from phrasebook.notation import SLOTS as SLOT_NAMES
from tests.conftest import ROOT
from tests.rewrites import LEFT_ALONE, cases, outcome

FLOORS = {"understand": 0.96, "can-you": 0.97, "you-can": 0.95, "in-order-to": 0.96, LEFT_ALONE: 0.98}
ORDERS = re.compile("必须|务必|一定要|赶紧|赶快|本来应该|早该|不许|(?<!准)不准|严禁")
NUMBERS = re.compile(r"[0-9A-Za-z]+(?:[.:][0-9]+)*")


@pytest.mark.parametrize("pattern", FLOORS)
def test_nearly_all_cases_come_out_as_wanted(linter: Linter, pattern: str):
    outcomes = [outcome(linter, case) for case in cases() if case.pattern == pattern]
    failures = [each for each in outcomes if each.cause]
    share = 1 - len(failures) / len(outcomes)
    assert share >= FLOORS[pattern], f"{share:.1%}\n" + "\n".join(map(str, failures))


@pytest.fixture(scope="module")
def offers(linter: Linter):
    return [(case.before, each) for case in cases() for each in linter.rewrite(case.before)]


def test_nothing_offered_is_itself_a_fault(linter: Linter, offers):
    faults = [
        (each.text, found.text)
        for _, each in offers
        for found in linter.check(each.text)
        if found.severity > Severity.HINT
    ]
    assert not faults


def test_no_number_or_name_in_letters_is_lost(offers):
    """A note of the customer's mood before the reply is not for sending."""
    lost = [
        (before, each.text)
        for before, each in offers
        for fact in NUMBERS.findall(before[each.span.start + read(before).aside : each.span.end])
        if fact not in each.text
    ]
    assert not lost


def test_no_order_is_left_in_a_finished_rewording(offers):
    left = [(before, each.text) for before, each in offers if each.safe and ORDERS.search(each.text)]
    assert not left


def test_what_is_finished_has_no_blank_and_a_frame_is_not_safe(offers):
    assert all(("____" in each.text) <= (not each.safe) for _, each in offers)


def test_the_best_rewording_is_not_reworded_again(linter: Linter):
    firsts = [
        best for case in cases() if (best := next(iter(linter.rewrite(case.before)), None)) and best.safe
    ]
    again = [
        (first.text, each.text) for first in firsts for each in linter.rewrite(first.text)[:1] if each.safe
    ]
    assert len(again) <= len(firsts) // 100, again


def test_the_documents_own_examples_come_out_as_printed(linter: Linter):
    """With 您 for their 你; the one that promises a day the draft doesn't name says 稍等 instead."""
    printed = [example for pattern in linter.phrasebook.patterns for example in pattern.examples]
    said = {example.before: linter.rewrite(example.before)[0].text.rstrip("。") for example in printed}
    wanted = {example.before: example.after.replace("你", "您") for example in printed}
    day = "您可以等1天时间吗,我们"
    assert len(printed) == 4
    assert said == {before: after.replace(day, "您可以稍等一下吗?我们") for before, after in wanted.items()}


def test_every_form_does_what_its_examples_say(linter: Linter):
    """A trainer's test of a new form is its example."""
    failures = []
    for pattern in linter.phrasebook.patterns:
        for form in (*pattern.forms, *pattern.tails, *pattern.openings):
            assert form.examples, f"{form.at}: {form.name} 没有例子"
            for example in form.examples:
                offered = [each.text for each in linter.rewrite(example.before)]
                if example.after not in offered[:2]:
                    failures.append(f"{example.at}: {form.name}: {example.before} → {offered}")
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("您好，你必须明天付款！", "您好，您能明天付款吗？"),
        ("先把{{order_id}}报一下", "您能先把{{order_id}}报一下吗?"),
        ("你必须把“你好”两个字删掉。", "您能把“你好”两个字删掉吗？"),
        ("你必须在17:00前带1,000元现金来，谢谢。", "您能在17:00前带1,000元现金来吗？谢谢。"),
        ("你必须付款.", "您能付款吗?"),
        ("你怎么不早说？？", "下次您能早点说吗？"),
        ("发票丢了。你必须去补开。谢谢!", "发票丢了。您能去补开吗?谢谢!"),
    ],
)
def test_marks_quotations_and_other_sentences_stay(linter: Linter, text: str, wanted: str):
    assert linter.rewrite(text)[0].text == wanted


@pytest.mark.parametrize(
    "text",
    [
        "你这种情况我们修不了,得寄回厂家。",
        "我们现在不行,得先查一下监控,查完才能赔你的行李。",
        "我们不能直接给你换新机,得先寄回来检测。",
        "请假条必须家长签字,周一交给班主任。",
        "如果屏幕还是黑的,你就长按电源键十秒。",
        "你应该早上空腹来抽血,现在都下午了。",
    ],
)
def test_what_may_say_more_than_the_draft_is_for_the_agent_to_read(linter: Linter, text: str):
    assert not any(each.safe for each in linter.rewrite(text))


@pytest.mark.parametrize(
    "text",
    ["", " ", "?", "\n\n", "你", "必须", "____", "\ue000", "\ud800你必须付款", "你必须" * 300, "，" * 50],
)
def test_any_text_is_accepted(linter: Linter, text: str):
    for each in linter.rewrite(text):
        assert 0 <= each.span.start <= each.span.end <= len(text)


def test_the_guide_for_trainers_lists_every_slot():
    guide = (ROOT / "docs" / "句型改写.md").read_text("utf-8")
    assert all(f"| `<{name}>` | {about} |" in guide for name, about in SLOT_NAMES.items())
    assert SLOT_NAMES.keys() == SLOTS.keys()
