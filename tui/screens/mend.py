"""Mending: the findings of the draft, what to say instead of each, and putting it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.timer import Timer

from phrasebook.model import Situation
from phrasebook.places import Span
from tui import panes
from tui.advice import Advice
from tui.blanks import next_blank
from tui.edits import Change
from tui.excerpt import sentence
from tui.messages import AdviceReady
from tui.screens.desk import ROOMY, TALL, Desk
from tui.widgets.bar import Bar
from tui.widgets.choices import Choices
from tui.widgets.draft import Draft
from tui.widgets.prose import Prose
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from linter import Linter
    from linter.finding import Suggestion

QUIET = 0.15  # seconds without a key before suggestions are worked out


class MendDesk(Desk):
    """A desk with the panes beside the draft. The current finding decides what they speak of."""

    def __init__(self, linter: Linter | None, size: Size, *, hints: bool, text: str) -> None:
        super().__init__(linter, size, hints=hints)
        self.first_text = text
        self.situation: Situation | None = None
        self.advice: Advice | None = None
        self.fitting: tuple[Suggestion, ...] = ()
        self._quiet: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Bar(id="status")
        yield self.make_draft("回复草稿", "在这里写回复，边写边查。", self.first_text)
        yield Choices(id="findings", title="发现")
        yield Choices(id="alternatives", title="建议", wraps=True)
        yield Prose(id="why", title="说明")
        yield Bar(id="patterns")
        yield Bar(id="message")
        yield Bar(id="footer")

    # --- showing

    def show_review(self) -> None:
        review = self.review
        self._show_status()
        findings = self.query_one("#findings", Choices)
        findings.head(f"发现 {len(review.findings)}" if review.linter else "发现")
        empty = "没有发现问题" if review.linter and review.text else ""
        findings.show(map(panes.finding, review.findings), max(0, review.number - 1), empty)
        self._show_advice()

    def _show_status(self) -> None:
        name = self.situation.title if self.situation else ""
        self.bar("status").show(panes.status(self.review, name, roomy=self.size.width >= ROOMY))

    def _show_advice(self) -> None:
        """The current finding's; while its suggestions are worked out, what is known without them."""
        current = self.review.current
        if current is None:
            self.advice = None
        elif self.advice is None or not self.advice.about(current):
            self.advice = Advice(current, self.review.text)
        advice = self.advice
        alternatives = self.query_one("#alternatives", Choices)
        alternatives.head(panes.advice_title(advice))
        alternatives.show(
            map(panes.suggestion, advice.suggestions) if advice else (), advice.chosen if advice else 0
        )
        self.query_one("#why", Prose).show(self._explanation())
        key = self.app.caption("patterns")
        self.bar("patterns").show(panes.patterns(self.book, self.fitting, key))

    def _explanation(self) -> list[Line]:
        if self.advice is None:
            return panes.nothing_found(self.review)
        if self.size.height < TALL:
            return panes.explanation_in_brief(self.advice, self.review)
        return panes.explanation(self.advice)

    # --- working out what to say instead

    def checked(self) -> None:
        self._want_advice()

    def edited(self) -> None:
        self.fitting = ()
        self._want_advice()

    def _want_advice(self) -> None:
        """Work out suggestions when the agent pauses."""
        if self._quiet:
            self._quiet.stop()
        self._quiet = self.set_timer(QUIET, self._work_out_advice)

    def _work_out_advice(self) -> None:
        if self.review.fresh:
            self.run_worker(self._advise, thread=True, exclusive=True, group="advice")

    def _advise(self) -> None:
        review = self.review
        text, finding, cursor = review.text, review.current, self.here
        suggestions = finding.suggestions if finding else ()
        self.post_message(AdviceReady(text, finding, suggestions, self.patterns_for(text, cursor)))

    def patterns_for(self, text: str, around: Span) -> tuple[Suggestion, ...]:
        """The patterns that fit the sentence at this place, as changes of the whole text."""
        here = sentence(text, around)
        found = self.review.linter.rewrite(here.of(text)) if self.review.linter else ()
        return tuple(panes.moved(one, here.start) for one in found)

    @property
    def here(self) -> Span:
        """Where the agent is: the current finding, else the cursor."""
        current = self.review.current
        at = self.draft.offset_of_cursor
        return current.span if current else Span(at, at)

    @on(AdviceReady)
    def advice_ready(self, ready: AdviceReady) -> None:
        if ready.text != self.review.text or ready.finding is not self.review.current:
            return
        self.fitting = ready.fitting
        if ready.finding:
            self.advice = Advice(ready.finding, ready.text, ready.suggestions).like(self.advice)
        self._show_advice()

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
        if self.advice:
            self.advice.chosen = event.index
            self._show_advice()

    @on(Choices.Chosen)
    def chosen_from_list(self, event: Choices.Chosen) -> None:
        self.action_replace()

    def action_step_finding(self, by: int) -> None:
        finding = self.review.step(by)
        if finding is None:
            self.say("没有发现问题。", "good")
            return
        self.draft.go_to(finding.span.start)
        self.show_current()

    def action_step_alternative(self, by: int) -> None:
        advice = self._advice_now()
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

    # --- mending

    def action_replace(self) -> None:
        advice = self._advice_now()
        if advice is None:
            self.say("没有要替换的。")
        elif advice.suggestion is None:
            self.say("这一处没有现成的说法，请改写这一句。", "warning")
        else:
            self.apply(advice.suggestion)

    def action_replace_all(self) -> None:
        from tui.mending import mend_all

        self.check_now()
        mended = mend_all(self.review)
        if not mended.count:
            self.say("没有可以直接替换的，请逐处看建议。")
            return
        change = Change.between(self.review.text, mended.text)
        self.draft.replace_span(change.span, change.text)
        self.say(f"替换了 {mended.count} 处，{self.undo_hint()}", "good")

    def apply(self, suggestion: Suggestion) -> None:
        self.draft.replace_span(suggestion.span, suggestion.text)
        end = suggestion.span.start + len(suggestion.text)
        self.go_to_blank(Span(suggestion.span.start, end))
        self.draft.focus()
        words = "已替换" if suggestion.safe else "已放进草稿，请补全这一句"
        self.say(f"{words}，{self.undo_hint()}", "good" if suggestion.safe else "warning")

    def go_to_blank(self, inside: Span) -> bool:
        """Select the first blank in a stretch of the text; whether there is one."""
        gap = next_blank(self.draft.reply, inside.start)
        if gap is None or not inside.covers(gap):
            return False
        self.draft.select(gap)
        return True

    def undo_hint(self) -> str:
        return f"{self.app.caption('undo')} 撤销。"

    def _advice_now(self) -> Advice | None:
        """The current finding's advice for the text as it is now, worked out here if no worker has yet."""
        self.check_now()
        current = self.review.current
        if current is None:
            return None
        if not (self.advice and self.advice.finding is current and self.advice.ready):
            self.advice = Advice(current, self.review.text, current.suggestions).like(self.advice)
        return self.advice
