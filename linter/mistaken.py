"""Forms said but for one character that does not belong there: 不儒要, 与本店无夫, 这事不归我営.

The character need not sound like the right one. It resembles it and is no part of a word, or it is one that
nobody types. Where little of the form is left, the clause must say nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter import tokens
from linter.hit import Hit
from linter.index import Index
from linter.joints import joined
from linter.likeness import NEGATORS, PERSONS, looks_like, resembles
from linter.lookalikes import everyday
from linter.normalise import Skeleton
from linter.saying import Saying

REACH = 10  # sounds on both sides
APART = 4  # sounds between two of them
LEAST_OF_CLAUSE = 1.2  # what is left of a form that is the whole clause, as `weight` counts
LEAST_ALIKE = 0.9  # … when the wrong character looks just like the right one
LEAST_SAID = 3.0  # … anywhere else
RAREST = 300  # occurrences in jieba's count: a character as rare is hardly ever meant


def mistaken(text: str, skeleton: Skeleton, index: Index) -> Iterator[Hit]:
    """The hits of forms with one strange character in them."""
    size = len(skeleton.plain)
    for at in _strange(skeleton):
        typed = skeleton.plain[at]
        may_be = partial(_may_be, typed, rare=tokens.count(typed) <= RAREST)
        around = range(max(0, at - REACH), min(size, at + REACH + 1))
        for said in index.mistaken(skeleton.codes, at, around, may_be):
            if hit := _hit(Saying(text, skeleton, said)):
                yield hit


def _strange(skeleton: Skeleton) -> Iterator[int]:
    """The places of characters that do not belong there; where many are, none is a slip."""
    usual = everyday()
    places = [
        at
        for at, character in enumerate(skeleton.plain)
        if character.isalpha() and character not in usual and _stands_alone(skeleton, at)
    ]
    for before, at, after in zip((-REACH, *places), places, (*places[1:], len(skeleton.plain) + REACH)):
        if before + APART <= at <= after - APART:
            yield at


def _stands_alone(skeleton: Skeleton, at: int) -> bool:
    """Whether the character makes no word with the one before or after it."""
    place = skeleton.places[at]
    pairs = (skeleton.spelled[max(0, k) : k + 2] for k in (place - 1, place))
    return not any(len(pair) == 2 and tokens.is_word(pair) for pair in pairs)


def _may_be(typed: str, wanted: str, *, rare: bool) -> bool:
    """Whether one character may have been typed for the other, which does not decide what is said."""
    return wanted not in NEGATORS and wanted not in PERSONS and (rare or resembles(wanted, typed))


def _hit(saying: Saying) -> Hit | None:
    """The hit if nothing else is wrong, and what is left still says the phrase."""
    if len(saying.wrong) != 1 or saying.span is None or not joined(saying):
        return None
    wanted, typed, _ = saying.wrong[0]
    if not _may_be(typed, wanted, rare=tokens.count(typed) <= RAREST):
        return None
    whole = saying.whole and saying.ends_clause
    least = LEAST_SAID if not whole else LEAST_ALIKE if looks_like(wanted, typed) else LEAST_OF_CLAUSE
    return saying.hit("look-alike") if saying.right >= least else None
