"""A run over files: what counts, what passes, and that nothing unread is ever called clean."""

import json
import subprocess
from datetime import date

import pytest

from linter.files import workers
from linter.files.run import Run
from linter.settings.orders import Order
from phrasebook.model import Severity
from tests.plain_linter import PlainLinter

BAD = "不归我管"
TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _plain(monkeypatch, tmp_path):
    monkeypatch.setattr(workers, "Linter", PlainLinter)
    monkeypatch.chdir(tmp_path)


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def run(*paths, **order):
    done = Run(Order(paths or (".",), **order), today=TODAY)
    told = [f"{entry.path}:{entry.line}:{entry.column} {entry.rule}" for entry in done.entries()]
    return told, done


GOOD = {"好.txt": "您好"}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.txt": b"\xe6\x88\x91\xe4\xb8"}, "UTF-8"),
        ({"a.txt": b"\0\1\2"}, "二进制"),
        ({"a.json": '[{"content": "您'}, "没有结束"),
        ({"a.jsonl": '{"text": "您好"}\n{"te'}, "没有结束"),
        ({"a.jsonl": '{"txet": "您好"}'}, "认不出"),
        ({"a.csv": "a,b\n1,2\n"}, "认不出"),
        ({"a.csv": 'id,内容\n1,"您好\n2,x\n'}, "引号没有结束"),
        ({"a.csv": "id,内容\n1,您好,再见\n"}, "逗号"),
        ({"a.yaml": "a: [1"}, "收尾"),
        ({"a.xlsx": b"PK\3\4abc"}, "XLSX"),
        ({"a.html": "<p"}, "没有结束"),
        ({"a.docx": b"PK"}, "Word"),
        ({"a.xls": b"\xd0\xcf"}, "旧版"),
        ({"huashu.toml": "ruels = []"}, "rules"),
        ({"huashu.toml": "fail-on = 3"}, "引号"),
        ({"huashu.toml": "ignore = ['not-my-jop']"}, "not-my-job"),
        ({"huashu.toml": "["}, "TOML"),
        ({"huashu.toml": "allow = 'nope.toml'"}, "找不到"),
        ({"huashu-allow.toml": "[[allow]]\npath='*'\nrule='not-my-job'"}, "reason"),
        ({"huashu-allow.toml": "[[allow]]\npath='*'\nrule='not-my-jop'\nreason='x'"}, "not-my-job"),
        ({".huashu-baseline.json": "{"}, "基线"),
        ({"b.txt": "# huashu: allow not-my-job\n不归我管"}, "原因"),
        ({"b.txt": "# huashu: allow not-my-jop -- x\n不归我管"}, "not-my-job"),
        ({"b.txt": "# huashu: alow not-my-job -- x\n不归我管"}, "allow"),
        ({"b.txt": "# huashu: allow-start not-my-job -- x\n不归我管"}, "allow-end"),
        ({"b.txt": "# huashu: allow not-my-job until 明天 -- x\n不归我管"}, "2026-12-31"),
    ],
    ids=str,
)
def test_never_falsely_clean(tmp_path, files, says):
    write(tmp_path, GOOD | files)
    paths = [name for name in files if name.endswith(".docx")] + ["."]
    _, done = run(*paths)
    assert done.exit_code == 2
    assert any(says in str(problem) for problem in done.problems)


@pytest.mark.parametrize("paths", [("没有.txt",), ("好.tx", "好.txt"), ("空",)])
def test_a_missing_path_or_an_empty_folder_is_a_problem(tmp_path, paths):
    write(tmp_path, GOOD)
    (tmp_path / "空").mkdir()
    _, done = run(*paths)
    assert done.exit_code == 2
    assert "好.txt" in str(done.problems[0]) or "没有" in str(done.problems[0])


def test_a_report_among_the_replies_is_none(tmp_path):
    write(tmp_path, {"a.txt": "您好", "out.json": '[{"content": "不归我管"}]'})
    assert run(".", output="out.json")[0] == []


@pytest.mark.parametrize(
    ("fail_on", "text", "code"),
    [
        (None, BAD, 1),
        (None, "我不知道", 0),
        (Severity.WARNING, "我不知道", 1),
        (Severity.WARNING, "大概", 0),
        (Severity.HINT, "大概", 1),
        (Severity.HINT, "您好", 0),
    ],
)
def test_exit_codes(tmp_path, fail_on, text, code):
    write(tmp_path, {"a.txt": text})
    _, done = run("a.txt", fail_on=fail_on)
    assert done.exit_code == code


def test_settings_are_found_upward_and_paths_differ(tmp_path):
    settings = """
exclude = ["旧/**"]
variables = ["客户姓名"]
[severity]
i-dont-know = "error"
[[paths]]
glob = "培训/*.txt"
ignore = ["推诿"]
[[paths]]
glob = "*.lst"
format = "text"
lines = true
"""
    write(
        tmp_path,
        {
            "huashu.toml": settings,
            "一/二/a.txt": "我不知道【客户姓名】【客户昵称】",
            "旧/a.txt": BAD,
            "培训/a.txt": f"{BAD}我不知道",
            "b.lst": f"您好\n{BAD}",
        },
    )
    told, done = run(".")
    assert told == [
        "b.lst:2:1 not-my-job",
        "一/二/a.txt:1:1 i-dont-know",
        "一/二/a.txt:1:11 unfilled-blank",
        "培训/a.txt:1:5 i-dont-know",
    ]
    assert done.summary.errors == 3


def test_settings_in_pyproject(tmp_path):
    write(tmp_path, {"pyproject.toml": "[tool.huashu]\nselect = ['不知情']\n", "a.txt": f"{BAD}我不知道"})
    assert run("a.txt")[0] == ["a.txt:1:5 i-dont-know"]


def test_select_and_ignore(tmp_path):
    write(tmp_path, {"a.txt": f"{BAD}我不知道大概"})
    assert run("a.txt", select=("not-my-job", "含糊"))[0] == ["a.txt:1:1 not-my-job", "a.txt:1:9 perhaps"]
    assert run("a.txt", ignore=("推诿",))[0] == ["a.txt:1:5 i-dont-know", "a.txt:1:9 perhaps"]
    _, done = run("a.txt", select=("not-my-jop",))
    assert "not-my-job" in str(done.problems[0])


ALLOWED = [
    ("a.md", f"{BAD} <!-- huashu: allow not-my-job -- 教材 -->\n\n{BAD}\n", ["a.md:3:1 not-my-job"]),
    ("a.md", f"<!-- huashu: allow-next-line 推诿 -- 教材 -->\n{BAD}\n", []),
    ("a.md", f"<!-- huashu: allow not-my-job -- 教材 -->\n{BAD}\n", []),
    ("a.html", f"<p>{BAD}</p><!-- huashu: allow not-my-job -- 教材 -->", []),
    ("a.yaml", f"- {BAD}  # huashu: allow not-my-job, 不知情 -- 教材\n- {BAD}\n", ["a.yaml:2:3 not-my-job"]),
    (
        "a.txt",
        f"# huashu: allow-start 推诿 -- 反例\n{BAD}\n\n{BAD}\n# huashu: allow-end\n{BAD}\n",
        ["a.txt:6:1 not-my-job"],
    ),
    ("a.txt", f"# huashu: allow not-my-job until 2026-06-01 -- 月底改\n{BAD}\n", []),
    (
        "a.txt",
        f"# huashu: allow not-my-job until 2026-05-31 -- 月底改\n{BAD}\n",
        ["a.txt:1:1 stale-allowance", "a.txt:2:1 not-my-job"],
    ),
    ("a.txt", "# huashu: allow not-my-job -- 没用\n您好\n", ["a.txt:1:1 stale-allowance"]),
    (
        "a.txt",
        f"# huashu: allow i-dont-know -- 别的\n{BAD}\n",
        ["a.txt:1:1 stale-allowance", "a.txt:2:1 not-my-job"],
    ),
]


@pytest.mark.parametrize(("name", "text", "left"), ALLOWED)
def test_allowances_in_comments(tmp_path, name, text, left):
    write(tmp_path, {name: text})
    told, done = run(name)
    assert told == left
    assert not done.problems


def test_each_of_two_like_allowances_is_told_at_its_own_place(tmp_path):
    write(tmp_path, {"a.txt": "# huashu: allow 推诿 -- 没用\n您好\n" * 2})
    entries = list(Run(Order(("a.txt",))).entries())
    assert [(each.line, each.end_line) for each in entries] == [(1, 1), (3, 3)]


def test_allowances_in_the_central_file(tmp_path):
    allow = f"""
[[allow]]
path = "*.csv"
rule = "not-my-job"
id = "K1"
text = "{BAD}"
reason = "客户要求原样保留"
[[allow]]
path = "*.csv"
rule = "不知情"
reason = "过期的"
until = 2026-05-31
[[allow]]
path = "别处/*.csv"
rule = "推诿"
reason = "这次没有查到那里"
"""
    write(tmp_path, {"huashu-allow.toml": allow, "a.csv": f"id,内容\nK1,{BAD}\nK2,{BAD}\nK3,我不知道\n"})
    told, done = run("a.csv")
    assert told == [
        "a.csv:3:4 not-my-job",
        "a.csv:4:4 i-dont-know",
        "huashu-allow.toml:10:1 stale-allowance",
    ]
    assert done.summary.allowed == 1


@pytest.mark.parametrize(
    ("settings", "order"),
    [
        ("", {"ignore": ("stale-allowance",)}),
        ("", {"select": ("i-dont-know",)}),
        ('[severity]\nstale-allowance = "off"\n', {}),
    ],
)
def test_settings_hold_for_the_central_file_too(tmp_path, settings, order):
    allow = '[[allow]]\npath = "a.csv"\nrule = "not-my-job"\nreason = "以前要"\n'
    write(tmp_path, {"huashu-allow.toml": allow, "a.csv": "内容\n您好\n", "huashu.toml": settings})
    assert run("a.csv")[0] == ([] if settings else ["huashu-allow.toml:3:1 stale-allowance"])
    assert run("a.csv", **order)[0] == []


def test_the_baseline_knows_by_content(tmp_path):
    from linter.allowing.baseline import write_baseline

    write(tmp_path, {"a.txt": f"{BAD}哦\n您好\n{BAD}呀\n"})
    assert write_baseline(tmp_path / ".huashu-baseline.json", list(Run(Order(("a.txt",))).entries())) == 2
    assert run("a.txt")[0] == []
    write(tmp_path, {"a.txt": f"新的一行\n\n{BAD}呀\n{BAD}哦\n{BAD}哦\n{BAD}嘛\n"})
    told, done = run("a.txt")
    assert told == ["a.txt:5:1 not-my-job", "a.txt:6:1 not-my-job"]
    assert done.summary.known == 2
    assert len(run("a.txt", baseline="")[0]) == 4


def git(folder, *arguments):
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
    )


def test_changed_from(tmp_path):
    git(tmp_path, "init", "-q")
    write(
        tmp_path,
        {
            "a.txt": f"{BAD}\n您好\n",
            "b.jsonl": json.dumps({"text": BAD}) + "\n" + json.dumps({"text": "您好"}) + "\n",
            "c.csv": f'内容\n"您好\n{BAD}"\n{BAD}\n',
            "d.txt": BAD,
        },
    )
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "x")
    write(
        tmp_path,
        {
            "a.txt": f"{BAD}\n您好\n{BAD}\n",
            "b.jsonl": json.dumps({"text": BAD}) + "\n" + json.dumps({"text": "我不知道"}) + "\n",
            "c.csv": f'内容\n"您们好\n{BAD}"\n{BAD}\n',
            "新 的.txt": BAD,
        },
    )
    told, done = run(".", changed_from="HEAD")
    assert told == [
        "a.txt:3:1 not-my-job",
        "b.jsonl:2:11 i-dont-know",
        "c.csv:3:1 not-my-job",
        "新 的.txt:1:1 not-my-job",
    ]
    _, done = run("d.txt", changed_from="HEAD")
    assert done.exit_code == 0


@pytest.mark.parametrize("revision", ["没有", "--output=x", "HEAD~9"])
def test_an_unknown_revision_is_a_problem(tmp_path, revision):
    git(tmp_path, "init", "-q")
    write(tmp_path, {"a.txt": BAD})
    _, done = run("a.txt", changed_from=revision)
    assert done.exit_code == 2
    assert revision in str(done.problems[0])


def test_no_repository_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(tmp_path, {"a.txt": BAD})
    _, done = run("a.txt", changed_from="HEAD")
    assert "git" in str(done.problems[0])


def test_processes_give_what_one_gives(tmp_path):
    write(tmp_path, {f"{number:03}.txt": f"您好{number}\n{BAD}" for number in range(150)} | {"x.json": "["})
    alone, one = run(".", jobs=1)
    together, many = run(".", jobs=2)
    assert alone == together
    assert len(alone) == 150
    assert one.problems == many.problems
    assert one.summary == many.summary


def test_a_large_jsonl_file_is_read_in_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr("linter.files.jobs.PIECE", 100)
    lines = [json.dumps({"text": BAD if number % 10 == 0 else "您好", "id": number}) for number in range(100)]
    write(
        tmp_path,
        {
            "a.jsonl": "\n".join(lines),
            "b.jsonl": "\ufeff" + "\n".join(lines),
            "c.jsonl": "\n".join(lines).encode("utf-16"),
        },
    )
    told, done = run(".")
    assert told == [f"{name}.jsonl:{line}:11 not-my-job" for name in "abc" for line in range(1, 101, 10)]
    assert done.summary.files == 3
    assert done.summary.replies == 300


PLACEHOLDERS = [
    ("a.txt", "您好XXX先生", ["unfilled-blank"]),
    ("a.txt", "电话：____", ["unfilled-blank"]),
    ("a.txt", "您好【客户姓名】", ["unfilled-blank"]),
    ("a.txt", "XXL码、138****0000、【温馨提示】、[玫瑰]、2×3", []),
    ("a.txt", "[[请先核对订单号]]您好", ["left-over-instructions"]),
    ("a.txt", "您好{{contact.name}}", []),
    ("a.json", '[{"short_code": "a", "content": "{{contact.frist_name}}您好"}]', ["unknown-variable"]),
    ("a.json", '[{"short_code": "a", "content": "{{contact.first_name}}，{{contact.自定义}}您好"}]', []),
    ("a.csv", "快捷短语编码,快捷短语,快捷短语分组\n1,您好[客户昵称],x\n", ["unfilled-blank"]),
    ("a.csv", "快捷编码,快捷短语,快捷短语分组\n1,您好[客户昵称],x\n", []),
    ("a.jsonl", '{"role": "agent", "text": "您好{{contact.name}}"}', ["unfilled-blank"]),
    ("a.txt", "不归{{contact.name}}我管，不归XXX我管", ["unfilled-blank"]),
    ("a.md", "`XXX` ***重点***\n\n***\n", []),
    ("a.md", "您好***女士", ["unfilled-blank"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "rules"), PLACEHOLDERS)
def test_placeholders_are_audited_and_never_matched_across(tmp_path, name, text, rules):
    write(tmp_path, {name: text})
    assert [line.split()[-1] for line in run(name)[0]] == rules


def test_known_variables_of_the_settings(tmp_path):
    write(
        tmp_path,
        {
            "huashu.toml": "variables = ['客户姓名', 'ticket.id']",
            "a.txt": "{{ticket.di}}{{ticket.id}}【客户姓名】",
        },
    )
    done = Run(Order(("a.txt",)))
    (entry,) = done.entries()
    assert entry.rule == "unknown-variable"
    assert entry.suggestions[0].text == "{{ticket.id}}"
