"""Clauses and sentences of a reply: where the marks are that divide it."""

from __future__ import annotations

import re

from phrasebook.places import Span

FULL_STOPS = frozenset("。！!？?；;\n")
DIVIDING_MARKS = FULL_STOPS | frozenset("，,、：:")
SENTENCE_MARKS = FULL_STOPS | frozenset(".…")
CLAUSE_MARKS = DIVIDING_MARKS | SENTENCE_MARKS | frozenset("　 \t~～—")
PRINTED_MARKS = "，,。.！!？?；;、：:"  # those a phrase is printed with
ENDING_MARKS = (SENTENCE_MARKS | frozenset("~～")) - {"\n"}  # those a sentence is shown and reworded with
REACH = 60  # characters; what is farther off says nothing about a phrase
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,:](?=\d)")


def clause(text: str, span: Span) -> Span:
    """The span widened to the nearest clause marks on both sides, if they are within REACH characters."""
    return _widened(text, span, CLAUSE_MARKS)


def sentence(text: str, span: Span) -> Span:
    """The span widened to the nearest sentence marks on both sides, if they are within REACH characters."""
    return _widened(text, span, SENTENCE_MARKS)


def whole_sentence(text: str, span: Span) -> Span:
    """The sentence with the marks it ends in, without the blanks at its edges."""
    around = sentence(text, span)
    start, end = around.start, around.end
    while end < len(text) and text[end] in ENDING_MARKS:
        end += 1
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def marks(text: str, span: Span) -> list[int]:
    """The places of the marks that divide a span; spaces, points within numbers and … ~ - are none."""
    numbers = {match.start() for match in _BETWEEN_DIGITS.finditer(text, span.start, span.end)}
    return [k for k in range(span.start, span.end)
            if text[k] in DIVIDING_MARKS and k not in numbers]  # fmt: skip


def _in_number(text: str, mark: int) -> bool:
    """Whether a mark stands within a number: 17:00, 3.5."""
    return bool(_BETWEEN_DIGITS.match(text, mark))


def _widened(text: str, span: Span, edges: frozenset[str]) -> Span:
    start, end = span.start, span.end
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    while start > first and (text[start - 1] not in edges or _in_number(text, start - 1)):
        start -= 1
    while end < last and (text[end] not in edges or _in_number(text, end)):
        end += 1
    return Span(start, end)
