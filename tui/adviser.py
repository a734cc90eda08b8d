"""Working out what to say instead of the current finding, and which sentence patterns fit there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from linter.clauses import whole_sentence
from phrasebook.places import Span
from tui.advice import Advice
from tui.messages import AdviceReady
from tui.review import Review

if TYPE_CHECKING:
    from linter.finding import Suggestion


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

    def work_out(self, around: Span) -> AdviceReady:
        """What there is to say at this place. Takes long: for a worker."""
        text, finding = self._review.text, self._review.current
        suggestions = finding.suggestions if finding else ()
        return AdviceReady(text, finding, suggestions, self.patterns_for(text, around))

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

    def patterns_for(self, text: str, around: Span) -> tuple[Suggestion, ...]:
        """The patterns that fit the sentence at this place, as changes of the whole text."""
        here = whole_sentence(text, around)
        linter = self._review.linter
        found = linter.rewrite(here.of(text)) if linter else ()
        return tuple(_moved(one, here.start) for one in found)


def _moved(one: Suggestion, by: int) -> Suggestion:
    """A suggestion for a part of the text as one for the whole."""
    return replace(one, span=Span(one.span.start + by, one.span.end + by))
