"""Finding one phrase in all the ways it is typed, and nothing else; a small book of its own."""

import pytest

from linter import Linter
from phrasebook.model import Phrase, Phrasebook, Rule, Severity, Source
from phrasebook.places import Location

HERE = Location("test", 1, 1)
GROUPS = {
    "我": ("我", "我们", "我这边"),
    "不知道": ("不知道", "不清楚", "不晓得"),
    "管": ("管", "负责", "处理"),
    "问": ("问", "打电话"),
}


def rule(name: str, *forms: str) -> Rule:
    printed = [Phrase(form, Source(), HERE) for form in forms if "。" not in form]
    bounded = [Phrase("另有说法", Source(), HERE, (form,)) for form in forms if "。" in form]
    return Rule(name, name, "", Severity.ERROR, "", (*printed, *bounded), (), (), (), HERE)


@pytest.fixture(scope="module")
def small() -> Linter:
    rules = (
        rule("ignorance", "{我}{不知道}"),
        rule("not-my-job", "这事不归我管", "不归{我}{管}"),
        rule("reset", "有问题?关电复位就得了"),
        rule("attitude", "我就这态度,有意见,找领导去"),
        rule("so-easy", "这么简单…还{问}"),
        rule("cannot", "反正[{我}]做不了"),
        rule("not-for-you", "又不是给您一个人用的"),
        rule("no-time", "没空闲", "没空。", "。急什么。"),
    )
    return Linter(Phrasebook(rules=rules, groups=GROUPS))


@pytest.mark.parametrize(
    ("text", "said", "match"),
    [
        ("我不知道", "我不知道", "exact"),
        ("您好,这个我不清楚,抱歉", "我不清楚", "exact"),
        ("我们真的不晓得呢", "我们真的不晓得", "filler"),
        ("我布知道", "我布知道", "sound"),
        ("我不资道", "我不资道", "sound"),
        ("我不卸道", "我不卸道", "look-alike"),
        ("这事不归我菅", "这事不归我菅", "look-alike"),
        ("这个我不道知", "我不道知", "edit"),
        ("我 不 知 道", "我 不 知 道", "noise"),
        ("我😀不x知道", "我😀不x知道", "noise"),
        ("我不知知道", "我不知知道", "noise"),
        ("這事不歸我管", "這事不歸我管", "exact"),
        ("這事不歸我們負責", "不歸我們負責", "exact"),
        ("这事其实不归我管呀", "这事其实不归我管", "filler"),
        ("这是不归窝管", "这是不归窝管", "sound"),
        ("这事儿跟我说没用,这事不归我管", "这事不归我管", "exact"),
        ("关电复位就得了", None, None),
        ("有问题？关电复位就得了", "有问题？关电复位就得了", "exact"),
        ("有问题?关电位就得了", "有问题?关电位就得了", "edit"),
        ("有问题?关掉电复位就得了", "有问题?关掉电复位就得了", "edit"),
        ("找领导去,有意见,我就这态度", "找领导去,有意见,我就这态度", "exact"),
        ("这么简单的问题您还来打电话", "这么简单的问题您还来打电话", "filler"),
        ("这么简单,您还问", None, None),
        ("反正做不了", "反正做不了", "exact"),
        ("反正我这边做不了", "反正我这边做不了", "exact"),
        ("我做不了", None, None),
        ("又不是给你一个人用的", "又不是给你一个人用的", "exact"),
        ("不是给您一个人用的", None, None),
        ("又不是给我一个人用的", None, None),
        ("您知道", None, None),
        ("你不知道", None, None),
        ("这事不归你管", None, None),
        ("这事归我管", None, None),
        ("不归，我管", None, None),
        ("", None, None),
        ("上门?真的没空呢", "没空", "exact"),
        ("没空调的房间", None, None),
        ("您好,急什么呀", "急什么", "exact"),
        ("急什么时候要的单", None, None),
        ("不用急什么", None, None),
        ("不归我管。这事已登记", "不归我管", "exact"),
        ("我不知道。\n你稍等", "我不知道", "exact"),
        ("这事不归我营。你好", "这事不归我营", "edit"),
    ],
)
def test_a_phrase_is_found_as_typed(small, text, said, match):
    found = [(finding.text, finding.match) for finding in small.check(text)]
    assert found == ([(said, match)] if said else [])


def test_two_faults_are_two_findings(small):
    assert [f.rule.id for f in small.check("我不知道,这事不归我管")] == ["ignorance", "not-my-job"]


def test_one_fault_is_one_finding(small):
    (finding,) = small.check("这事不归我管")
    assert finding.phrase == "这事不归我管"


def test_places_are_for_people(small):
    (finding,) = small.check("您好\n这个,我不知道")
    assert (finding.start.line, finding.start.column, finding.end.line, finding.end.column) == (2, 4, 2, 8)
    assert (finding.span.start, finding.span.end) == (6, 10)


def test_a_book_without_rules_finds_nothing():
    assert Linter(Phrasebook()).check("我不知道") == ()
