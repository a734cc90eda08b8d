"""A text area spoken to in characters of its text, whose text is always clean and whose words are Chinese."""

from __future__ import annotations

import re

from textual.geometry import Offset
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from phrasebook.places import Span
from tui.locations import Location, location_of, offset_of
from tui.words import word_left, word_right

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")


def clean(text: str) -> str:
    r"""Line ends of Windows and old Macs as \n; no control characters."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class ChineseArea(TextArea, inherit_bindings=False):
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

    # --- the cursor

    @property
    def offset_of_cursor(self) -> int:
        """The cursor's place in characters of `reply`."""
        return offset_of(self.document.lines, self.cursor_location)

    def go_to(self, offset: int) -> None:
        self.move_cursor(location_of(self.document.lines, offset))

    @property
    def selected(self) -> Span:
        start, end = sorted(self.selection)
        return Span(offset_of(self.document.lines, start), offset_of(self.document.lines, end))

    def select(self, span: Span) -> None:
        start, end = self._locations(span)
        self.selection = Selection(start, end)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Textual 8.2 asks for this in the middle of an undo, when the cursor may be in a line that is gone."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def _locations(self, span: Span) -> tuple[Location, Location]:
        lines = self.document.lines
        return location_of(lines, span.start), location_of(lines, span.end)

    # --- words

    def get_cursor_word_left_location(self) -> Location:
        return word_left(self.document.lines, self.cursor_location)

    def get_cursor_word_right_location(self) -> Location:
        return word_right(self.document.lines, self.cursor_location)

    def action_delete_word_right(self) -> None:
        start, end = self.selection
        if not self.read_only:
            end = end if start != end else self.get_cursor_word_right_location()
            self.delete(start, end, maintain_selection_offset=False)
