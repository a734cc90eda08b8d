"""The screen in a real terminal: Chinese typed, what stands on the screen, where the cursor is, what a crash leaves."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

ROOT = Path(__file__).parent.parent
PROGRAM = "import sys; from tests.screen_linter import ScreenLinter; from tui.start import run; sys.exit(run(ScreenLinter()))"
PATIENCE = 15.0  # seconds

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class Terminal:
    """A tmux server of its own with one window."""

    def __init__(self, folder):
        self.folder = folder
        self.socket = str(folder / "tmux")

    def tmux(self, *arguments):
        command = ["tmux", "-u", "-S", self.socket, "-f", "/dev/null", *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, env=self.environment, check=False
        ).stdout

    @property
    def environment(self):
        own = {
            "XDG_STATE_HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder),
            "PYTHONPATH": str(ROOT),
        }
        return {**os.environ, **own, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}

    def open(self, width=100, height=30):
        command = [sys.executable, "-c", PROGRAM]
        self.tmux("new-session", "-d", "-x", str(width), "-y", str(height), *command)
        self.wait_for("词库：禁忌 4 条" if width >= 90 else "回复草稿")

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def cursor(self):
        """Column and row, from 0."""
        return tuple(map(int, self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split()))

    def wait_for(self, words):
        started = time.monotonic()
        while words not in self.screen():
            if time.monotonic() - started > PATIENCE:
                pytest.fail(f"{words!r} never came:\n{self.screen()}")
            time.sleep(0.05)

    def wait_for_cursor(self, column):
        started = time.monotonic()
        while self.cursor()[0] != column and time.monotonic() - started < PATIENCE:
            time.sleep(0.05)
        return self.cursor()


@pytest.fixture
def terminal(tmp_path):
    one = Terminal(tmp_path)
    yield one
    one.tmux("kill-server")


def test_chinese_typed_marked_mended_and_kept(terminal, tmp_path):
    terminal.open()
    terminal.type("王先生您好，这事不归我管")
    terminal.wait_for("[错] 这事不归我管")
    assert "[不可发送] 必改 1" in terminal.screen()
    indent = 2  # the border and a blank
    assert terminal.wait_for_cursor(indent + cell_len("王先生您好，这事不归我管")) == (26, 2)
    assert "\x1b[" in terminal.tmux("capture-pane", "-p", "-e")

    terminal.press("F2")
    terminal.wait_for("王先生您好，这件事我来帮您处理")
    terminal.press("C-z")
    terminal.wait_for("王先生您好，这事不归我管")

    time.sleep(0.7)  # until the draft is on disk
    terminal.tmux("kill-session")
    time.sleep(1.5)  # until the program has noticed
    terminal.open()
    terminal.wait_for("王先生您好，这事不归我管")
    terminal.wait_for("接着写上次的草稿")


def test_no_row_begins_with_a_comma_and_a_smaller_window_loses_nothing(terminal):
    terminal.open(80, 24)
    sentence = "请您先核对一下订单号，我马上为您查询物流，五分钟内给您回电话，好吗？"
    terminal.type(sentence * 3)
    terminal.wait_for("字数 102")
    for width, height in ((60, 20), (40, 12), (100, 30), (41, 24)):
        terminal.tmux("resize-window", "-x", str(width), "-y", str(height))
        time.sleep(0.6)
        rows = [row.strip(" │╭╮╰╯─") for row in terminal.screen().splitlines()]
        assert not [row for row in rows if row.startswith(("，", "。", "？", "！", "、"))]
        assert "字数 102" in terminal.screen()


def test_closed_terminal(terminal, tmp_path):
    """What was typed less than half a second before the terminal goes is not lost either."""
    terminal.open()
    terminal.type("请稍等，我马上为您查询")
    terminal.wait_for("我马上为您查询")
    terminal.tmux("kill-server")
    started = time.monotonic()
    while not list(tmp_path.glob("huashu/drafts/*.json")) and time.monotonic() - started < PATIENCE:
        time.sleep(0.05)
    (kept,) = tmp_path.glob("huashu/drafts/*.json")
    assert "我马上为您查询" in kept.read_text("utf-8")
