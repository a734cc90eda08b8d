"""What writing and practising share: a draft that is checked as it is typed, a status, a message, a footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size

from phrasebook.severity import Severity
from tui import panes
from tui.actions import Where
from tui.messages import Checked
from tui.pace import Pace
from tui.review import Review
from tui.screens.window import Window
from tui.widgets.choices import Choices
from tui.widgets.draft import Draft
from tui.widgets.draft_rows import Mark
from tui.widgets.prose import Prose
from tui.widgets.rows import Piece

if TYPE_CHECKING:
    from linter import Linter
    from phrasebook.model import Phrasebook
    from tui.catalogue import Item

PAINTED = 0.02  # seconds in which a change is on the screen
MARKS = {Severity.ERROR: "mark--error", Severity.WARNING: "mark--warning", Severity.HINT: "mark--hint"}


class Desk(Window[None], inherit_bindings=False):
    """Screens with a draft; they say what is shown around it in `show_review`."""

    def __init__(self, linter: Linter | None, size: Size, *, hints: bool = True) -> None:
        super().__init__(size)
        self.review = Review(linter, shows_hints=hints)
        self.book_size = panes.size(linter)
        self._pace = Pace()
        self._checking = False

    def reshaped(self) -> None:
        self.show_review()

    @property
    def helped(self) -> tuple[Where, ...]:
        panes = ((Choices, Where.LIST), (Prose, Where.READING))
        here = [place for pane, place in panes if isinstance(self.focused, pane)]
        return (*here, *self.PLACES, Where.EDITING, Where.DRAFT)

    @property
    def book(self) -> Phrasebook:
        """An empty one until the phrasebook is loaded."""
        from phrasebook.model import Phrasebook  # takes long: the first frame does without

        return self.review.linter.phrasebook if self.review.linter else Phrasebook()

    def on_key(self, event: events.Key) -> None:
        """What is typed while another pane has the focus is meant for the draft."""
        if event.is_printable:
            self._hand_over(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        if not self.draft.has_focus:  # it has put it in already
            self._hand_over(events.Paste(event.text))

    def _hand_over(self, event: events.Event) -> None:
        if not self.draft.disabled:
            self.draft.post_message(event)
            self.draft.focus()

    @property
    def draft(self) -> Draft:
        return self.query_one("#draft", Draft)

    def make_draft(self, title: str, placeholder: str, text: str = "") -> Draft:
        return Draft(self._check, text, id="draft", title=title, placeholder=placeholder)

    def say(self, words: str, look: str = "") -> None:
        """One line to the agent; it stays until the next change of the draft."""
        self.bar("message").show((Piece(f" {words}", look),) if words else ())

    def choose(
        self,
        title: str,
        items: Sequence[Item],
        then: Callable[[str], None],
        groups: Sequence[str] = (),
        group: str = "",
    ) -> None:
        """Open the window to choose in; `then` gets the id of what was chosen."""
        from tui.screens.choose import ALL, Chooser  # Input costs more than the first screen has time for

        window = Chooser(self.size, title, items, groups=groups, group=group or ALL)
        self.app.push_screen(window, lambda id: None if id is None else then(id))

    def use(self, linter: Linter) -> None:
        """Check by other rules from now on."""
        self.review.linter = linter
        self.book_size = panes.size(linter)
        self.draft.check_again()

    def show_review(self) -> None:
        """Bring everything around the draft up to date."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Put the draft where a crash can't reach it, if this desk's draft is worth it."""

    def edited(self) -> None:
        """The text changed."""

    # --- checking

    def _check(self, text: str) -> tuple[Mark, ...]:
        """Lint on the keystroke when that is quick enough to be in the same frame; else as soon as it can be done."""
        changed = text != self.review.text
        if self._pace.is_quick(text):
            with self._pace.measured(text):
                self.review.check(text)
        else:
            self.review.put_off(text)
            self._check_later()
        if changed:
            self.say("")
            self.edited()
        elif self.review.fresh:
            self.checked()
        self.show_review()
        return self.marks()

    def check_now(self) -> None:
        """Have the findings of the text as it is, however long that takes: for an action that relies on them."""
        if not self.review.fresh:
            self.review.check(self.draft.reply)
            self._reviewed()

    def _check_later(self) -> None:
        """Once the change is painted: a thread would take the painting's time, there being one interpreter."""
        if not self._checking and self.review.linter:
            self._checking = True
            self.set_timer(PAINTED, self._start_check)

    def _start_check(self) -> None:
        if self.review.linter:
            work = partial(self._check_aside, self.review.linter, self.review.text)
            self.run_worker(work, thread=True, group="check")

    def _check_aside(self, linter: Linter, text: str) -> None:
        with self._pace.measured(text):
            found = linter.check(text)
        self.post_message(Checked(text, found))

    def on_checked(self, event: Checked) -> None:
        self._checking = False
        if event.text != self.review.text:
            self._check_later()
        elif not self.review.fresh:
            self.review.take(event.text, event.found)
            self._reviewed()

    def _reviewed(self) -> None:
        self.draft.mark(self.marks())
        self.show_review()
        self.checked()

    def checked(self) -> None:
        """The findings arrived after the change they are for, or are others for the same text."""

    def marks(self) -> tuple[Mark, ...]:
        found = [Mark(finding.span, MARKS[finding.severity]) for finding in self.review.findings]
        if self.review.current:
            found.append(Mark(self.review.current.span, "mark--current"))
        return tuple(found)
