"""The panes beside the draft: what was found, what to say instead, why; they follow the current finding."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.timer import Timer

from tui import panes
from tui.advice import Advice
from tui.adviser import Adviser, Question
from tui.messages import AdviceReady
from tui.screens.desk import Desk
from tui.screens.window import ROOMY, TALL
from tui.widgets.bar import Bar
from tui.widgets.choices import Choices
from tui.widgets.draft import Draft
from tui.widgets.prose import Prose
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from linter import Linter
    from phrasebook.model import Situation

QUIET = 0.15  # seconds without a key before suggestions are worked out


class AdviceDesk(Desk):
    """A desk with advice; nothing in it changes the draft."""

    def __init__(self, linter: Linter | None, size: Size, *, hints: bool, title: str, text: str) -> None:
        super().__init__(linter, size, hints=hints)
        self._title = title
        self._first_text = text
        self.situation: Situation | None = None
        self.adviser = Adviser(self.review)
        self._quiet: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Bar(id="status")
        yield self.make_draft(self._title, "在这里写回复，边写边查。", self._first_text)
        yield Choices(id="findings", title="发现")
        yield Choices(id="alternatives", title="建议", wraps=True)
        yield Prose(id="why", title="说明")
        yield Bar(id="patterns")
        yield Bar(id="message")
        yield Bar(id="footer")

    # --- showing

    def show_review(self) -> None:
        review = self.review
        name = self.situation.title if self.situation else ""
        size = self.book_size if self.size.width >= ROOMY else ""
        self.bar("status").show(panes.status(review, name, size))
        findings = self.query_one("#findings", Choices)
        findings.head(f"发现 {len(review.findings)}" if review.linter else "发现")
        empty = "没有发现问题" if review.linter and review.text else ""
        findings.show(map(panes.finding, review.findings), max(0, review.number - 1), empty)
        self._show_advice()

    def _show_advice(self) -> None:
        advice = self.adviser.follow()
        alternatives = self.query_one("#alternatives", Choices)
        alternatives.head(panes.advice_title(advice))
        alternatives.show(
            map(panes.suggestion, advice.suggestions) if advice else (), advice.chosen if advice else 0
        )
        self.query_one("#why", Prose).show(self._explanation(advice))
        key = self.app.keys.caption_of("patterns")
        self.bar("patterns").show(panes.patterns(self.review.linter, self.adviser.fitting, key))

    def _explanation(self, advice: Advice | None) -> list[Line]:
        if advice is None:
            return panes.nothing_found(self.review)
        if self.size.height < TALL:
            return panes.explanation_in_brief(advice, self.review)
        return panes.explanation(advice)

    # --- working out what to say instead

    def checked(self) -> None:
        self._want_advice()

    def edited(self) -> None:
        self.adviser.fitting = ()
        self._want_advice()

    def _want_advice(self) -> None:
        """Work out suggestions when the agent pauses."""
        if self._quiet:
            self._quiet.stop()
        self._quiet = self.set_timer(QUIET, self._work_out_advice)

    def _work_out_advice(self) -> None:
        if self.review.fresh:
            work = partial(self._advise, self.question)
            self.run_worker(work, thread=True, exclusive=True, group="advice")

    def _advise(self, question: Question) -> None:
        self.post_message(question.answer())

    @on(AdviceReady)
    def advice_ready(self, ready: AdviceReady) -> None:
        if self.adviser.take(ready):
            self._show_advice()

    def advice_at_once(self) -> Advice | None:
        """For an action that relies on it."""
        self.check_now()
        return self.adviser.at_once()

    @property
    def question(self) -> Question:
        """What to say where the agent is."""
        return self.adviser.question(self.draft.offset_of_cursor)

    # --- moving about

    @on(Draft.Moved)
    def cursor_moved(self, event: Draft.Moved) -> None:
        if self.review.look_at(event.offset):
            self.show_current()

    @on(Choices.Looked, "#findings")
    def finding_looked_at(self, event: Choices.Looked) -> None:
        self.review.current = self.review.findings[event.index]
        self.draft.go_to(self.review.current.span.start)
        self.show_current()

    @on(Choices.Looked, "#alternatives")
    def alternative_looked_at(self, event: Choices.Looked) -> None:
        if self.adviser.advice:
            self.adviser.advice.chosen = event.index
            self._show_advice()

    def action_step_finding(self, by: int) -> None:
        finding = self.review.step(by)
        if finding is None:
            self.say("没有发现问题。", "good")
            return
        self.draft.go_to(finding.span.start)
        self.show_current()

    def action_step_alternative(self, by: int) -> None:
        advice = self.advice_at_once()
        if advice and len(advice.suggestions) > 1:
            advice.step(by)
            self._show_advice()
        else:
            self.say("没有别的建议了。")

    def action_back_to_draft(self) -> None:
        self.draft.focus()

    def show_current(self) -> None:
        self.draft.mark(self.marks())
        self.show_review()
        self._work_out_advice()
