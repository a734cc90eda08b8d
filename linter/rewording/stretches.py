"""The clause and the sentence round a place, with no border inside a number: 17:00 and 1.5 stay whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from linter import clauses
from phrasebook.places import Span

NUMBER_BORDER = re.compile(r"[0-9][.,:][0-9]")


def clause(text: str, span: Span) -> Span:
    return _whole_numbers(text, span, clauses.clause)


def sentence(text: str, span: Span) -> Span:
    return _whole_numbers(text, span, clauses.sentence)


def _whole_numbers(text: str, span: Span, widened: Callable[[str, Span], Span]) -> Span:
    """Widened again from beyond each mark that stands between digits."""
    found = widened(text, span)
    start, end = found.start, found.end
    if start > 1 and NUMBER_BORDER.fullmatch(text[start - 2 : start + 1]):
        start -= 2
    if end and NUMBER_BORDER.fullmatch(text[end - 1 : end + 2]):
        end += 2
    whole = Span(start, end)
    return found if whole == found else _whole_numbers(text, whole, widened)
