"""Forms with one strange character in them, and ordinary text with rare ones."""

import pytest

from linter import Linter
from phrasebook.model import Severity

LINTER = Linter.load()


@pytest.mark.parametrize(
    ("reply", "faulty", "rule"),
    [
        ("不清梦", "不清梦", "i-dont-know"),
        ("这事不归我営", "这事不归我営", "not-my-job"),
        ("你怎么连这都不慬", "你怎么连这都不慬", "call-the-customer-stupid"),
        ("这合同怎么笺的，我不清楚", "这合同怎么笺的", "who-signed-this"),
        ("家里停水停电我不菅，到期照样要交", "我不菅", "i-dont-care"),
        ("开发人员，怎么这祥", "开发人员，怎么这祥", "badmouth-colleagues"),
    ],
)
def test_one_strange_character_hides_no_phrase(reply, faulty, rule):
    found = [(each.text, each.rule.id, each.match) for each in LINTER.check(reply)]
    assert (faulty, rule, "look-alike") in found


@pytest.mark.parametrize(
    "reply",
    [
        "这事不怪您",  # a verb of its own
        "不需要",  # 需要 is a word; what it means alone another matter
        "这个不偏码，拍平时的尺码就行",  # a rare character that resembles none
        "我姓菅，您叫我小菅就行",
        "我找李骞，他在吗",
        "您不诩",  # what is left says too little
        "这事不归我們组，我帮您转给售后组，10分钟内给您回电",
    ],
)
def test_a_rare_character_alone_is_no_fault(reply):
    found = [
        each for each in LINTER.check(reply) if each.severity > Severity.HINT and each.match == "look-alike"
    ]
    assert not found


@pytest.mark.parametrize("reply", ["我甚清楚", "臣知道"])
def test_the_character_that_decides_is_never_guessed(reply):
    assert not [each for each in LINTER.check(reply) if each.match == "look-alike"]
