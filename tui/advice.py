"""What to say instead of the current finding: the suggestions, the chosen one, and how the sentence reads then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.clauses import whole_sentence
from phrasebook.places import Span

if TYPE_CHECKING:
    from linter.finding import Finding, Suggestion


@dataclass
class Advice:
    """Suggestions for one finding of one text, best first; None until they are worked out. `chosen` counts from 0."""

    finding: Finding
    text: str
    worked_out: tuple[Suggestion, ...] | None = None
    chosen: int = 0

    @property
    def ready(self) -> bool:
        return self.worked_out is not None

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        return self.worked_out or ()

    def about(self, finding: Finding) -> bool:
        """Whether it is for this fault, though the text around it may have changed since."""
        return self.finding.rule.id == finding.rule.id and self.finding.text == finding.text

    def like(self, other: Advice | None) -> Advice:
        """This advice with the choice made in another that has the same words to choose from."""
        if other and other.about(self.finding) and _words(other) == _words(self):
            self.chosen = other.chosen
        return self

    @property
    def suggestion(self) -> Suggestion | None:
        return self.suggestions[self.chosen] if self.suggestions else None

    def step(self, by: int) -> None:
        if self.suggestions:
            self.chosen = (self.chosen + by) % len(self.suggestions)

    @property
    def before(self) -> str:
        return self._sentence.of(self.text)

    @property
    def after(self) -> str:
        """The same sentence with the chosen suggestion in it; empty without one."""
        return changed(self.text, self.suggestion, self._sentence) if self.suggestion else ""

    @property
    def _sentence(self) -> Span:
        span = self.finding.span
        if self.suggestion:
            span = Span(min(span.start, self.suggestion.span.start), max(span.end, self.suggestion.span.end))
        return whole_sentence(self.text, span)


def changed(text: str, suggestion: Suggestion, around: Span) -> str:
    """A stretch of the text with the suggestion applied."""
    return (
        text[around.start : suggestion.span.start] + suggestion.text + text[suggestion.span.end : around.end]
    )


def _words(advice: Advice) -> list[str]:
    return [suggestion.text for suggestion in advice.suggestions]
