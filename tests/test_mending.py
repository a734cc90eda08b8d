"""`fix` changes the reply's own characters and not one byte beside them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.files.checking import Job
from linter.files.mending import Mender
from linter.readers import FORMATS, format_of
from linter.settings import FileSettings
from tests.plain_linter import RULES, PlainLinter

KNOWN = [name for rule in RULES for name in (rule.id, rule.scenario)]
TODAY = date(2026, 1, 1)
BAD, GOOD = "不归我管", "我来帮您处理"


def mend(name, data, unsafe=False, instead=None):
    mender = Mender(PlainLinter(instead), KNOWN, TODAY, lambda entry: False, unsafe)
    return mender.mend(Job(name, data, format_of(name), FileSettings(name)))


# The file before and after; every byte of both is written out.
CASES = [
    ("a.txt", f"您好\r\n\r\n  这{BAD}\t\r\n", f"您好\r\n\r\n  这{GOOD}\t\r\n"),
    ("a.txt", f"{BAD}", f"{GOOD}"),
    ("a.txt", f"客户：{BAD}\n坐席：{BAD}", f"客户：{BAD}\n坐席：{GOOD}"),
    (
        "a.txt",
        f"# huashu: allow not-my-job -- 反例\n{BAD}\n{BAD}\n",
        f"# huashu: allow not-my-job -- 反例\n{BAD}\n{GOOD}\n",
    ),
    ("a.md", f"# `{BAD}`\n\n*  {BAD}**！**\n", f"# `{BAD}`\n\n*  {GOOD}**！**\n"),
    ("a.html", f"<P TITLE={BAD}>&nbsp;{BAD}&#33;</p >", f"<P TITLE={BAD}>&nbsp;{GOOD}&#33;</p >"),
    ("a.html", "<p>不&#24402;我管</p>", f"<p>{GOOD}</p>"),
    ("a.html", "<p>不<b>归我</b>管</p>", "<p>不<b>归我</b>管</p>"),
    (
        "a.json",
        f'[ {{"content":"\\t{BAD}\\/\\u0041" ,"b" : 1e5}}]\n',
        f'[ {{"content":"\\t{GOOD}\\/\\u0041" ,"b" : 1e5}}]\n',
    ),
    (
        "a.json",
        '{"content": "\\u4e0d\\u5f52\\u6211\\u7ba1!"}',
        '{"content": "\\u6211\\u6765\\u5e2e\\u60a8\\u5904\\u7406!"}',
    ),
    (
        "a.json",
        f'[{{"body":"<p>{BAD}</p>","body_text":"{BAD}"}}]',
        f'[{{"body":"<p>{GOOD}</p>","body_text":"{GOOD}"}}]',
    ),
    (
        "a.jsonl",
        f'{{"text":"{BAD}"}}\r\n\r\n{{"role":"user","text":"{BAD}"}}\r\n{{ "text" : "{BAD}" }}',
        f'{{"text":"{GOOD}"}}\r\n\r\n{{"role":"user","text":"{BAD}"}}\r\n{{ "text" : "{GOOD}" }}',
    ),
    (
        "a.yaml",
        f"# 注\na:   {BAD} # 尾\nb: '{BAD}'\nc: \"{BAD}\\n\"\nd: |-\n   {BAD}\n\n   x\ne: [ {BAD},{BAD} ]\n",
        f"# 注\na:   {GOOD} # 尾\nb: '{GOOD}'\nc: \"{GOOD}\\n\"\nd: |-\n   {GOOD}\n\n   x\ne: [ {GOOD},{GOOD} ]\n",
    ),
    ("a.csv", f'id,内容\r\n1,"{BAD}"",",x\r\n\r\n2,{BAD}\r\n', None),
    ("a.csv", f'id,内容\r\n1,"{BAD}"""\r\n\r\n2,{BAD}\r\n', f'id,内容\r\n1,"{GOOD}"""\r\n\r\n2,{GOOD}\r\n'),
    ("a.csv", f"{BAD};内容\n{BAD};{BAD}", f"{BAD};内容\n{BAD};{GOOD}"),
    ("a.tsv", f"内容\t备注\n&nbsp;{BAD}\t{BAD}\n", f"内容\t备注\n&nbsp;{GOOD}\t{BAD}\n"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize(("name", "before", "after"), CASES)
def test_only_the_words_change(name, before, after, encoding):
    data = before.encode(encoding)
    mended = mend(name, data)
    if after is None:
        assert mended.data == data
        assert mended.problems
    else:
        assert mended.data == after.encode(encoding)
        assert not mended.problems


@pytest.mark.parametrize(
    ("name", "before", "instead", "after"),
    [
        ("a.csv", f"id,内容\n1,{BAD}!\n", '好,"马上"', 'id,内容\n1,"好,""马上""!"\n'),
        ("a.csv", f'id,内容\n1,"{BAD}!"\n', '好,"马上"', 'id,内容\n1,"好,""马上""!"\n'),
        ("a.json", f'{{"content": "{BAD}"}}', '好"\\\n', '{"content": "好\\"\\\\\\n"}'),
        ("a.yaml", f"- {BAD} # x\n", "好: 马上 #1", '- "好: 马上 #1" # x\n'),
        ("a.yaml", f"- [{BAD}]\n", "好, 马上", '- ["好, 马上"]\n'),
        ("a.yaml", f"- '{BAD}'\n", "它's", "- 'it''s'\n".replace("it", "它")),
        ("a.yaml", f"- |\n  {BAD}\n", "一\n二", "- |\n  一\n  二\n"),
        ("a.html", f"<p>{BAD}</p>", "A&B<c>", "<p>A&amp;B&lt;c&gt;</p>"),
        ("a.md", f"{BAD}\n", "看 [这里](x)", f"{BAD}\n"),
    ],
)
def test_words_are_written_as_the_format_wants(name, before, instead, after):
    mended = mend(name, before.encode(), instead={"not-my-job": instead})
    assert mended.data.decode() == after


def test_what_has_blanks_needs_unsafe():
    data = "我不知道".encode()
    assert mend("a.txt", data).data == data
    assert mend("a.txt", data, unsafe=True).data == "我帮您核实".encode()


@pytest.mark.parametrize(("name", "data"), [
    ("a.json", '[{"content": "不归我管"'.encode()),
    ("a.csv", "甲\n不归我管\n".encode()),
    ("a.txt", "不归我管".encode()[:-1]),
])  # fmt: skip
def test_a_file_with_problems_stays_as_it_was(name, data):
    mended = mend(name, data)
    assert mended.data == data
    assert mended.problems


def test_a_workbook_is_not_rewritten():
    openpyxl = pytest.importorskip("openpyxl")
    import io

    book = openpyxl.Workbook()
    book.active.append(["快捷短语"])
    book.active.append([BAD])
    file = io.BytesIO()
    book.save(file)
    mended = mend("a.xlsx", file.getvalue())
    assert mended.data == file.getvalue()
    assert "单元格" in mended.problems[0].message


MARKS = st.text(st.sampled_from("不归我管我不知道,;\t\r\n\"'\\{}[]<>&#*_`:- a"), max_size=30)
TEXT_FORMATS = [format for format in FORMATS if format.is_text]


@pytest.mark.parametrize("format", TEXT_FORMATS, ids=lambda format: format.name)
@given(before=MARKS, after=MARKS)
@settings(max_examples=100, deadline=None)
def test_mending_never_raises_and_mending_again_changes_nothing(format, before, after):
    name = "a" + format.suffixes[0]
    data = (before + BAD + after).encode()
    once = mend(name, data, unsafe=True)
    assert mend(name, once.data, unsafe=True).data == once.data
