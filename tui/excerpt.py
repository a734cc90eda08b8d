"""The sentence around a place, to be shown before and after a change."""

from __future__ import annotations

from phrasebook.places import Span


def sentence(text: str, span: Span) -> Span:
    """The sentence that holds `span` with the mark it ends in, without the blanks at its edges."""
    from linter import clauses  # brings the engine with it, which the first screen does not wait for

    around = clauses.sentence(text, span)
    start, end = around.start, around.end
    while end < len(text) and text[end] in clauses.SENTENCE_MARKS and text[end] != "\n":
        end += 1
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
