"""What the README shows works, and its Chinese twin shows the same."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from linter.commands import main

ROOT = Path(__file__).parent.parent
ENGLISH, CHINESE = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md"))


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def commands(text: str) -> list[str]:
    lines = (line.partition(" #")[0].strip() for block in blocks(text, "sh") for line in block.splitlines())
    return [line for line in lines if line]


def words(command: str) -> list[str]:
    return shlex.split(command.rpartition("|")[2])[1:]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the files the README speaks of."""
    (tmp_path / "canned").mkdir()
    (tmp_path / "replies.txt").write_text("您好，请稍等，我马上为您办理。\n", "utf-8")
    (tmp_path / "canned" / "welcome.txt").write_text("这事不归我管。\n", "utf-8")
    (tmp_path / "my-rules.yaml").write_text(blocks(ENGLISH, "yaml")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [c for c in commands(ENGLISH) if "huashu" in c and "tui" not in c])
def test_a_command_runs(desk, command, monkeypatch, capsys):
    if "|" in command:
        said = command.partition("|")[0].removeprefix("echo ")
        done = subprocess.run(
            [sys.executable, "-m", "linter.commands", *words(command)],
            input=said,
            text=True,
            capture_output=True,
        )
        code, out = done.returncode, done.stdout
    else:
        code, out = main(words(command)), capsys.readouterr().out
    assert code in (0, 1)
    assert out.strip()


@pytest.mark.parametrize("command", [c for c in commands(ENGLISH) if "huashu tui" in c])
def test_a_screen_command_has_its_options(command, capsys):
    assert main([*words(command), "--help"]) == 0
    help_text = capsys.readouterr().out
    assert all(option in help_text for option in words(command)[1:])


def test_the_rules_shown_prove_themselves(desk, capsys):
    assert main(["test", "my-rules.yaml"]) == 0
    assert main(["check", "--rules", "my-rules.yaml", "replies.txt"]) == 0


def test_the_python_shown_runs(capsys):
    exec(blocks(ENGLISH, "python")[0], {})
    assert "我不知道" in capsys.readouterr().out


def test_the_api_shown_runs(desk):
    exec(blocks((ROOT / "docs" / "api.md").read_text("utf-8"), "python")[0], {})


def test_make_has_the_commands_shown():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    shown = {line.split()[1] for line in commands(ENGLISH) if line.startswith("make ")}
    assert {"run", "test"} <= shown
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in shown)


def test_the_twin_shows_the_same():
    assert commands(CHINESE) == commands(ENGLISH)
    assert blocks(CHINESE, "yaml") == blocks(ENGLISH, "yaml")
    assert blocks(CHINESE, "python") == blocks(ENGLISH, "python")
    assert len(re.findall("^## ", CHINESE, re.MULTILINE)) == len(re.findall("^## ", ENGLISH, re.MULTILINE))


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["english", "chinese"])
def test_every_link_leads_somewhere(text):
    places = re.findall(r"\]\(([^)#]+)\)", text)
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []
