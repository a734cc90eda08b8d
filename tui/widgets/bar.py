"""One row of the screen: status, message, footer."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.rows import Line, paint, plain, runs, shorten


class Bar(Widget):
    """A row of pieces; a click on a piece does what the piece says."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._line: Line = ()

    def show(self, line: Line) -> None:
        """Paint these pieces; nothing is painted when they are there already."""
        if line != self._line:
            self._line = line
            if self.size:  # else it is still to be painted
                self.refresh()

    @property
    def words(self) -> str:
        return plain(self._line)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = shorten(self._line, width) if y == 0 else ()
        return paint(plain(line), runs(self, line), self.rich_style, width)

    async def on_click(self, event: events.Click) -> None:
        edge = 0
        for piece in self._line:
            edge += cell_len(piece.text)
            if event.x < edge:
                if piece.does:
                    await self.run_action(piece.does)
                return
