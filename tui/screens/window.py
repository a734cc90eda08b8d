"""What all windows share: they know their places, their bars and their footer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.geometry import Size
from textual.screen import Screen

from tui import panes
from tui.actions import Action, Where, actions
from tui.host import Host
from tui.widgets.bar import Bar
from tui.widgets.rows import LOOK_CLASSES

ROOMY = 90  # columns; with fewer the panes stand below the draft
TALL = 18  # rows; with fewer there is the draft and what is said of one finding
TINY = 10  # rows; with fewer there is the draft and the verdict
Answer = TypeVar("Answer")


class Window(Screen[Answer], inherit_bindings=False):
    """`PLACES` are those of the actions in the footer. The looks are the screen's, once for all its widgets."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOK_CLASSES)
    PLACES: ClassVar[tuple[Where, ...]]
    app: Host

    def __init__(self, size: Size) -> None:
        super().__init__(classes=" ".join(name for name, fits in _shape(size).items() if fits))

    def on_resize(self, event: events.Resize) -> None:
        self.update_classes(_shape(event.size))
        self.show_footer()
        self.reshaped()

    def reshaped(self) -> None:
        """The window has its first or another size."""

    @property
    def helped(self) -> tuple[Where, ...]:
        """The places whose keys the help explains, the nearest first."""
        return self.PLACES

    def bar(self, id: str) -> Bar:
        return self.query_one(f"#{id}", Bar)

    def footer_actions(self) -> Iterable[Action]:
        return actions(*self.PLACES)

    def show_footer(self) -> None:
        self.bar("footer").show(panes.footer(self.footer_actions(), self.app.keys, self.size.width))


def _shape(size: Size) -> dict[str, bool]:
    """The style classes for a terminal of this size."""
    return {
        "-narrow": size.width < ROOMY,
        "-short": TINY <= size.height < TALL,
        "-tiny": size.height < TINY,
    }
