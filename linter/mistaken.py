"""Forms said but for one character that does not belong there: 不儒要, 与本店无夫, 这事不归我営.

The character need not sound like the right one. It resembles it and is no part of a word, or it is one that
nobody types. Where little of the form is left, the clause must say nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter import tokens
from linter.clauses import clause
from linter.hit import Hit
from linter.index import Index, Said
from linter.joints import joined
from linter.likeness import NEGATORS, PERSONS, looks_like, resembles, weight
from linter.lookalikes import everyday
from linter.normalise import Skeleton
from linter.spoken import characters, hit_of, says_all, span_of
from phrasebook.places import Span

REACH = 10  # sounds on both sides
LONGEST_CLAUSE = 9  # sounds; in a longer one only rare characters are suspected
LEAST_OF_CLAUSE = 1.2  # what is left of a form that is the whole clause, as `weight` counts
LEAST_ALIKE = 0.9  # … when the wrong character looks just like the right one
LEAST_SAID = 3.0  # … anywhere else
RAREST = 300  # occurrences in jieba's count: a character as rare is hardly ever meant


def mistaken(text: str, skeleton: Skeleton, index: Index) -> Iterator[Hit]:
    """The hits of forms with one strange character in them."""
    usual, size = everyday(), len(skeleton.plain)
    for at, character in enumerate(skeleton.plain):
        if character.isalpha() and character not in usual and _stands_alone(skeleton, at):
            around = range(max(0, at - REACH), min(size, at + REACH + 1))
            may_be = partial(_may_be, character, rare=tokens.count(character) <= RAREST)
            for said in index.mistaken(skeleton.codes, at, around, may_be):
                if hit := _hit(text, skeleton, said, at):
                    yield hit


def _stands_alone(skeleton: Skeleton, at: int) -> bool:
    """Whether the character makes no word with the one before or after it."""
    place = skeleton.places[at]
    pairs = (skeleton.spelled[max(0, k) : k + 2] for k in (place - 1, place))
    return not any(len(pair) == 2 and tokens.is_word(pair) for pair in pairs)


def _may_be(typed: str, wanted: str, *, rare: bool) -> bool:
    """Whether one character may have been typed for the other, which does not decide what is said."""
    return wanted not in NEGATORS and wanted not in PERSONS and (rare or resembles(wanted, typed))


def _hit(text: str, skeleton: Skeleton, said: Said, at: int) -> Hit | None:
    wrong = [pair for pair in characters(said) if pair[0] != skeleton.plain[pair[1]]]
    span = span_of(skeleton, said)
    if len(wrong) != 1 or wrong[0][1] != at or span is None or not joined(text, span, skeleton, said):
        return None
    wanted, typed = wrong[0][0], skeleton.plain[at]
    alike = looks_like(wanted, typed)
    if not _may_be(typed, wanted, rare=tokens.count(typed) <= RAREST):
        return None
    right = weight("".join(c for c, place in characters(said) if place != at))
    whole = says_all(text, span, skeleton) and not _goes_on(text, skeleton, said)
    if right < ((LEAST_ALIKE if alike else LEAST_OF_CLAUSE) if whole else LEAST_SAID):
        return None
    return hit_of(said, span, skeleton, wrong, "look-alike")


def _goes_on(text: str, skeleton: Skeleton, said: Said) -> bool:
    """Whether the clause goes on after the form: 这事不怪您."""
    end = skeleton.places[said.end - 1] + 1
    return (
        said.end < len(skeleton.places) and skeleton.places[said.end] < clause(text, Span(end - 1, end)).end
    )
