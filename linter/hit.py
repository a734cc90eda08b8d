"""A phrase that stands in a reply, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from phrasebook.model import Phrase, Rule
from phrasebook.places import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the phrase stands, how it was typed, and how sure that is (score 0 to 1).

    `wrong` are the places of characters that are not the phrase's own, `missing` those after which one is
    missing; `length` counts its sounds; `first_person` tells whether it speaks of ourselves by itself; it is
    only meant where its clause `begins` or `ends`.
    """

    rule: Rule
    phrase: Phrase
    span: Span
    match: str
    score: float
    length: int
    first_person: bool
    begins: bool = False
    ends: bool = False
    wrong: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
