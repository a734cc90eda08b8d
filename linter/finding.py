"""What a check gives back: findings and suggestions, with places for machines and for people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from phrasebook.model import Rule, Severity
from phrasebook.places import Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Replace `span` of the checked text by `text`.

    `pattern` is the id of the sentence pattern used, or empty. `confidence` is 0 to 1; a `safe` one reads
    as a finished sentence and may be applied unseen, any other is a frame for the agent to complete.
    """

    span: Span
    text: str
    pattern: str = ""
    confidence: float = 1.0
    safe: bool = False
    source: str = ""

    def apply(self, text: str) -> str:
        return text[: self.span.start] + self.text + text[self.span.end :]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Line and column for people, both from 1; the column counts characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Finding:
    """One fault in a reply. `match` says how it was found: exact, sound, filler, edit …

    `suggestions` are made when first asked for: they need more time than a keystroke has.
    """

    rule: Rule
    severity: Severity
    span: Span
    text: str
    phrase: str
    match: str
    source: str
    start: Place
    end: Place
    reword: Callable[[Finding], tuple[Suggestion, ...]] = field(repr=False, compare=False)

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What to say instead, best first; each is itself clean."""
        return self.reword(self)
