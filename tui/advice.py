"""What to say instead of the current finding: the suggestions, the chosen one, and how the sentence reads then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.clauses import whole_sentence
from phrasebook.places import Span
from tui.edits import Change

if TYPE_CHECKING:
    from linter.finding import Finding, Suggestion


@dataclass(frozen=True, slots=True)
class Replaced:
    """A sentence in which `old` words become `new` ones between what stays before and after them."""

    before: str
    old: str
    new: str
    after: str


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
    def replaced(self) -> Replaced:
        """The sentence and how the chosen suggestion changes it; without one, the fault is all that is to go."""
        fault = self.finding.span
        out = self.suggestion.span if self.suggestion else fault
        around = whole_sentence(self.text, Span(min(fault.start, out.start), max(fault.end, out.end)))
        change = Change(Span(0, len(fault)), "")
        if self.suggestion:
            change = Change.between(out.of(self.text), self.suggestion.text)
        start, end = out.start + change.span.start, out.start + change.span.end
        return Replaced(
            self.text[around.start : start], self.text[start:end], change.text, self.text[end : around.end]
        )


def _words(advice: Advice) -> list[str]:
    return [suggestion.text for suggestion in advice.suggestions]
