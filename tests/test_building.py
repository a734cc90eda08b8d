"""A rule file's records become the model's data, with sources, places and defaults."""

import pytest

from phrasebook.loading import load
from phrasebook.model import About, Judge, Severity, Source
from phrasebook.places import Location, Span
from tests.books import RULE, complaints, write

FULL = """\
version: 1
documents: {handbook: 客服手册}
groups:
  我: [我, 我们]
rules:
  - id: not-my-job
    title: 推诿
    scenario: 推诿
    severity: warning
    judge: alone
    about: anyone
    why: >
      客户会觉得
      被推开了。
    phrases:
      - text: 这事不归我管
        document: handbook
        section: 禁忌语 3
        forms: ["不归{我}管"]
      - "{我}没空"
    alternatives:
      - use: i-am
      - say: 我来帮您处理
      - 我马上处理
    pattern: can-you
    exceptions: [不归属于]
    without: [subject]
    bad: [这事不归我管呀]
    good:
      - 这个不归属于保修范围
      - text: 归我管
approved:
  - id: i-am
    text: 您好,我是XXX,XXX号为您服务
    scenario: 自报家门
    document: handbook
    section: 常用语
    note: 原件如此
    slots:
      - {token: XXX, name: 姓名, type: person}
      - {token: XXX, name: 工号, type: staff-number}
situations:
  - id: s-1
    number: 1
    title: 客户等了很久
    document: handbook
    approved: [i-am]
    banned: [急什么]
    actions: [先道歉]
    misconduct: [挂电话]
patterns:
  - id: can-you
    number: 2
    name: 你能……吗
    when: [要客户做事时]
    effects: [不生硬]
    replaces: [你必须……]
    models: [您能……吗]
    examples:
      - {before: 你必须来, after: 您能来吗}
"""


@pytest.fixture
def book(tmp_path):
    return load(*write(tmp_path, f=FULL), builtin=False)


def test_a_rule(book, tmp_path):
    (rule,) = book.rules
    path = str(tmp_path / "f.yaml")
    printed, own = rule.phrases
    assert (rule.severity, rule.judge, rule.about) == (Severity.WARNING, Judge.ALONE, About.ANYONE)
    assert (rule.why, rule.pattern) == ("客户会觉得 被推开了。", "can-you")
    assert (rule.exceptions, rule.without) == (("不归属于",), ("subject",))
    assert rule.at == Location(path, 6, 5)
    assert (printed.source, printed.forms) == (Source("客服手册", "禁忌语 3"), ("不归{我}管",))
    assert (own.text, own.source.ours, own.forms, own.at) == ("{我}没空", True, (), Location(path, 20, 9))
    assert [example.text for example in rule.good] == ["这个不归属于保修范围", "归我管"]


def test_alternatives_are_approved_or_our_own(book):
    (rule,) = book.rules
    assert [(each.text, each.ref, str(each.source)) for each in rule.alternatives] == [
        ("您好,我是XXX,XXX号为您服务", "i-am", "《客服手册》常用语"),
        ("我来帮您处理", "", "本词库自拟"),
        ("我马上处理", "", "本词库自拟"),
    ]


def test_blanks_stand_in_the_order_of_the_text(book):
    (approved,) = book.recommendations
    name, number = approved.slots
    assert (name.span, number.span) == (Span(5, 8), Span(9, 12))
    assert approved.filled({name: "王芳", number: "1024"}) == "您好,我是王芳,1024号为您服务"
    assert approved.filled({number: "1024"}) == "您好,我是XXX,1024号为您服务"
    assert approved.note == "原件如此"


def test_a_situation_and_a_pattern(book):
    (situation,), (pattern,) = book.situations, book.patterns
    assert (situation.approved, situation.banned) == (("i-am",), ("急什么",))
    assert (situation.actions, situation.misconduct) == (("先道歉",), ("挂电话",))
    assert (pattern.when, pattern.effects) == (("要客户做事时",), ("不生硬",))
    assert (pattern.replaces, pattern.models) == (("你必须……",), ("您能……吗",))
    assert [(each.before, each.after) for each in pattern.examples] == [("你必须来", "您能来吗")]


def test_what_is_not_written(tmp_path):
    (rule,) = load(*write(tmp_path, f=RULE), builtin=False).rules
    assert (rule.judge, rule.about, rule.pattern) == (Judge.ALWAYS, About.AGENT, "")
    assert (rule.exceptions, rule.without) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("{token: XXX, name: 姓名", "{token: YYY, name: 姓名", "40:9", "句子里没有“YYY”"),
        ("{token: XXX, name: 工号", "{token: 您好, name: 工号", "41:9", "“您好”的位置在前一个空的前面：空要按句子里的次序写"),
        ("section: 禁忌语 3\n        forms", "forms", "", ""),
        ("        document: handbook\n        section: 禁忌语 3\n", "        section: 禁忌语 3\n", "16:9", "写了 section 就要写 document：是哪份文件的章节"),
    ],
)  # fmt: skip
def test_parts_that_do_not_fit(tmp_path, old, new, place, message):
    assert old in FULL
    expected = [f"f.yaml:{place}: {message}"] if message else []
    assert complaints(*write(tmp_path, f=FULL.replace(old, new))) == expected
