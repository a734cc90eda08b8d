"""The command as people and pipelines meet it."""

import io
import json
import os
import subprocess
import sys

import pytest

from linter.commands import COMMANDS, main
from linter.commands.verdicts import REASONS
from linter.guards import GUARDS
from linter.judge import ALONE
from tests.books import RULE
from tests.conftest import ROOT

BAD = "这事不归我管"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "rules.yaml").write_text(RULE, "utf-8")
    (tmp_path / "a.txt").write_text(f"您好\n{BAD}\n", "utf-8")
    (tmp_path / "b.txt").write_text("您好\n", "utf-8")
    return tmp_path


OWN = ["--no-builtin", "--rules", "rules.yaml"]


def call(*arguments, stdin=b""):
    """The whole command as a process: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "linter.commands", *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": ""},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([], 0, "huashu check"),
        (["--help"], 0, "huashu check"),
        (["check", "--help"], 0, "用法：huashu check"),
        (["--version"], 0, "huashu "),
        (["chek"], 2, "是不是想写“check”"),
        (["a.txt"], 2, "huashu check a.txt"),
        (["--vresion"], 2, "没有“--vresion”这个选项"),
        (["check", "--fromat", "json"], 2, "是不是想写“--format”"),
        (["check", "--format", "jsno", "a.txt"], 2, "是不是想写“json”"),
        (["check", "--format"], 2, "--format 后面要写一个值"),
        (["check", "--fail-on", "eror", "a.txt"], 2, "是不是想写“error”"),
        (["check", "--jobs", "x", "a.txt"], 2, "要写一个整数"),
        (["check", "--color", "x", "a.txt"], 2, "auto"),
        (["check", *OWN, "a.txt"], 1, "2:1  错误"),
        (["check", *OWN, "b.txt"], 0, "没有发现不该说的话"),
        (["check", *OWN, "没有.txt"], 2, "没有这个文件"),
        (["check", "--no-builtin", "--rules", "没有.yaml", "a.txt"], 2, "没有.yaml"),
        (["check", *OWN, "--select", "not-my-jop", "a.txt"], 2, "是不是想写“not-my-job”"),
        (["check", *OWN, "--ignore", "not-my-job,推诿", "a.txt"], 0, "没有发现"),
        (["check", *OWN, "--show-settings", "a.txt"], 0, "builtin = false"),
        (["check", *OWN, "--list-files"], 0, "a.txt\ttext"),
        (["check", *OWN, "--statistics", "a.txt"], 1, "1  not-my-job"),
        (["rules", *OWN], 0, "not-my-job"),
        (["rules", *OWN, "--count"], 0, "1 条规则"),
        (["rules", *OWN, "--scenario", "推委"], 2, "推诿"),
        (["rules", *OWN, "--format", "json"], 0, '"id": "not-my-job"'),
        (["rules", *OWN, "不归我管"], 0, "共 1 条规则"),
        (["explain", *OWN, "not-my-job"], 0, "这个不归属于保修范围"),
        (["explain", *OWN, "unfilled-blank"], 0, "空白"),
        (["explain", *OWN, "not-my-jop"], 2, "是不是想写“not-my-job”"),
        (["explain", *OWN, "--text", BAD], 0, "标出：错误"),
        (["explain", *OWN, "--text", "您好"], 0, "没有可疑的地方"),
        (["explain", *OWN], 2, "要写规则编号"),
        (["test", *OWN], 0, "全部成立"),
        (["test", "--no-builtin", "没有.yaml"], 2, "没有检验"),
        (["baseline", *OWN, "--output", "基线.json", "a.txt"], 0, "1 处发现"),
        (["baseline", *OWN, "没有.txt"], 2, "没有这个文件"),
        (["fix", *OWN, "b.txt"], 0, "没有能直接改的话"),
        (["fix", *OWN, "没有.txt"], 2, "没有这个文件"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_it_says(folder, capsys, arguments, code, says):
    assert main(arguments) == code
    said = capsys.readouterr()
    assert says in said.out + said.err


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_chinese_help(command, capsys):
    assert main([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"用法：huashu {command}")
    for english in ("usage", "options:", "positional", "show this help"):
        assert english not in told


FORMATS = ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_problem_is_told_in_every_format(folder, capsys, format):
    (folder / "c.json").write_text("[", "utf-8")
    assert main(["check", *OWN, "--format", format, "."]) == 2
    said = capsys.readouterr()
    assert "c.json" in said.err or format == "github"
    assert "文件末尾" in said.out or format == "text"


def test_findings_from_standard_input(folder):
    code, out, _ = call("check", *OWN, "--format", "json", "-", stdin=BAD.encode("gb18030"))
    assert code == 1
    (finding,) = json.loads(out)["findings"]
    assert (finding["path"], finding["line"], finding["column"]) == ("<stdin>", 1, 1)
    code, out, _ = call(
        "check", *OWN, "-", "--stdin-name", "x.jsonl", stdin=json.dumps({"text": BAD}).encode()
    )
    assert code == 1
    assert "1:11" in out


def test_output_goes_to_the_file_whole(folder, capsys):
    assert main(["check", *OWN, "--format", "json", "--output", "out.json", "a.txt"]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads((folder / "out.json").read_text("utf-8"))["summary"]["errors"] == 1
    assert main(["check", *OWN, "--output", "没有/out.json", "a.txt"]) == 2
    assert "写不了" in capsys.readouterr().err


def test_annotations_inside_github_actions(folder, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["check", *OWN, "a.txt"]) == 1
    assert capsys.readouterr().out.startswith("::error file=a.txt,line=2")


@pytest.mark.parametrize(("environment", "options", "coloured"), [
    ({}, [], True), ({"NO_COLOR": "1"}, [], False), ({"TERM": "dumb"}, [], False),
    ({}, ["--color", "never"], False), ({"NO_COLOR": "1"}, ["--color", "always"], True),
])  # fmt: skip
def test_colour_on_a_terminal(folder, monkeypatch, environment, options, coloured):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

        def fileno(self):
            raise OSError

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert main(["check", *OWN, *options, "a.txt"]) == 1
    assert ("\x1b[" in sys.stdout.getvalue()) is coloured


def test_a_closed_pipe_is_no_traceback(folder):
    (folder / "many.jsonl").write_text("\n".join(json.dumps({"text": BAD}) for _ in range(3000)), "utf-8")
    command = f"{sys.executable} -m linter.commands check {' '.join(OWN)} many.jsonl | head -1"
    done = subprocess.run(
        command, shell=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert done.stdout.decode() == "many.jsonl\n"
    assert done.stderr == b""


def test_fix_shows_then_writes(folder, capsys):
    before = (folder / "a.txt").read_bytes()
    assert main(["fix", *OWN, "a.txt"]) == 1
    assert f"-{BAD}" in capsys.readouterr().out
    assert (folder / "a.txt").read_bytes() == before
    (folder / "a.txt").chmod(0o640)
    assert main(["fix", *OWN, "--write", "a.txt"]) == 0
    after = (folder / "a.txt").read_bytes()
    assert after != before
    assert BAD.encode() not in after
    assert (folder / "a.txt").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "rules.yaml"]
    code, out, _ = call("fix", *OWN, "-", stdin=before)
    assert (code, out.encode()) == (0, after)


def test_baseline_then_only_new_findings_fail(folder, capsys):
    assert main(["baseline", *OWN, "a.txt"]) == 0
    assert main(["check", *OWN, "a.txt"]) == 0
    assert "基线内 1 处" in capsys.readouterr().out
    assert main(["check", *OWN, "--no-baseline", "a.txt"]) == 1
    (folder / "a.txt").write_text(f"{BAD}呀\n\n{BAD}\n", "utf-8")
    assert main(["check", *OWN, "a.txt"]) == 1


def test_light_commands_load_nothing_heavy(folder):
    script = (
        "import sys; from linter.commands import main; main(sys.argv[1:]);"
        "print(','.join(sorted(set(sys.modules) & {'textual', 'rich', 'openpyxl', 'markdown_it', 'multiprocessing',"
        " 'importlib.metadata', 'csv', 'tomllib', 'subprocess', 'concurrent.futures', 'pypinyin'})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "check", *OWN, "b.txt"],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.decode().splitlines()[-1] == ""


def test_every_reason_to_let_a_hit_pass_is_told_in_chinese():
    assert set(REASONS) == {*GUARDS, ALONE}
