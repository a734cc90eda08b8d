"""The documents say what the program does: help texts, settings, pipelines, examples."""

import json
import os
import re
import subprocess
import sys
import tomllib

import pytest
import yaml

from linter.commands import COMMANDS, main
from linter.files.run import Run
from linter.settings.orders import Order, find
from linter.settings.toml_file import KEYS, PATH_KEYS
from phrasebook.model import Severity
from tests.books import RULE
from tests.conftest import ROOT

REFERENCE = ROOT / "docs" / "命令行.md"
PIPELINES = ROOT / "docs" / "持续集成.md"


def help_of(capsys, *arguments):
    assert main([*arguments, "--help"]) == 0
    return capsys.readouterr().out.rstrip()


def test_the_command_reference_is_the_help(capsys):
    sections = [
        "# 命令行\n\n这一页由 `--help` 生成，测试保证两者一字不差。\n\n```text",
        help_of(capsys),
        "```",
    ]
    for command in COMMANDS:
        sections += [f"\n## huashu {command.name}\n\n```text", help_of(capsys, command.name), "```"]
    told = "\n".join(sections) + "\n"
    if os.environ.get("HUASHU_RECORD"):
        REFERENCE.write_text(told, "utf-8")
    assert REFERENCE.read_text("utf-8") == told


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", PIPELINES.read_text("utf-8"), re.DOTALL)


def test_the_settings_in_the_documents_work(tmp_path):
    settings, allow = blocks("toml")
    (tmp_path / "huashu.toml").write_text(settings, "utf-8")
    found = find(tmp_path)
    assert found.fail_on is Severity.WARNING
    assert [path.glob for path in found.paths] == ["培训/*.md", "导出/*.log"]
    assert set(tomllib.loads(allow)["allow"][0]) == {"path", "rule", "id", "text", "reason", "until"}


def test_every_setting_is_documented():
    text = PIPELINES.read_text("utf-8")
    undocumented = [key for key in (*KEYS, *PATH_KEYS) if not re.search(rf"\b{key}\b", text)]
    assert undocumented == []


def test_the_comment_in_the_documents_works(tmp_path, monkeypatch, linter):
    (example,) = blocks("markdown")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(example, "utf-8")
    run = Run(Order(("a.md",)))
    assert [entry.rule for entry in run.entries()] == []
    assert run.summary.allowed == 1


def test_hooks_action_and_template_call_commands_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    template = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8"))
    names = {command.name for command in COMMANDS}
    called = [hook["entry"] for hook in hooks]
    called += [
        line for step in action["runs"]["steps"] for line in step["run"].splitlines() if 'huashu" ' in line
    ]
    called += template["huashu"]["script"]
    for line in called:
        assert re.search(r"huashu\"? (\w+)", line).group(1) in names
    for hook in hooks:
        pattern = re.compile(hook["files"])
        assert pattern.search("快捷短语/a.csv")
        assert pattern.search("b.xlsx") or hook["id"] == "huashu-fix"
        assert not pattern.search("a.py")


def test_the_action_runs_no_input_as_a_command():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert not any("${{" in step["run"] for step in action["runs"]["steps"])


@pytest.fixture
def pipeline(tmp_path, monkeypatch):
    """A runner with our command installed, and a reply to stumble over."""
    tool = tmp_path / "huashu" / "bin" / "huashu"
    tool.parent.mkdir(parents=True)
    tool.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m linter.commands "$@"\n')
    tool.chmod(0o755)
    (tmp_path / "rules.yaml").write_text(RULE, "utf-8")
    (tmp_path / "a.txt").write_text("您好\n这事不归我管\n", "utf-8")
    monkeypatch.setenv("PATH", f"{tool.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path))
    return tmp_path


def bash(script, folder, **variables):
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, capture_output=True, env=os.environ | variables
    )


def test_the_github_action_annotates_and_fails(pipeline):
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    done = bash(
        action["runs"]["steps"][1]["run"],
        pipeline,
        GITHUB_ACTIONS="true",
        HUASHU_PATHS="a.txt $(touch~pwned)",
        HUASHU_ARGS="--no-builtin --rules rules.yaml",
        HUASHU_CHANGED_FROM="",
        HUASHU_SARIF="out.sarif",
    )
    assert done.returncode == 2  # one of the paths is not there
    assert "::error file=a.txt,line=2" in done.stdout.decode()
    assert json.loads((pipeline / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert not list(pipeline.glob("*pwned*"))


def test_the_gitlab_template_reports_and_fails(pipeline):
    job = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8"))["huashu"]
    variables = job["variables"] | {"HUASHU_ARGS": "--no-builtin --rules rules.yaml", "HUASHU_PATHS": "a.txt"}
    done = bash(job["script"][0], pipeline, **variables)
    assert done.returncode == 1
    (issue,) = json.loads((pipeline / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert issue["location"] == {"path": "a.txt", "lines": {"begin": 2, "end": 2}}


GOOD = {"software/good.txt": 0, "alarm/handbook.md": 0}
BAD = {
    "software/bad.txt": 2,
    "shop/quick-replies.csv": 3,
    "bank/chat.jsonl": 3,
    "property/call.txt": 2,
    "telecom/macros.json": 1,
    "telecom/standard.yaml": 1,
}


def test_the_examples_are_all_tried():
    files = [
        path.relative_to(ROOT / "examples").as_posix()
        for path in (ROOT / "examples").rglob("*")
        if path.is_file()
    ]
    assert sorted(files) == sorted(GOOD | BAD)


@pytest.mark.parametrize(("name", "least"), (GOOD | BAD).items())
def test_examples(name, least, linter, monkeypatch):
    from linter.files import workers

    monkeypatch.setattr(workers.Linter, "load", lambda *paths, builtin=True: linter)
    run = Run(Order((str(ROOT / "examples" / name),)))
    entries = [entry for entry in run.entries() if entry.severity > Severity.HINT]
    assert not run.problems
    assert len(entries) >= least
    assert bool(entries) == bool(least)
    assert all(entry.suggestions for entry in entries)
