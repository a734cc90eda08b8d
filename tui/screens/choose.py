"""Search and choose: the one window behind phrases, situations, patterns and commands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.widgets import Input

from tui.actions import Action, Where
from tui.catalogue import Item
from tui.keys import bindings
from tui.screens.window import Window
from tui.search import best
from tui.widgets.bar import Bar
from tui.widgets.choices import Choices
from tui.widgets.prose import Prose
from tui.widgets.rows import Piece

ALL = "全部"
FIND = "输入汉字、拼音或首字母来查找"


class Chooser(Window[str | None], inherit_bindings=False):
    """Gives back the chosen item's id, or None. `groups` can be gone through one by one, `group` is shown first."""

    BINDINGS = bindings(Where.SEARCH)
    PLACES = (Where.SEARCH,)
    AUTO_FOCUS = "#query"

    def __init__(
        self, size: Size, title: str, items: Sequence[Item], *, groups: Sequence[str] = (), group: str = ALL
    ) -> None:
        super().__init__(size)
        self._title = title
        self._items = tuple(items)
        self._groups = (ALL, *groups)
        self._group = group
        self._found: list[Item] = []

    def compose(self) -> ComposeResult:
        yield Bar(id="title")
        yield Input(id="query", placeholder=FIND, compact=True)
        yield Choices(id="results", empty="没有找到，换个词试试")
        yield Prose(id="detail", title="说明")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self._results.can_focus = self._detail.can_focus = False
        self._search("")

    @property
    def helped(self) -> tuple[Where, ...]:
        return (*self.PLACES, Where.EVERYWHERE)

    def footer_actions(self) -> Iterable[Action]:
        found = super().footer_actions()
        return [action for action in found if len(self._groups) > 1 or "group" not in action.id]

    @on(Input.Changed)
    def query_changed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @on(Input.Submitted)
    def query_submitted(self, event: Input.Submitted) -> None:
        self.action_accept()

    @on(Choices.Looked)
    def looked(self, event: Choices.Looked) -> None:
        self._show_detail()

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        self.action_accept()

    def action_move(self, by: int) -> None:
        self._results.action_move(by)

    def action_page(self, by: int) -> None:
        self._results.action_page(by)

    def action_group(self, by: int) -> None:
        at = self._groups.index(self._group)
        self._group = self._groups[(at + by) % len(self._groups)]
        self._search(self.query_one(Input).value)

    def action_accept(self) -> None:
        if self._found:
            self.dismiss(self._found[self._results.index].id)

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def _results(self) -> Choices:
        return self.query_one("#results", Choices)

    @property
    def _detail(self) -> Prose:
        return self.query_one("#detail", Prose)

    def _search(self, query: str) -> None:
        inside = [item for item in self._items if self._group == ALL or self._group in item.groups]
        self._found = _matching(query, inside) or _matching(query, self._items)
        self._results.show([item.line for item in self._found], 0)
        self._show_title()
        self._show_detail()

    def _show_title(self) -> None:
        words = f" {self._title}  {len(self._found)} 条"
        group = f"  场景：{self._group}" if len(self._groups) > 1 else ""
        self.bar("title").show((Piece(words, "strong"), Piece(group, "muted")))

    def _show_detail(self) -> None:
        found = self._found
        self._detail.show(found[self._results.index].detail if found else ())


def _matching(query: str, items: Sequence[Item]) -> list[Item]:
    return [items[number] for number in best(query, [item.words for item in items])]
