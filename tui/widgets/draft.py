"""The agent's draft: a text area whose marks are right in every cell, and that knows Chinese words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from phrasebook.places import Span
from tui.actions import Where
from tui.blanks import blanks, next_blank
from tui.keys import bindings
from tui.linebreak import rows as wrapped_rows
from tui.widgets.draft_rows import BLANK_CELL, Mark, RowPainter
from tui.widgets.rows import Run, paint
from tui.words import word_end, word_start

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")


def clean(text: str) -> str:
    r"""Line ends of Windows and old Macs as \n; no control characters."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class Draft(TextArea, inherit_bindings=False):
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
        self.border_title = title
        self.set_reactive(TextArea.indent_width, 1)  # a tab is one blank cell
        self.cursor_blink = False  # each blink would repaint under an input method's composition
        self.match_cursor_bracket = False

    # --- the text

    @property
    def reply(self) -> str:
        """The text with \\n at line ends, whatever was pasted."""
        return "\n".join(self.document.lines)

    def load_text(self, text: str) -> None:
        super().load_text(clean(text))

    def edit(self, edit: Edit) -> EditResult:
        edit.text = clean(edit.text)
        return super().edit(edit)

    def replace_span(self, span: Span, text: str) -> None:
        """Change a stretch of the text in one step that can be undone; the cursor goes to its end."""
        start, end = self._locations(span)
        self.history.checkpoint()
        self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()

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

    @property
    def offset_of_cursor(self) -> int:
        """The cursor's place in characters of `reply`."""
        return self._offset(self.cursor_location)

    def go_to(self, offset: int) -> None:
        self.move_cursor(self._location(offset))

    def select(self, span: Span) -> None:
        start, end = self._locations(span)
        self.selection = Selection(start, end)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Textual 8.2 asks for this in the middle of an undo, when the cursor may be in a line that is gone."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    @property
    def selected(self) -> Span:
        start, end = sorted(self.selection)
        return Span(self._offset(start), self._offset(end))

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

    def _offset(self, location: Location) -> int:
        row, column = location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def _location(self, offset: int) -> Location:
        for row, line in enumerate(self.document.lines):
            if offset <= len(line):
                return row, offset
            offset -= len(line) + 1
        return self.document.end

    def _locations(self, span: Span) -> tuple[Location, Location]:
        return self._location(span.start), self._location(span.end)

    # --- words

    def get_cursor_word_left_location(self) -> Location:
        row, column = self.cursor_location
        if column == 0 and row > 0:
            return row - 1, len(self.document[row - 1])
        return row, word_start(self.document[row], column)

    def get_cursor_word_right_location(self) -> Location:
        row, column = self.cursor_location
        if column == len(self.document[row]) and row + 1 < self.document.line_count:
            return row + 1, 0
        return row, word_end(self.document[row], column)

    def action_delete_word_right(self) -> None:
        start, end = self.selection
        if not self.read_only:
            end = end if start != end else self.get_cursor_word_right_location()
            self.delete(start, end, maintain_selection_offset=False)

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
