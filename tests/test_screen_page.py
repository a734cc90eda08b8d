"""The page about the screen: its keys are those of the table of actions, its settings those of the program.

After a change of keys: `HUASHU_RECORD=1 pytest tests/test_screen_page.py`.
"""

import os
import re

from tests.conftest import ROOT
from tui.actions import Where, actions
from tui.keys import keycap
from tui.settings import Settings, load

PAGE = ROOT / "docs" / "坐席界面.md"
HEAD = "## 按键\n"


def table(place):
    rows = [
        f"| {'、'.join(keycap(key) for key in action.keys if 'super' not in key) or '命令里选'} | {action.about} | `{action.id}` |"
        for action in actions(place)
    ]
    return [f"\n### {place.value}\n", "| 按键 | 作用 | 名字 |", "|---|---|---|", *rows]


def test_the_keys_are_those_of_the_program():
    lines = [HEAD, "“名字”用在设置文件的 `[keys]` 里。“命令里选”的没有按键，按 Ctrl+P 选用。"]
    told = "\n".join(lines + [line for place in Where for line in table(place)]) + "\n"
    written = PAGE.read_text("utf-8")
    if os.environ.get("HUASHU_RECORD"):
        written = written.partition(HEAD)[0] + told
        PAGE.write_text(written, "utf-8")
    assert HEAD + written.partition(HEAD)[2] == told


def test_the_settings_are_those_without_a_file(tmp_path):
    (text,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    path = tmp_path / "screen.toml"
    path.write_text(text, "utf-8")
    assert load(path) == Settings(keys={"replace": ("f2", "ctrl+r")})
