"""The agent's draft: checked at every change, its marks painted right in every cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from tui.actions import Where
from tui.blanks import blanks, next_blank
from tui.keys import bindings
from tui.linebreak import rows as wrapped_rows
from tui.widgets.chinese_area import ChineseArea, clean
from tui.widgets.draft_rows import BLANK_CELL, Mark, RowPainter
from tui.widgets.rows import Run, paint
from tui.widgets.titled import Titled


class Draft(ChineseArea, Titled, inherit_bindings=False):
    """`check` is asked for the marks of the text after every change, before it is painted."""

    BINDINGS = bindings(Where.EDITING, Where.DRAFT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "mark--error", "mark--warning", "mark--hint", "mark--current", "mark--blank",
    }  # fmt: skip

    @dataclass
    class Moved(Message):
        """The cursor moved without a change of the text."""

        offset: int

    def __init__(
        self,
        check: Callable[[str], tuple[Mark, ...]],
        text: str = "",
        *,
        id: str,
        title: str,
        placeholder: str,
    ) -> None:
        self._check = check
        self._marks: tuple[Mark, ...] = ()
        self._painter = RowPainter(self._style_of)
        self._base = Style()
        super().__init__(clean(text), id=id, highlight_cursor_line=False, placeholder=placeholder)
        self.head(title)
        self.set_reactive(TextArea.indent_width, 1)  # a tab is one blank cell
        self.cursor_blink = False  # each blink would repaint under an input method's composition
        self.match_cursor_bracket = False

    # --- marks

    def update_suggestion(self) -> None:
        """Textual's hook after every edit, undo, redo and load: lint here, so that text and marks are one frame."""
        self._painter.forget_rows()
        self._place(self._check(self.reply))

    def check_again(self) -> None:
        """Ask for the marks once more, the text being the same."""
        self.mark(self._check(self.reply))

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Draw these marks; nothing is painted when they are there already."""
        if marks != self._marks:
            self._place(marks)
            self.refresh()

    def _place(self, marks: tuple[Mark, ...]) -> None:
        self._marks = marks
        lines = self.document.lines
        gaps = tuple(Mark(span, "mark--blank") for span in blanks("\n".join(lines)))
        self._painter.mark(lines, marks + gaps)

    # --- the cursor

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        self.post_message(self.Moved(self.offset_of_cursor))

    def action_next_blank(self) -> None:
        """To the next blank; without one, on to the next pane."""
        gap = next_blank(self.reply, self.selected.end)
        if gap is None:
            self.screen.focus_next()
        else:
            self.select(gap)

    # --- painting

    def on_resize(self, event: events.Resize) -> None:
        self._painter.forget_rows()
        self.refresh()  # rows of the old width stay on screen when their number is the same

    def notify_style_update(self) -> None:
        self._painter.forget_styles()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._base = self.rich_style  # once a frame: Textual works it out anew for every asker
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if not any(self.document.lines):
            return self._placeholder_row(y, width)
        row = self._painter.row(self.wrapped_document, y + self.scroll_offset.y)
        if row is None:
            return Strip.blank(width, self._base)
        cursor = self.cursor_location if self.has_focus else None
        return self._painter.paint(row, self.selection, cursor, self._base, width)

    def _placeholder_row(self, y: int, width: int) -> Strip:
        style = self.get_component_rich_style("text-area--placeholder")
        words = wrapped_rows(str(self.placeholder), max(1, width - 1))
        runs = [Run(0, 1, self._style_of("text-area--cursor"))] if y == 0 and self.has_focus else []
        return paint((words[y] if y < len(words) else "") + BLANK_CELL, runs, style, width)

    def _style_of(self, look: str) -> Style:
        return self.get_component_rich_style(look, partial=True)
