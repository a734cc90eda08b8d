"""What a record may hold: every departure is told with its place, what is allowed and the nearest name."""

import pytest

from phrasebook.loading import load
from tests.books import RULE, complaints, write

RULE_KEYS = "id、title、scenario、severity、judge、about、why、pattern、phrases、alternatives、exceptions、without、bad、good"
SEVERITIES = "error（错误：质检判不合格，不能发送）、warning（警告：应该改写）、hint（提示：请再想一想）"
SPLIT = "逗号后面没有空格：是一句话就给整句加上引号，是两句就在逗号后面加一个空格"
TAG = "词库文件不用 YAML 的 ! 标签；句子以 ! 开头时，请给整句加上引号"

# (what to replace in RULE, by what, place, message)
WRONG = [
    ("version: 1\n", "", "1:1", "规则文件缺少 version（格式的版本，现在是 1）"),
    ("version: 1", "version: 2", "1:10", "version 只能是 1，本程序不认识 2，也许需要升级"),
    ("version: 1", "version: one", "1:10", "version 应该是 1"),
    ("version: 1", "version: '1'", "1:10", "version 应该是 1"),
    ("title:", "titel:", "4:5", f"规则里没有“titel”这个键，是不是想写“title”？可以写：{RULE_KEYS}"),
    ("title:", "标题: 推诿\n    title:", "4:5", f"规则里没有“标题”这个键，可以写：{RULE_KEYS}"),
    ("title:", "[a]: b\n    title:", "4:5", "键应该是一个词"),
    ("title:", "!a title:", "4:5", TAG),
    ("title: 推诿", "title: 推诿\n    title: 推诿", "5:5", "“title”写了两遍，前一遍在第 4 行，请合并"),
    ("    title: 推诿\n", "", "3:5", "规则缺少 title（一句话说清楚是什么毛病）"),
    ("    bad: [这事不归我管呀]\n", "", "3:5", "规则缺少 bad（一定要查出来的例句）"),
    ("    good: [这个不归属于保修范围]\n", "", "3:5", "规则缺少 good（一定不能误报的例句，最好是差一点就犯规的）"),
    ("bad: [这事不归我管呀]", "bad: []", "10:10", "bad 里至少要有 1 项"),
    ("title: 推诿", "title:", "4:11", "title 是空的，应该写一段文字"),
    ("title: 推诿", "title: ''", "4:12", "title 是空的，应该写一段文字"),
    ("title: 推诿", "title: [推诿]", "4:12", "title 应该是一段文字"),
    ("title: 推诿", "title: 10086", "4:12", 'title 应该是一段文字；如果文字就是 10086，请加上引号："10086"'),
    ("title: 推诿", "title: true", "4:12", 'title 应该是一段文字；如果文字就是 true，请加上引号："true"'),
    ("title: 推诿", "title: ~", "4:12", 'title 应该是一段文字；如果文字就是 ~，请加上引号："~"'),
    ("title: 推诿", "title: !a 推诿", "4:12", TAG),
    ("title: 推诿", 'title: "推\\x1b[31m诿"', "4:12", "title 里有看不见的控制字符 U+001B，请删掉它"),
    ("title: 推诿", 'title: "推\\u202e诿"', "4:12", "title 里有看不见的控制字符 U+202E，请删掉它"),
    ("id: not-my-job", "id: Not_My_Job", "3:9", "id 不能写成“Not_My_Job”，应该是小写字母、数字和连字符，例如 not-my-job"),
    ("severity: error", "severity: eror", "6:15", f"severity 不能是“eror”，是不是想写“error”？可以写：{SEVERITIES}"),
    ("severity: error", "severity: 错误", "6:15", f"severity 不能是“错误”，可以写：{SEVERITIES}"),
    ("phrases: [这事不归我管]", "phrases: 这事不归我管", "8:14", "phrases 应该是一个列表，每一项以“- ”开头"),
    ("[这事不归我管]", "[[这事不归我管]]", "8:15", "phrases 的每一项应该是一组“键: 值”（text、document、section、forms）"),
    ("[这事不归我管]", "[{forms: [不归我管]}]", "8:15", "禁语缺少 text（不能说的话，照文件原文写）"),
    ("[这件事我来帮您处理]", "[{}]", "9:20", "替代说法要在 use、say 里选一个写，而且只写一个"),
    ("bad: [这事不归我管呀]", "bad: [这事,不归我管呀]", "10:14", SPLIT),
    ("rules:", "groups: [我]\nrules:", "2:9", "groups 应该是一组“同义词组: …”"),
    ("rules:", "groups: {我: 我们}\nrules:", "2:13", "“我”应该是一个列表，每一项以“- ”开头"),
    ("rules:", "groups: {'{我}': [我们]}\nrules:", "2:10", "同义词组的名字不能写成“{我}”，应该是不带空格和 { } [ ] … 的一个词"),
    ("rules:", "groups: {我: [我], 我: [咱]}\nrules:", "2:18", "“我”写了两遍，前一遍在第 2 行，请合并"),
    ("rules:", "documents:\n  a：甲\nrules:", "3:3", "冒号要用半角的 : 加一个空格，不能用全角的"),
    ("rules:", "changes: [id:a]\nrules:", "2:11", "冒号后面缺一个空格"),
    ("rules:", "documents: {a: 甲, b: }\nrules:", "2:22", "“b”是空的，应该写一段文字"),
    ("rules:", "changes: [{id: a, off: yes}]\nrules:", "2:24", "off 应该是 true（是）或 false（否）"),
    ("rules:", "changes: [{id: a, off: }]\nrules:", "2:24", "off 应该是 true（是）或 false（否）"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "place", "message"), WRONG, ids=[new or old for old, new, _, _ in WRONG]
)
def test_wrong_records(tmp_path, old, new, place, message):
    assert old in RULE
    assert f"f.yaml:{place}: {message}" in complaints(*write(tmp_path, f=RULE.replace(old, new)))


@pytest.mark.parametrize("text", ["- a\n", "没有冒号\n", "--- []\n"])
def test_a_file_is_a_record(tmp_path, text):
    (complaint,) = complaints(*write(tmp_path, f=text))
    assert "规则文件应该是一组“键: 值”（version、documents、groups、rules、" in complaint


def test_a_misspelt_key_is_one_problem(tmp_path):
    assert len(complaints(*write(tmp_path, f=RULE.replace("phrases:", "phrase:")))) == 1


def test_all_problems_are_told_at_once_in_order(tmp_path):
    text = (
        RULE.replace("title: 推诿", "title: [a]").replace("severity: error", "severity: bad") + "extra: 1\n"
    )
    first, second = write(tmp_path, a=text, b="version: 3\n")
    assert [each.split(": ")[0] for each in complaints(first, second)] == [
        "a.yaml:4:12",
        "a.yaml:6:15",
        "a.yaml:12:1",
        "b.yaml:1:10",
    ]


def test_messages_show_words_of_the_file_safely(tmp_path):
    text = RULE.replace("id: not-my-job", 'id: "a\\u200b\\e[2J' + "长" * 50 + '"')
    (complaint,) = complaints(*write(tmp_path, f=text.replace("\\e[2J", "")))
    assert "“a<U+200B>" in complaint
    assert "长…”" in complaint
    assert complaint.isprintable()


@pytest.mark.parametrize(
    "words", ["no", "2024年1月", "3天", ".", "1,2", "10.0.0.1", "一", "null 值", "'10086'", '"true"', "1:30"]
)
def test_what_is_text_stays_text(tmp_path, words):
    (rule,) = load(*write(tmp_path, f=RULE.replace("title: 推诿", f"title: {words}")), builtin=False).rules
    assert rule.title == words.strip("'\"")
