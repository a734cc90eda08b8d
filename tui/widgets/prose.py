"""Text to read: wrapped as Chinese is, scrolled by key or wheel."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import Where
from tui.keys import bindings
from tui.widgets.rows import Line, paint, plain, runs, wrap
from tui.widgets.titled import Titled


class Prose(ScrollView, Titled, can_focus=True, inherit_bindings=False):
    BINDINGS = bindings(Where.READING)

    def __init__(self, *, id: str, title: str = "") -> None:
        super().__init__(id=id)
        self.head(title)
        self._lines: tuple[Line, ...] = ()
        self._rows: list[Line] = []

    def show(self, lines: Iterable[Line]) -> None:
        """Read from the top; nothing is painted when it says so already."""
        lines = tuple(lines)
        if lines != self._lines:
            self._lines = lines
            self._wrap()
            self.scroll_home(animate=False)

    @property
    def words(self) -> str:
        return "\n".join(map(plain, self._lines))

    def on_resize(self, event: events.Resize) -> None:
        self._wrap()

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        line = self._rows[row] if row < len(self._rows) else ()
        return paint(plain(line), runs(self, line), self.rich_style, self.scrollable_content_region.width)

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        self._rows = [row for line in self._lines for row in wrap(line, width)] if width else []
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()
