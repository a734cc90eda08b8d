"""What writing and practising share: a draft that is checked as it is typed, a status, a message, a footer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from linter import Linter
from phrasebook.model import Severity
from tui import panes
from tui.actions import Action
from tui.review import Review
from tui.widgets.bar import Bar
from tui.widgets.draft import Draft
from tui.widgets.draft_rows import Mark
from tui.widgets.rows import Piece

if TYPE_CHECKING:
    from tui.app import HuashuApp
    from tui.screens.choose import Item

ROOMY = 90  # columns; with fewer the panes stand below the draft
MARKS = {Severity.ERROR: "mark--error", Severity.WARNING: "mark--warning", Severity.HINT: "mark--hint"}


class Desk(Screen[None], inherit_bindings=False):
    """Screens with a draft; they say what is shown around it in `show_review`."""

    app: HuashuApp

    def __init__(self, linter: Linter, *, hints: bool = True) -> None:
        super().__init__()
        self.review = Review(linter, shows_hints=hints)

    @property
    def draft(self) -> Draft:
        return self.query_one("#draft", Draft)

    def make_draft(self, placeholder: str) -> Draft:
        return Draft(self._check, id="draft", placeholder=placeholder)

    def bar(self, id: str) -> Bar:
        return self.query_one(f"#{id}", Bar)

    def say(self, words: str, look: str = "") -> None:
        """One line to the agent; it stays until the next change of the draft."""
        self.bar("message").show((Piece(f" {words}", look),) if words else ())

    def show_footer(self, actions: Iterable[Action]) -> None:
        self.bar("footer").show(panes.footer(actions, self.app.keys, self.size.width))

    def choose(
        self,
        title: str,
        items: Sequence[Item],
        then: Callable[[str], None],
        hint: str,
        groups: Sequence[str] = (),
        group: str = "",
    ) -> None:
        """Open the window to choose in; `then` gets the id of what was chosen."""
        from tui.screens.choose import ALL, Chooser  # Input costs more than the first screen has time for

        window = Chooser(title, items, groups=groups, group=group or ALL, hint=hint)
        self.app.push_screen(window, lambda id: None if id is None else then(id))

    def use(self, linter: Linter) -> None:
        """Check by other rules from now on."""
        self.review.linter = linter
        self.draft.check_again()

    def show_review(self) -> None:
        """Bring everything around the draft up to date."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Put the draft where a crash can't reach it, if this desk's draft is worth it."""

    def edited(self) -> None:
        """The text changed."""

    def _check(self, text: str) -> tuple[Mark, ...]:
        changed = text != self.review.text
        self.review.check(text)
        if changed:
            self.say("")
            self.edited()
        self.show_review()
        return self.marks()

    def marks(self) -> tuple[Mark, ...]:
        found = [Mark(finding.span, MARKS[finding.severity]) for finding in self.review.findings]
        if self.review.current:
            found.append(Mark(self.review.current.span, "mark--current"))
        return tuple(found)
