"""F1: what the focused pane is for, its keys, then all the others."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.geometry import Size

from tui.actions import Action, Where, actions
from tui.files import readable, settings_file, state_folder
from tui.keys import bindings
from tui.records import record_file
from tui.screens.window import Window
from tui.widgets.bar import Bar
from tui.widgets.prose import Prose
from tui.widgets.rows import Line, Piece, indent, wrap

KEYS_WIDTH = 18  # columns
FRAME = 5  # columns: borders, blanks and the scrollbar

ABOUT_PANES = {
    "draft": "写回复的地方。不能说的话带下划线：必改是粗体双线，注意是单线，提示是斜体。粘贴、撤销、选中都和平常一样。",
    "findings": "发现的问题，按先后列出。[错] 必改，[注] 注意，[议] 提示。移到哪一条，草稿里的光标就到哪里。",
    "alternatives": "这一处可以怎么说。回车或双击就换进草稿；标着“待补全”的换进去以后还要接着写完。",
    "why": "改前、改后的整句，为什么不能这么说，出自哪份文件。",
    "query": "按汉字、拼音（如 tousu）或首字母（如 ts）查找，几个词用空格隔开；上下键挑选，回车选用。",
}
"""By id of the pane."""


class HelpScreen(Window[None], inherit_bindings=False):
    """Help with a pane, by its id, and with the keys of some places."""

    BINDINGS = bindings(Where.HELP)
    PLACES = (Where.HELP, Where.READING)

    def __init__(self, size: Size, pane: str, places: Iterable[Where]) -> None:
        super().__init__(size)
        self._pane = pane
        self._places = tuple(places)

    def compose(self) -> ComposeResult:
        yield Bar(id="title")
        yield Prose(id="help")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self.bar("title").show((Piece(" 帮助", "strong"),))
        self.query_one("#help", Prose).focus()

    def reshaped(self) -> None:
        self.query_one("#help", Prose).show(self._lines())

    def action_close(self) -> None:
        self.dismiss()

    def _lines(self) -> list[Line]:
        lines: list[Line] = []
        if self._pane in ABOUT_PANES:
            lines += [(Piece(ABOUT_PANES[self._pane], "strong"),), ()]
        for place in self._places:
            lines += [(Piece(f"── {place.value} ──", "muted"),), *self._table(actions(place)), ()]
        return lines + self._files()

    def _table(self, group: Iterable[Action]) -> list[Line]:
        by_command = f"{self.app.keys.caption_of('commands')} 里选"
        room = max(1, self.size.width - KEYS_WIDTH - FRAME)
        return [
            row
            for action in group
            for row in indent(
                wrap((Piece(action.about),), room),
                Piece(_padded(self.app.keys.captions(action) or by_command), "key"),
                Piece(" " * KEYS_WIDTH),
            )
        ]

    def _files(self) -> list[Line]:
        places = {
            "设置（颜色、按键）": settings_file(),
            "误报记录": record_file(),
            "没发出的草稿": state_folder() / "drafts",
        }
        return [
            (Piece("── 文件 ──", "muted"),),
            *((Piece(f"{name}：{readable(path)}"),) for name, path in places.items()),
        ]


def _padded(keys: str) -> str:
    from rich.cells import cell_len

    return keys + " " * max(1, KEYS_WIDTH - cell_len(keys))
