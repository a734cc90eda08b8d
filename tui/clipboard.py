"""Ways to the clipboard, surest first; each says what it can know and no more.

OSC 52, the terminal's own way, gives no answer and is dropped by tmux as it comes, so it stands after the tools.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tui.files import readable, state_folder, write_private

TIMEOUT = 2.0  # seconds; a tool that waits for a display server that is gone never ends


Ask = Callable[[str], None]


class Route(Enum):
    TOOL = "tool"
    TMUX = "tmux"
    TERMINAL = "terminal"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Copied:
    route: Route
    message: str

    @property
    def sure(self) -> bool:
        """Whether the way it went says if it worked."""
        return self.route is not Route.TERMINAL


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes the text on its standard input; `needs` is the variable without which it can't work."""

    command: tuple[str, ...]
    needs: str = ""
    encoding: str = "utf-8"


TOOLS = (
    Tool(("pbcopy",)),
    Tool(("clip.exe",), encoding="utf-16"),
    Tool(("wl-copy",), needs="WAYLAND_DISPLAY"),
    Tool(("xclip", "-selection", "clipboard"), needs="DISPLAY"),
    Tool(("xsel", "--clipboard", "--input"), needs="DISPLAY"),
    Tool(("termux-clipboard-set",), needs="TERMUX_VERSION"),
)


def copy(text: str, osc52: Ask | None) -> Copied:
    """Copy by the first way that works. `osc52` asks the terminal; None when it was asked in vain."""
    if copied := by_tool(text):
        return copied
    if osc52 is not None:
        osc52(text)
        return Copied(
            Route.TERMINAL, "已请终端复制（OSC 52），请粘贴看看：终端不回话；不成再按一次，存成文件。"
        )
    return to_file(text)


def by_tool(text: str) -> Copied | None:
    """Copy by a program that says whether it worked; nothing when there is none."""
    for tool in TOOLS:
        if _usable(tool) and _fed(tool.command, text.encode(tool.encoding)):
            return Copied(Route.TOOL, f"已复制到剪贴板（{Path(tool.command[0]).stem}）。")
    if os.environ.get("TMUX") and _fed(("tmux", "load-buffer", "-w", "-"), text.encode()):
        return Copied(Route.TMUX, "已复制到 tmux（前缀键加 ] 粘贴），也请它转给了终端。")
    return None


def to_file(text: str) -> Copied:
    path = state_folder() / "reply.txt"
    write_private(path, text)
    return Copied(Route.FILE, f"已存成文件 {readable(path)}。")


def _usable(tool: Tool) -> bool:
    if tool.needs and not os.environ.get(tool.needs):
        return False
    return shutil.which(tool.command[0]) is not None and (
        tool.command[0] != "pbcopy" or sys.platform == "darwin"
    )


def _fed(command: tuple[str, ...], text: bytes) -> bool:
    try:
        done = subprocess.run(
            command,
            input=text,
            stdout=subprocess.DEVNULL,  # xclip stays behind holding these open
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
