"""Panes with a title in their border: between blanks, which Textual leaves out where the border has no corners."""

from __future__ import annotations

from textual import events
from textual.widget import Widget


class Titled(Widget):
    _title = ""

    def head(self, title: str) -> None:
        """Write the title into the border."""
        self._title = title
        if self.is_attached:
            self._fit_title()

    def on_mount(self) -> None:
        self._fit_title()

    def on_resize(self, event: events.Resize) -> None:
        self._fit_title()

    def _fit_title(self) -> None:
        """For the border as it is now. Textual paints the whole pane for a title, even for the same one."""
        has_corners = bool(self.styles.border_left[0])
        title = self._title if has_corners or not self._title else f" {self._title} "
        if title != (self.border_title or ""):
            self.border_title = title or None
