"""Files and folders layer into one phrasebook whose ids are unique and whose references resolve."""

import subprocess
import sys

import pytest

from phrasebook.loading import load
from phrasebook.model import Severity
from phrasebook.problems import PhrasebookError
from tests.books import RULE, complaints, write

HEAD = "version: 1\n"
OWN = RULE.replace("not-my-job", "our-own").replace("这事不归我管", "这是别的部门的事")


def change(text: str) -> str:
    return f"{HEAD}changes:\n  - id: not-my-job\n    {text}\n"


def rules(*paths):
    return load(*paths, builtin=False).rules


def test_files_of_a_folder_are_one_layer_in_order_of_name(tmp_path):
    (tmp_path / "inner").mkdir()
    write(tmp_path, b=RULE)
    write(tmp_path / "inner", a=OWN)
    (tmp_path / "notes.txt").write_text("不是规则")
    assert [rule.id for rule in rules(tmp_path)] == ["not-my-job", "our-own"]


def test_layers_add_rules(tmp_path):
    assert [rule.id for rule in rules(*write(tmp_path, a=RULE, b=OWN))] == ["not-my-job", "our-own"]


def test_builtin_rules_are_the_lowest_layer(tmp_path):
    builtin, both = load(), load(*write(tmp_path, f=OWN))
    assert [rule.id for rule in both.rules] == [*(rule.id for rule in builtin.rules), "our-own"]


def test_a_change_extends_a_rule(tmp_path):
    extended = change(
        "severity: hint\n    phrases: [这不是我们部门的]\n    alternatives: [我帮您转过去]\n    exceptions: [不归属于]\n"
        "    without: [subject]\n    bad: [这不是我们部门的]\n    good: [不归属于]"
    )
    (before,), (after,) = rules(*write(tmp_path, a=RULE)), rules(*write(tmp_path, a=RULE, b=extended))
    assert after.severity is Severity.HINT
    assert [each.text for each in after.phrases] == ["这事不归我管", "这不是我们部门的"]
    assert [each.text for each in after.alternatives] == ["我帮您转过去", "这件事我来帮您处理"]
    assert (after.exceptions, after.without) == (("不归属于",), ("subject",))
    assert ([each.text for each in after.bad], len(after.good)) == (["这事不归我管呀", "这不是我们部门的"], 2)
    assert (after.id, after.why, after.at) == (before.id, before.why, before.at)


def test_a_rule_is_switched_off_and_on_again(tmp_path):
    off, on = change("off: true"), change("off: false")
    assert rules(*write(tmp_path, a=RULE, b=off)) == ()
    assert len(rules(*write(tmp_path, a=RULE, b=off, c=change("severity: hint"), d=on))) == 1


def test_what_is_off_no_longer_owns_its_phrases(tmp_path):
    ours = RULE.replace("not-my-job", "ours")
    assert [
        rule.id
        for rule in rules(*write(tmp_path, a=RULE, b=ours + "changes: [{id: not-my-job, off: true}]\n"))
    ] == ["ours"]


def test_groups_gain_members(tmp_path):
    one, two = "groups: {我: [我, 我们]}\n", "groups: {我: [咱, 我], 他: [他]}\n"
    book = load(*write(tmp_path, a=HEAD + one, b=HEAD + two), builtin=False)
    assert book.groups == {"我": ("我", "我们", "咱"), "他": ("他",)}


def many(count: int) -> str:
    """So many rules with phrases of their own."""
    body = RULE.removeprefix(f"{HEAD}rules:\n")
    rules = (
        body.replace("not-my-job", f"job-{k}").replace("这事", f"这{chr(0x4E00 + k)}事") for k in range(count)
    )
    return f"{HEAD}rules:\n" + "".join(rules)


TOGETHER = [
    ("a rule's id again", {"a": RULE, "b": RULE.replace("这事不归我管", "那事不归我管")},
     ["b.yaml:3:5: id “not-my-job”已经用过了（a.yaml:3:5）；要改动它请写在 changes 里"]),
    ("a copy of a file", {"a": many(12), "b": many(12) + "misspelt: 1\n"},
     ["b.yaml:3:5: 从这里起有 12 个 id 在 a.yaml 里已经用过了，像是它的副本：请只留自己新加的，要改动的规则写在 changes 里；"
      "想整份代替自带的词库，请加 --no-builtin，并带上批准语的文件",
      "b.yaml:111:1: 规则文件里没有“misspelt”这个键，可以写：version、documents、groups、rules、changes、approved、situations、patterns、words"]),
    ("a change of nothing", {"a": RULE, "b": change("off: true").replace("job", "jobs")},
     ["b.yaml:3:5: 前面几层里没有 id 是“not-my-jobs”的规则，是不是想写“not-my-job”？"]),
    ("a change in the same layer", {"a": RULE + change("off: true").removeprefix(HEAD)},
     ["a.yaml:13:5: 规则“not-my-job”就写在这一层，请直接改它；changes 用来改前面几层的规则"]),
    ("a change of nothing at all", {"a": RULE, "b": f"{HEAD}changes: [{{id: not-my-job}}]"},
     ["b.yaml:2:11: 改动里还没有内容，可以写：off、severity、phrases、alternatives、exceptions、without、bad、good"]),
    ("a phrase in two rules", {"a": RULE, "b": OWN.replace("[这是别的部门的事]", "[这事，不归我管！]")},
     ["b.yaml:8:15: “这事，不归我管！”在规则 not-my-job 里已经有了（a.yaml:8:15），一句话只能归一条规则"]),
    ("a phrase twice", {"a": RULE.replace("[这事不归我管]", "[这事不归我管, 这事不归我管]")},
     ["a.yaml:8:23: “这事不归我管”在这条规则里写了两遍（a.yaml:8:15）"]),
    ("a document with two titles", {"a": f"{HEAD}documents: {{d: 甲}}\n", "b": f"{HEAD}documents: {{d: 乙}}\n"},
     ["b.yaml:2:13: 文件 d 在别处叫“甲”，这里却叫“乙”"]),
    ("an unknown document", {"a": RULE.replace("[这事不归我管]", "[{text: 这事不归我管, document: hanbook}]") + "documents: {handbook: 手册}\n"},
     ["a.yaml:8:40: 没有叫“hanbook”的文件，是不是想写“handbook”？"]),
    ("an unknown approved phrase", {"a": RULE.replace("[这件事我来帮您处理]", "[{use: i-do-it}]")},
     ["a.yaml:9:26: 没有叫“i-do-it”的批准语"]),
    ("an unknown pattern", {"a": RULE.replace("    bad:", "    pattern: can-you\n    bad:")},
     ["a.yaml:10:14: 没有叫“can-you”的句型"]),
    ("an unknown group", {"a": RULE.replace("[这事不归我管]", '[{text: 这事不归我管, forms: ["不归我{管}"]}]')},
     ["a.yaml:8:38: 没有叫“管”的同义词组；同义词组要先写在 groups 里"]),
    ("an unknown group, nearly", {"a": RULE.replace("[这事不归我管]", '["{我门}没空"]') + "groups: {我们: [我们], 你: [你]}\n"},
     ["a.yaml:8:15: 没有叫“我门”的同义词组，是不是想写“我们”？"]),
    ("a situation's phrases", {"a": f"{HEAD}situations: [{{id: s, number: 1, title: 等待, approved: [nothing]}}]"},
     ["a.yaml:2:55: 没有叫“nothing”的批准语"]),
    ("a phrase of one character", {"a": RULE.replace("[这事不归我管]", "[烦]")},
     ["a.yaml:8:15: “烦”太短，只有 1 个字，会在很多普通的话里误报：请写长一些；如果只在整句回复就是它时才算，请在规则里写 judge: alone"]),
    ("a form that may be said with one character", {"a": RULE.replace("[这事不归我管]", '["[真]{我}[们]烦"]') + "groups: {我: [我]}\n"}, []),
    ("a form of a gap", {"a": RULE.replace("[这事不归我管]", "[……]")},
     ["a.yaml:8:15: “……”里没有一个一定要说的字"]),
    ("a word alone", {"a": RULE.replace("[这事不归我管]", "[喂]").replace("severity:", "judge: alone\n    severity:")}, []),
    ("nothing is missed from what can't be built", {"a": RULE.replace("title: 推诿", "title: []"), "b": change("off: true")},
     ["a.yaml:4:12: title 应该是一段文字"]),
    ("an unreadable file speaks alone", {"a": "rules: [", "b": change("off: true")},
     ["a.yaml:2:1: 方括号 [ ] 或花括号 { } 没有收尾，或者多了一个逗号"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "expected"), [case[1:] for case in TOGETHER], ids=[case[0] for case in TOGETHER]
)
def test_parts_must_fit_together(tmp_path, texts, expected):
    assert complaints(*write(tmp_path, **texts)) == expected


def test_names_of_guards_are_known_to_the_caller(tmp_path):
    (path,) = write(tmp_path, f=RULE + "    without: [subjct]\n")
    assert complaints(path) == []
    assert complaints(path, guards=["subject"]) == [
        "f.yaml:12:15: 没有叫“subjct”的放行理由，是不是想写“subject”？"
    ]


def test_a_broken_file_gives_no_phrasebook(tmp_path):
    with pytest.raises(PhrasebookError):
        load(*write(tmp_path, a=RULE, b="rules: ["), builtin=False)


def test_paths_in_messages_obey_no_terminal(tmp_path):
    (tmp_path / "a\x1b[31m").mkdir()
    (complaint,) = complaints(tmp_path / "a\x1b[31m")
    assert complaint == "a<U+001B>[31m:1:1: 这个文件夹里没有 .yaml 文件"


def test_importing_the_loader_does_not_import_yaml():
    code = "import sys, phrasebook.loading; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_misspelt_text_is_one_complaint(tmp_path):
    misspelt = RULE.replace("phrases: [这事不归我管]", "phrases: [{txt: 这事不归我管}]")
    (complaint,) = complaints(*write(tmp_path, rules=misspelt))
    assert "是不是想写“text”" in complaint
