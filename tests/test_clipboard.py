"""Ways to the clipboard, with programs put in their place."""

import os
import stat
import sys

import pytest

from tui import clipboard
from tui.clipboard import Route


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine with no program and no terminal multiplexer; programs can be put into the folder given back."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "TERMUX_VERSION"):
        monkeypatch.delenv(name, raising=False)
    return programs


def program(folder, name, ends_with=0):
    """A program that writes what it is given beside itself."""
    path = folder / name
    path.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\n"
        f"pathlib.Path({str(folder)!r}, 'got').write_bytes(sys.stdin.buffer.read())\nsys.exit({ends_with})\n"
    )
    path.chmod(0o755)
    return folder / "got"


@pytest.mark.parametrize(
    ("name", "variable"), [("xclip", "DISPLAY"), ("wl-copy", "WAYLAND_DISPLAY"), ("xsel", "DISPLAY")]
)
def test_a_native_tool(bare, monkeypatch, name, variable):
    got = program(bare, name)
    monkeypatch.setenv(variable, ":0")
    copied = clipboard.copy("请稍等", pytest.fail)
    assert (copied.route, copied.sure) == (Route.TOOL, True)
    assert name in copied.message
    assert got.read_text("utf-8") == "请稍等"


def test_windows_clip_gets_its_encoding(bare):
    got = program(bare, "clip.exe")
    clipboard.copy("请稍等", pytest.fail)
    assert got.read_bytes().decode("utf-16") == "请稍等"


def test_a_tool_without_its_display_is_passed_over(bare):
    program(bare, "xclip")
    asked = []
    assert clipboard.copy("请稍等", asked.append).route is Route.TERMINAL
    assert asked == ["请稍等"]


def test_a_tool_that_fails_is_passed_over(bare, monkeypatch):
    program(bare, "xclip", ends_with=1)
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.by_tool("请稍等") is None


def test_tmux(bare, monkeypatch):
    got = program(bare, "tmux")
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    copied = clipboard.copy("请稍等", pytest.fail)
    assert (copied.route, got.read_text("utf-8")) == (Route.TMUX, "请稍等")


def test_the_terminal_is_never_called_sure(bare):
    copied = clipboard.copy("请稍等", lambda text: None)
    assert not copied.sure
    assert "请粘贴看看" in copied.message


@pytest.mark.skipif(os.name == "nt", reason="rights of files")
def test_a_file_when_all_else_failed(bare, tmp_path):
    copied = clipboard.copy("请稍等", None)
    path = tmp_path / "state" / "huashu" / "reply.txt"
    assert copied.route is Route.FILE
    assert path.read_text("utf-8") == "请稍等"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
