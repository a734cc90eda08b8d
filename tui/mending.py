"""Changes the screen makes to the draft for the agent: one replacement, all safe ones, a frame put in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.finding import Finding, Suggestion
from phrasebook.model import Severity
from tui.review import Review

MOST_ROUNDS = 5  # a change may uncover a fault that another one hid


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with `count` suggestions applied."""

    text: str
    count: int


def mend_all(review: Review) -> Mended:
    """Every safe suggestion applied to what the agent sees, until none is left."""
    trial = Review(review.linter, shows_hints=review.shows_hints, silenced=review.silenced)
    trial.check(review.text)
    count = 0
    for _ in range(MOST_ROUNDS):
        chosen = _apart(trial.findings)
        if not chosen:
            break
        text = trial.text
        for suggestion in reversed(chosen):
            text = suggestion.apply(text)
        count += len(chosen)
        trial.check(text)
    return Mended(trial.text, count)


def _apart(findings: Iterable[Finding]) -> list[Suggestion]:
    """The best safe suggestion of each finding, in the order of the text; of two that overlap the first."""
    chosen: list[Suggestion] = []
    for finding in findings:
        if finding.severity is Severity.HINT:
            continue
        safe = next((one for one in finding.suggestions if one.safe), None)
        if safe and not (chosen and safe.span.start < chosen[-1].span.end):
            chosen.append(safe)
    return sorted(chosen, key=lambda one: one.span)
