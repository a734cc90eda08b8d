"""Two ways to find faults behind one signature: the linter, and the naive scan it is measured against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from linter import Linter
from phrasebook.model import Phrasebook, Severity
from phrasebook.places import Span

NAIVE_CUTOFF = 80


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as far as measuring needs it."""

    span: Span
    severity: Severity
    rule: str
    match: str


Finder = Callable[[str], tuple[Found, ...]]


def with_linter(linter: Linter) -> Finder:
    """The findings of a check."""
    return lambda text: tuple(Found(f.span, f.severity, f.rule.id, f.match) for f in linter.check(text))


def naive(phrasebook: Phrasebook) -> Finder:
    """What anyone would try first: `partial_ratio` of every printed phrase against the reply, 80 and up."""
    rules = {
        phrase.text: rule for rule in phrasebook.rules for phrase in rule.phrases if not phrase.source.ours
    }

    def find(text: str) -> tuple[Found, ...]:
        close = process.extract(
            text, list(rules), scorer=fuzz.partial_ratio, score_cutoff=NAIVE_CUTOFF, limit=None
        )
        return tuple(
            Found(_span(phrase, text), rules[phrase].severity, rules[phrase].id, f"{score:.0f}")
            for phrase, score, _ in close
        )

    return find


def _span(phrase: str, text: str) -> Span:
    """Where in the text; all of it when the text is the shorter one, for then rapidfuzz swaps the two."""
    if len(text) <= len(phrase):
        return Span(0, len(text))
    found = fuzz.partial_ratio_alignment(phrase, text)
    return Span(found.dest_start, found.dest_end) if found else Span(0, 0)
