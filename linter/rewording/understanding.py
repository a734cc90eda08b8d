"""The customer is upset and the reply starts solving at once: what to say first, from what is known of the matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.rewording import matching
from linter.rewording.filling import fill
from linter.rewording.grammar import Grammar, Reading, Teaching, may_fit
from linter.rewording.masks import mask
from linter.rewording.sentences import half_width, sentences
from linter.rewording.turns import Exchange

OWN_WORDS = re.compile(r"(?:让|害)?[您你]们?[^,，。！!？?;；\n]{3,30}[,，。！!;；\n]+\s*")


@dataclass(frozen=True, slots=True)
class Opening:
    """What to say first, with half-width marks, and where in the reply the rest begins."""

    text: str
    pattern: str
    sure: int
    rest: int


def opening(reply: str, exchange: Exchange, grammar: Grammar) -> Opening | None:
    """Nothing when the customer is calm, or when the reply already shows understanding."""
    if grammar.words.any_in("已经体谅", reply):
        return None
    known, rest = exchange.known, exchange.aside
    if not known:
        own = OWN_WORDS.match(reply)
        told = own and grammar.words.any_in("自述", own.group())
        known, rest = (own.group(), own.end()) if own and told else ("", 0)
    found = (_opening(known, pattern, grammar, general=bool(exchange.known)) for pattern in grammar.patterns)
    said = next((each for each in found if each), None)
    return Opening(said[0], said[1], said[2], rest) if said and reply[rest:].strip() else None


def _opening(
    known: str, pattern: Teaching, grammar: Grammar, *, general: bool
) -> tuple[str, str, int] | None:
    """The first opening that fits a clause; one that names no matter only where the mood was noted or said."""
    masked = mask(half_width(known))
    clauses = [
        part
        for sentence in sentences(masked.text)
        for clause in sentence.clauses
        for part in clause.split(":")
    ]
    for form in pattern.openings:
        for clause in clauses:
            said = _said(form, clause, grammar)
            if said and (general or form is not pattern.openings[-1]):
                return masked.restore(said), pattern.id, form.sure
    return None


def _said(form: Reading, clause: str, grammar: Grammar) -> str:
    if not may_fit(form, clause, grammar.words):
        return ""
    fit = matching.fit(form.find, clause, grammar.words)
    return fill(form.say, fit.captured, grammar.words) if fit else ""
