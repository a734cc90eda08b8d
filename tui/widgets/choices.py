"""A list to choose from: a look by arrow or click, a choice by Enter or double click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import Where
from tui.keys import bindings
from tui.widgets.rows import Line, Piece, indent, paint, plain, runs, shorten, wrap
from tui.widgets.titled import Titled

POINTER = Piece("› ", "strong")
NO_POINTER = Piece("  ")


class Choices(ScrollView, Titled, can_focus=True, inherit_bindings=False):
    """Lines of which one is pointed at; `wraps` gives a long line more rows instead of cutting it."""

    BINDINGS = bindings(Where.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--current"}

    @dataclass
    class Looked(Message):
        """The pointer moved by the agent's hand."""

        choices: Choices
        index: int

        @property
        def control(self) -> Choices:
            return self.choices

    @dataclass
    class Chosen(Message):
        choices: Choices
        index: int

        @property
        def control(self) -> Choices:
            return self.choices

    def __init__(self, *, id: str, title: str = "", wraps: bool = False, empty: str = "") -> None:
        super().__init__(id=id)
        self.head(title)
        self.index = 0
        self._wraps = wraps
        self._empty = empty
        self._lines: tuple[Line, ...] = ()
        self._rows: list[tuple[int, Line]] = []

    def show(self, lines: Iterable[Line], index: int, empty: str | None = None) -> None:
        """List these and point at one, or say that there are none; nothing is painted when it stands there already."""
        shown = tuple(lines), index, self._empty if empty is None else empty
        if shown != (self._lines, self.index, self._empty):
            self._lines, self.index, self._empty = shown
            self._arrange()

    @property
    def words(self) -> list[str]:
        return [plain(line) for line in self._lines]

    def point_at(self, index: int) -> None:
        """Move the pointer and say so."""
        if self._lines:
            self.index = max(0, min(index, len(self._lines) - 1))
            self._arrange()
            self.post_message(self.Looked(self, self.index))

    def action_move(self, by: int) -> None:
        if self._lines:
            self.point_at((self.index + by) % len(self._lines))

    def action_page(self, by: int) -> None:
        self.point_at(self.index + by * max(1, self.size.height - 1))

    def action_first(self) -> None:
        self.point_at(0)

    def action_last(self) -> None:
        self.point_at(len(self._lines) - 1)

    def action_choose(self) -> None:
        if self._lines:
            self.post_message(self.Chosen(self, self.index))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset else len(self._rows)
        if row < len(self._rows) and self._lines:
            self.point_at(self._rows[row][0])
            if event.chain == 2:
                self.action_choose()

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        number, line = self._rows[row] if row < len(self._rows) else (-1, ())
        base = self.rich_style
        if number == self.index:
            base += self.get_component_rich_style("choices--current", partial=True)
        return paint(plain(line), runs(self, line), base, self.scrollable_content_region.width)

    def _arrange(self) -> None:
        width = self.scrollable_content_region.width
        self._rows = [
            (number, row) for number, line in enumerate(self._lines) for row in self._row(number, line, width)
        ]
        if not self._lines and self._empty:
            self._rows = [(-1, row) for row in wrap((Piece(self._empty, "muted"),), width or 1)]
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()
        self._show_pointer()

    def _row(self, number: int, line: Line, width: int) -> list[Line]:
        mark = POINTER if number == self.index else NO_POINTER
        room = max(1, width - 2)
        return indent(wrap(line, room) if self._wraps else [shorten(line, room)], mark, NO_POINTER)

    def _show_pointer(self) -> None:
        here = [row for row, (number, _) in enumerate(self._rows) if number == self.index]
        if here:
            region = Region(0, here[0], 1, len(here))
            self.scroll_to_region(region, animate=False, force=True)
