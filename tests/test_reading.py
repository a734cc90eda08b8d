"""Broken YAML is refused at the right place, in Chinese, before it costs memory."""

from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebook import reading, sources
from phrasebook.loading import load
from phrasebook.problems import PhrasebookError
from phrasebook.reading import parse
from tests.books import RULE, complaints, write

ANCHOR = "词库文件不用 YAML 的 & 和 * 引用；句子以这些符号开头时，请给整句加上引号"
TAG = "词库文件不用 YAML 的 ! 标签；句子以 ! 开头时，请给整句加上引号"
TAB = "不能用制表符（Tab）缩进，请改用空格"
INDENT = "缩进不对：同一层的行要左边对齐，下一层多缩进两个空格"
QUOTED = "引号后面还有字：引号里面要写引号时请用“ ”；也可能是上面有一个引号没有收尾"
ESCAPE = "双引号里的 \\ 有特别的意思；要写 \\ 本身，请改用单引号"
DIRECTIVE = "以 % 开头的行有特别的意思；句子以 % 开头时，请给整句加上引号"
EMPTY = "文件是空的，第一行请写 version: 1"

BROKEN = [
    ("", "1:1", EMPTY),
    ("# 只有注释\n", "1:1", EMPTY),
    ("why: 客户说: 没空", "1:9", "这一行多了一个冒号，或者缩进不对；句子里有冒号时，请给整句加上引号"),
    ("id: a\n  title: b", "2:8", "这一行多了一个冒号，或者缩进不对；句子里有冒号时，请给整句加上引号"),
    ("id：a\ntitle: b", "1:3", "冒号要用半角的 : 加一个空格，不能用全角的"),
    ("id: a\ntitle:推诿\nwhy: b", "2:6", "冒号后面缺一个空格"),
    (
        "rules:\n  - id: a\n    title\n    why: b",
        "3:5",
        "这里应该有冒号：键后面要写半角冒号和一个空格，例如 id: not-my-job",
    ),
    ("rules:\n\t- id: a", "2:1", TAB),
    ("why: |\n\t客户", "2:1", TAB),
    ("  id: a\n title: b", "2:2", INDENT),
    ("id: a # 注释\n b", "2:2", INDENT),
    ("- a\nid: b", "2:1", "列表里的每一项都要以“- ”开头，并且左边对齐"),
    ("bad: - a", "1:6", "“- ”要另起一行写"),
    ("why: '客户", "1:6", "引号没有收尾"),
    ('why: "客户\n---\n', "1:6", "引号没有收尾"),
    ('title: "推诿\nwhy: "客户"\n', "2:7", QUOTED),
    ("why: 'it's'", "1:10", QUOTED),
    ('why: "没空" 呀', "1:11", QUOTED),
    ('why: "\\q"', "1:7", ESCAPE),
    ('why: "\\xzz"', "1:9", ESCAPE),
    ("bad: [没空, 不行\nid: b", "1:6", "方括号 [ ] 没有收尾，或者两项之间少了半角逗号"),
    ("bad: {use: a\nid: b", "1:6", "花括号 { } 没有收尾，或者两项之间少了半角逗号"),
    ("rules: [", "2:1", "方括号 [ ] 或花括号 { } 没有收尾，或者多了一个逗号"),
    ("bad: [没空,, 不行]", "1:10", "方括号 [ ] 或花括号 { } 没有收尾，或者多了一个逗号"),
    ("why: ,没空", "1:6", "这里应该有内容；句子以逗号或括号开头时，请给整句加上引号"),
    ("why: @客服", "1:6", "句子不能以这个符号开头，请给整句加上引号"),
    ("why: |没空", "1:7", "| 或 > 后面要换行再写文字；句子以它们开头时，请给整句加上引号"),
    ("why: **机器", "1:6", ANCHOR),
    ("why: *没空", "1:6", ANCHOR),
    ("why: &没空 b", "1:6", ANCHOR),
    ("a: &a b\nc: *a", "1:4", ANCHOR),
    ("why: !x!没空 a", "1:6", TAG),
    ("%YAML 9.0\n---\na: b", "1:1", DIRECTIVE),
    ("%foo\n---\na: b", "1:5", DIRECTIVE),
    ("a: b\n---\nc: d", "2:1", "一个文件里只能有一份词库，请去掉中间的 --- 或者分成两个文件"),
    ("why: 没\x07空", "1:7", "这里有一个看不见的控制字符 U+0007，请删掉它"),
    ("id: a\r\nwhy: 没空\x00", "2:8", "这里有一个看不见的控制字符 U+0000，请删掉它"),
]


@pytest.mark.parametrize(("text", "place", "message"), BROKEN, ids=[text for text, _, _ in BROKEN])
def test_broken_yaml(tmp_path, text, place, message):
    assert complaints(*write(tmp_path, f=text)) == [f"f.yaml:{place}: {message}"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_is_refused_before_it_is_read(opening):
    with pytest.raises(PhrasebookError, match="一层套一层太深了，最多 16 层"):
        parse(opening.encode() * 100_000, "f")


def test_an_alias_bomb_is_refused_where_its_first_name_stands(tmp_path):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert complaints(*write(tmp_path, f=bomb)) == [f"f.yaml:1:4: {ANCHOR}"]


def test_an_ampersand_in_a_sentence_is_no_anchor(tmp_path):
    assert complaints(*write(tmp_path, f=RULE.replace("客户会", "R&D客户会"))) == []


def test_a_custom_tag_makes_nothing(tmp_path):
    text = RULE.replace("title: 推诿", "title: !!python/object/apply:os.system [id]")
    assert complaints(*write(tmp_path, f=text)) == [f"f.yaml:4:12: {TAG}"]


def test_a_large_file_is_not_read(tmp_path):
    path = tmp_path / "f.yaml"
    with path.open("wb") as file:
        file.truncate(sources.MAX_BYTES + 1)
    assert complaints(path) == ["f.yaml:1:1: 文件太大，最多 32 MB，请分成几个文件"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("version: 1\nwhy: 没空\n".encode("gb18030"), "2:7"),
        ("version: 1\n".encode("utf-16"), "1:1"),
        (b"version: 1\nwhy: \xe6\xb2\xa1\xe7\xa9", "2:7"),
    ],
)
def test_another_encoding_is_named(tmp_path, data, place):
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    assert complaints(path) == [f"f.yaml:{place}: 文件不是 UTF-8 编码，请在编辑器里“另存为 UTF-8”"]


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")])
def test_windows_files_load(tmp_path, change):
    (rule,) = load(*write(tmp_path, f=change(RULE)), builtin=False).rules
    assert (rule.why, rule.at.line, rule.at.column) == ("客户会觉得被推开了。", 3, 5)


def test_places_count_characters():
    ((_, sentences),) = parse("因为: [没空, 不行]\n".encode(), "f").value
    assert [str(reading.location(each, "f")) for each in sentences.value] == ["f:1:6", "f:1:10"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.yaml", "找不到这个文件"),
        ("empty", "这个文件夹里没有 .yaml 文件"),
        ("长" * 200, "打不开这个文件（系统错误 36）"),
    ],
)
def test_paths_that_lead_nowhere(tmp_path, path, message):
    (tmp_path / "empty" / ".git").mkdir(parents=True)
    (tmp_path / "empty" / ".git" / "config.yaml").write_text("a: b")
    assert complaints(tmp_path / path) == [f"{path}:1:1: {message}"]


YAMLISH = st.text(
    st.one_of(st.sampled_from(list("-: \n[]{}&*!|>'\"%@,#?\t")), st.characters(exclude_categories=["Cs"]))
)
KEYS = st.sampled_from(
    "version documents groups rules id title severity phrases text forms alternatives use say bad approved slots".split()
)
TREES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(KEYS, inner)),
)


def loads_or_complains(data: bytes, folder) -> None:
    """Nothing but PhrasebookError comes out, and nothing a terminal would obey."""
    path = folder / "f.yaml"
    path.write_bytes(data)
    told = "".join(complaints(path))
    assert not [each for each in told if category(each) in {"Cc", "Cs", "Zl", "Zp"}]


@settings(deadline=None, max_examples=300)
@given(data=st.one_of(YAMLISH.map(str.encode), st.binary()))
def test_any_bytes_load_or_complain(tmp_path_factory, data):
    loads_or_complains(data, tmp_path_factory.getbasetemp())


@settings(deadline=None, max_examples=300)
@given(tree=TREES)
def test_any_tree_loads_or_complains(tmp_path_factory, tree):
    import yaml

    loads_or_complains(yaml.dump(tree, allow_unicode=True).encode(), tmp_path_factory.getbasetemp())
