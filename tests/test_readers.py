"""Every format: the replies, nothing else, and each character's place in the raw file."""

import csv
import io
import json

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.readers import FORMATS, format_of, read_bytes
from linter.readers.choices import Choices
from linter.readers.replies import Reply
from phrasebook.places import Span
from phrasebook.problems import Problem

FAULT = "不归我管"
EXTRA = "xlsx"


def read(name, text, encoding="utf-8", **choices):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    _, reading = read_bytes(name, data, format_of(name), Choices(**choices))
    return list(reading)


def replies(name, text, encoding="utf-8", **choices):
    return [each for each in read(name, text, encoding, **choices) if isinstance(each, Reply)]


def problems(name, text, encoding="utf-8", **choices):
    return [each for each in read(name, text, encoding, **choices) if isinstance(each, Problem)]


# name, raw file, then for each time FAULT is said by the agent: id, address, the raw words, and which of
# their occurrences in the file it is.
PLACES = [
    ("a.txt", f"您好\r\n这{FAULT}\r\n", [(None, "None", FAULT, 0)]),
    ("a.txt", f"客户：{FAULT}\n坐席8001：您好\n  {FAULT}\n", [(None, "None", FAULT, 1)]),
    ("a.txt", f"[10:02:03] 客服小王: {FAULT}\n[10:02:09] 用户: {FAULT}\n", [(None, "None", FAULT, 0)]),
    ("a.md", f"# 标题\n\n- **{FAULT}**\n", [(None, "None", FAULT, 0)]),
    (
        "a.html",
        "<p title='不归我管'>您&nbsp;<b>不归</b>&#25105;管</p>",
        [(None, "None", "不归</b>&#25105;管", 0)],
    ),
    ("a.json", '[{"short_code": "k", "content": "a\\n\\"不归我管"}]', [("k", "/0/content", FAULT, 0)]),
    (
        "a.json",
        json.dumps({"macros": [{"id": 7, "actions": [{"field": "comment_value", "value": FAULT}]}]}),
        [(7, "/macros/0/actions/0/value", "\\u4e0d\\u5f52\\u6211\\u7ba1", 0)],
    ),
    (
        "a.json",
        '{"data": [{"id": "m", "body": "<p>&lt;不归我管</p>", "body_text": "不归我管"}]}',
        [("m", "/data/0/body", FAULT, 0), ("m", "/data/0/body_text", FAULT, 1)],
    ),
    (
        "a.json",
        '[{"id": 3, "actions": [{"arguments": {"body_text": "不归我管", "body_html": "<br>不归我管"}}]}]',
        [
            (3, "/0/actions/0/arguments/body_text", FAULT, 0),
            (3, "/0/actions/0/arguments/body_html", FAULT, 1),
        ],
    ),
    ("a.json", '{"问候": "不归我管", "n": 1}', [(None, "/问候", FAULT, 0)]),
    (
        "a.json",
        '{"messages": [{"role": "user", "content": "不归我管"}, {"role": "assistant", "content": "不归我管"}]}',
        [(None, "/messages/1/content", FAULT, 1)],
    ),
    (
        "a.jsonl",
        '{"text": "您好", "id": 1}\r\n\n{"id": "二", "role": "agent", "text": "\\t\\u4e0d归我管"}\n'
        '{"role": "customer", "text": "不归我管"}\n',
        [("二", "/text", "\\u4e0d归我管", 0)],
    ),
    (
        "a.yaml",
        "开场:\n  - '它''不归我管'\n  - |\n    一\n    不归我管\n",
        [
            (None, "/开场/0", FAULT, 0),
            (None, "/开场/1", FAULT, 1),
        ],
    ),
    ("a.yaml", 'a: >-\n  您好\n  不归我管\nb: "x\\u4e0d归\n  我管"\n', [(None, "/a", FAULT, 0)]),
    (
        "a.csv",
        '编号,话术内容（必填）,备注\r\nK1,"他说""不归我管""",不归我管\r\n',
        [("K1", "B2(话术内容（必填）)", FAULT, 0)],
    ),
    (
        "a.csv",
        '快捷短语编码,快捷短语,快捷短语分组\nK1,"您好\n,不归我管",x\n',
        [("K1", "B2(快捷短语)", FAULT, 0)],
    ),
    ("a.csv", "角色;内容\n客户;不归我管\n客服;不归我管\n", [(None, "B3(内容)", FAULT, 1)]),
    (
        "a.tsv",
        "name\tkeywords\tcontent\nx\ty\t<p>a&nbsp;不归我管</p>\n",
        [("x", "C2(content)", FAULT, 0)],
    ),
]


def place(text, words, nth, further=0):
    """Line and column of the nth time the words stand in the file, counted the plain way."""
    before = words.join(text.split(words)[: nth + 1]) + words[:further]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize(("name", "text", "expected"), PLACES)
def test_each_fault_is_at_its_place(name, text, expected, encoding):
    found = []
    for reply in replies(name, text, encoding):
        at = reply.text.find(FAULT)
        if at < 0:
            continue
        span = Span(at, at + len(FAULT))
        start, end = reply.places(span)
        raw = reply.raw(span).of(reply.document.text)
        found.append((reply.id, str(reply.address), raw, (start.line, start.column), (end.line, end.column)))
    assert found == [
        (id, address, raw, place(text, raw, nth), place(text, raw, nth, len(raw)))
        for id, address, raw, nth in expected
    ]
    assert problems(name, text, encoding) == []


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.json", "[1, 2", "文件末尾"),
        ("a.json", '{"content": "abc', "字符串没有结束"),
        ("a.json", '[{"content": "a"}] x', "多余的内容"),
        ("a.json", '[{"foo": "我不知道"}]', "认不出哪些字段"),
        ("a.json", "[" * 300, "层"),
        ("a.jsonl", '{"text": "a"}\n{"text": "b', "字符串没有结束"),
        ("a.jsonl", '{"foo": 1}\n', "认不出哪些字段"),
        ("a.yaml", "a: [1", "没有收尾"),
        ("a.yaml", "- " * 300, "层"),
        ("a.yaml", "- a: x\n", "认不出哪些字段"),
        ("a.csv", "甲,乙\n1,2\n", "认不出哪一列"),
        ("a.csv", '内容\n"没有结束\n', "引号没有结束"),
        ("a.csv", "id,内容\n1,您好,再见\n", "逗号时要加引号"),
        ("a.html", "<p>您好<a href='x", "没有结束"),
        ("a.html", "<p>您好<!-- x", "没有结束"),
        ("a.txt", "您好".encode()[:-1], "不是完整的 UTF-8"),
        ("a.txt", b"\xff\xfea", "不是完整的 UTF-16"),
        ("a.txt", "您好 ".encode("utf-16-le"), "缺少 BOM"),
        ("a.txt", "客戶您好,這個不歸我管,請聯絡廠商處理".encode("big5"), "认不出编码"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "二进制"),
        ("a.xlsx", b"PK\x03\x04", "不是完整的 XLSX"),
    ],
)
def test_what_can_not_be_read_is_said(name, text, says):
    (problem, *_) = problems(name, text)
    assert says in problem.message


@pytest.mark.parametrize(
    ("name", "text", "fields", "found"),
    [
        ("a.json", '{"a": {"b": [{"c": "一"}, {"c": "二"}]}, "c": "三"}', ("c",), ["一", "二", "三"]),
        ("a.json", '{"a": {"b": [{"c": "一"}, {"c": "二"}]}, "c": "三"}', ("$.a.b[*].c",), ["一", "二"]),
        ("a.json", '{"a": {"b": [{"c": "一"}, {"c": "二"}]}, "c": "三"}', ("a.b[1].c",), ["二"]),
        ("a.json", '{"x": ["一", "二"]}', ("x",), ["一", "二"]),
        ("a.json", '{"a.b": {"c": "一"}}', ("['a.b'].c",), ["一"]),
        ("a.yaml", "a:\n  c: 一\nb:\n  c: 二\n", ("$.a..c",), ["一"]),
        ("a.jsonl", '{"foo": "一"}\n{"foo": "二"}', ("foo",), ["一", "二"]),
        ("a.csv", "甲,乙\n1,一\n2,二\n", ("乙",), ["一", "二"]),
    ],
)
def test_fields_are_chosen(name, text, fields, found):
    assert [reply.text for reply in replies(name, text, fields=fields)] == found


@pytest.mark.parametrize(("name", "text"), [
    ("a.json", '{"a": "b"}'), ("a.yaml", "a: b"), ("a.csv", "a\nb\n"), ("a.jsonl", '{"a": "b"}'),
])  # fmt: skip
def test_a_field_that_matches_nothing_is_a_problem(name, text):
    assert "没有找到" in problems(name, text, fields=("没有",))[0].message


def test_lines_of_a_text_file():
    found = replies("a.txt", "喂\n\n  您好 \n# huashu: allow x -- y\n", by_line=True)
    assert [reply.text for reply in found] == ["喂", "  您好 "]


def test_markdown_keeps_code_and_links_out():
    text = (
        "---\ntitle: 我不知道\n---\n[看这里](http://x/不归我管) `不归我管` <b>行</b> ![图](不归我管)\n\n"
        "```\n不归我管\n```\n<div title='不归我管'>\n词\n</div>\n\n[r]: 不归我管\n***强调***\n"
    )
    (reply,) = replies("a.md", text)
    unread = set()
    for span in (*reply.hidden, *reply.opaque):
        unread.update(range(span.start, span.end))
    seen = "".join(" " if at in unread else character for at, character in enumerate(reply.text))
    assert seen.split() == ["看这里", "行", "词", "强调"]


@pytest.mark.skipif(not pytest.importorskip("openpyxl"), reason="the xlsx extra is not installed")
class TestWorkbooks:
    @staticmethod
    def book(*rows, title="话术", more=()):
        import openpyxl

        workbook = openpyxl.Workbook()
        workbook.active.title = title
        for row in rows:
            workbook.active.append(row)
        for name, sheet in more:
            added = workbook.create_sheet(name)
            for row in sheet:
                added.append(row)
        file = io.BytesIO()
        workbook.save(file)
        return file.getvalue()

    def test_sheet_and_cell(self):
        data = self.book(
            ["客服话术库"],
            ["一级分类（必填）", "话术内容（必填）"],
            ["售后", "您好\n不归我管"],
            more=[("说明", [["请填写"]])],
        )
        (reply,) = read("a.xlsx", data)
        assert str(reply.address) == "话术!B3(话术内容（必填）)"
        start, _ = reply.places(Span(3, 7))
        assert (start.line, start.column) == (3, 2)

    def test_a_table_without_replies_is_a_problem(self):
        data = self.book(["快捷编码", "快捷短语"], ["a", "您好"], more=[("别的", [["甲", "乙"], ["1", "2"]])])
        assert [
            "认不出哪一列" in str(each) for each in read("a.xlsx", data) if isinstance(each, Problem)
        ] == [True]

    def test_a_formula_without_its_result_is_a_problem(self):
        data = self.book(["快捷短语"], ["您好"], ['="不归"&"我管"'])
        said = read("a.xlsx", data)
        assert [each.text for each in said if isinstance(each, Reply)] == ["您好"]
        assert "话术!A3 是公式" in str(next(each for each in said if isinstance(each, Problem)))

    def test_a_bomb_is_refused(self):
        import zipfile

        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
        (problem,) = read("a.xlsx", file.getvalue())
        assert "压缩炸弹" in problem.message

    def test_every_cut_is_a_problem(self):
        data = self.book(["快捷短语"], ["您好"])
        for length in range(0, len(data), 97):
            assert any(isinstance(each, Problem) for each in read("a.xlsx", data[:length])), length


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@given(data=st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_reader_raises_on_any_bytes(format, data):
    for each in read("a" + format.suffixes[0], data):
        if isinstance(each, Reply):
            each.places(Span(0, len(each.text)))


MARKS = st.text(st.sampled_from("我不归管,;\t\r\n\"'\\{}[]<>&#*_`~|:-!%@ a1/=人😀\ud7ff　"), max_size=60)


@pytest.mark.parametrize(
    "format", [each for each in FORMATS if each.name != EXTRA], ids=lambda format: format.name
)
@given(text=MARKS)
@settings(max_examples=150, deadline=None)
def test_no_reader_raises_on_any_marks(format, text):
    for each in read("a" + format.suffixes[0], text):
        if isinstance(each, Reply):
            for at in range(len(each.text)):
                raw = each.raw(Span(at, at + 1))
                assert 0 <= raw.start <= raw.end <= len(text)


@given(words=MARKS)
@settings(max_examples=150, deadline=None)
def test_json_strings_trace_back(words):
    text = json.dumps({"content": words})
    (reply,) = [each for each in replies("a.json", text) if each.layers[-1].text == words] or [None]
    layer = reply.layers[-1]
    for at, character in enumerate(words):
        raw = layer.trace().raw(Span(at, at + 1)).of(text)
        assert json.loads(f'"{raw}"') == character


@given(rows=st.lists(MARKS, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_csv_reads_as_the_csv_module_does(rows):
    file = io.StringIO()
    csv.writer(file).writerows([["content"], *([row] for row in rows)])
    told = [reply.layers[-1] for reply in replies("a.csv", file.getvalue())]
    assert [layer.text for layer in told] == [row for row in rows if row.strip()]
    for layer in told:
        for at, character in enumerate(layer.text):
            assert layer.trace().raw(Span(at, at + 1)).of(file.getvalue()) in (character, '""')


@given(
    words=st.text(st.sampled_from("我不归管, \n'\"#:-x|>"), min_size=1, max_size=40),
    style=st.sampled_from(["", "'", '"', "|", ">"]),
)
@example(words="\n x", style="|")
@settings(max_examples=200, deadline=None)
def test_yaml_scalars_trace_back(words, style):
    text = yaml.dump({"k": {"content": words}}, allow_unicode=True, default_style=style or None, width=20)
    for reply in replies("a.yaml", text):
        layer = reply.layers[-1]
        if layer.text != words:
            continue
        for at, character in enumerate(words):
            if character in "我不归管x":
                assert layer.trace().raw(Span(at, at + 1)).of(text) == character


HTML = [
    "<p>您好</p><p>再见</p>",
    "<div>一<br>二</div>",
    "a&amp;b&lt;c&#25105;",
    '<ul><li class="x>y">一</li><li>二</li></ul>',
    "<b>粗</b><i>斜</i>",
    "<!-- 注 -->文<script>var a='<p>';</script>字",
]


@pytest.mark.parametrize("text", HTML)
def test_html_says_what_the_standard_parser_says(text):
    from html.parser import HTMLParser

    class Words(HTMLParser):
        said, skipped = "", False

        def handle_starttag(self, tag, attributes):
            self.skipped = tag == "script"

        def handle_endtag(self, tag):
            self.skipped = False

        def handle_data(self, data):
            self.said += "" if self.skipped else data

    words = Words(convert_charrefs=True)
    words.feed(text)
    words.close()
    (reply,) = replies("a.html", text)
    assert "".join(reply.text.split()) == "".join(words.said.split())
