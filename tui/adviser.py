"""Working out what to say instead of the current finding, and which sentence patterns fit there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from linter.clauses import whole_sentence
from phrasebook.places import Span
from tui.advice import Advice
from tui.messages import AdviceReady
from tui.review import Review

if TYPE_CHECKING:
    from linter import Linter
    from linter.finding import Finding, Suggestion


@dataclass(frozen=True, slots=True)
class Question:
    """What a worker is asked: the draft as it was then, for the agent types on meanwhile."""

    linter: Linter | None
    text: str
    finding: Finding | None
    around: Span

    def answer(self) -> AdviceReady:
        """What there is to say at this place. Takes long."""
        suggestions = self.finding.suggestions if self.finding else ()
        return AdviceReady(self.text, self.finding, suggestions, self.fitting())

    def fitting(self) -> tuple[Suggestion, ...]:
        """The patterns that fit the sentence at this place, as changes of the whole text."""
        here = whole_sentence(self.text, self.around)
        found = self.linter.rewrite(here.of(self.text)) if self.linter else ()
        return tuple(_moved(one, here.start) for one in found)


class Adviser:
    """Follows the current finding of a review; `fitting` are the patterns for the sentence the agent is in."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self.advice: Advice | None = None
        self.fitting: tuple[Suggestion, ...] = ()

    def follow(self) -> Advice | None:
        """The current finding's advice; while its suggestions are worked out, what is known without them."""
        current = self._review.current
        if current is None:
            self.advice = None
        elif self.advice is None or not self.advice.about(current):
            self.advice = Advice(current, self._review.text)
        return self.advice

    def question(self, cursor: int) -> Question:
        """What to ask while the agent is at the current finding, or at this character without one."""
        current = self._review.current
        around = current.span if current else Span(cursor, cursor)
        return Question(self._review.linter, self._review.text, current, around)

    def take(self, ready: AdviceReady) -> bool:
        """Keep what a worker found; whether it is still wanted."""
        if ready.text != self._review.text or ready.finding is not self._review.current:
            return False
        self.fitting = ready.fitting
        if ready.finding:
            self.advice = Advice(ready.finding, ready.text, ready.suggestions).like(self.advice)
        return True

    def at_once(self) -> Advice | None:
        """The current finding's advice for the text as it is now, worked out here if no worker has yet."""
        current = self._review.current
        if current is None:
            return None
        if not (self.advice and self.advice.finding is current and self.advice.ready):
            self.advice = Advice(current, self._review.text, current.suggestions).like(self.advice)
        return self.advice


def _moved(one: Suggestion, by: int) -> Suggestion:
    """A suggestion for a part of the text as one for the whole."""
    return replace(one, span=Span(one.span.start + by, one.span.end + by))
