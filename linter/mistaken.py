"""Forms said but for one character that does not belong there: 不儒要, 与本店无夫, 这事不归我営.

The character need not sound like the right one. It resembles it and is no part of a word, or it is one that
nobody types. Where little of the form is left, the clause must say nothing else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from linter import tokens
from linter.hit import Hit
from linter.index import Index
from linter.joints import joined
from linter.likeness import DECIDING, looks_like, resembles
from linter.lookalikes import frequent, rare
from linter.normalise import Skeleton
from linter.saying import Saying

APART = 4  # characters between two of them
LEAST_SAID = 3.0  # what is left of a form, as `weight` counts
LEAST_OF_CLAUSE = 1.2  # … that is the whole clause
LEAST_ALIKE = 1.3  # … when the wrong character looks just like the right one
LEAST_ALIKE_OF_CLAUSE = 0.85
LEAST_ALONE = 0.6  # … of a phrase that is rude alone


def strange(spelled: str, index: Index) -> list[int]:
    """The places of characters in a plain text that do not belong there, but another would make a form there."""

    def fits(spelled: str, place: int) -> bool:
        return index.fits(spelled, place, _suspicion(spelled[place]))

    # either first; but words that are not loaded yet are loaded only for what fits
    tests = (_stands_alone, fits) if tokens.ready() else (fits, _stands_alone)
    places = (found.start() for found in rare().finditer(spelled))
    alone = [place for place in places if all(test(spelled, place) for test in tests)]
    neighbours = zip((-APART, *alone), alone, (*alone[1:], len(spelled) + APART), strict=False)
    return [place for before, place, after in neighbours if before + APART <= place <= after - APART]


def _stands_alone(spelled: str, place: int) -> bool:
    """Whether the character is no everyday verb (别挂电话) and makes no word with the one before or after it."""
    if tokens.is_everyday_verb(spelled[place]):
        return False
    before, after = spelled[max(0, place - 1) : place + 1], spelled[place : place + 2]
    return not ((len(before) == 2 and tokens.is_word(before)) or (len(after) == 2 and tokens.is_word(after)))


def mistaken(text: str, skeleton: Skeleton, index: Index, places: Iterable[int]) -> Iterator[Hit]:
    """The hits of forms with one of the strange characters in them."""
    for place in places:
        at = bisect_left(skeleton.places, place)
        if skeleton.places[at : at + 1] == (place,):  # no filler, not doubled
            for said in index.mistaken(skeleton.codes, at, _suspicion(skeleton.plain[at])):
                if hit := _hit(Saying(text, skeleton, said)):
                    yield hit


@lru_cache(maxsize=256)
def _suspicion(typed: str) -> Callable[[str], bool]:
    """Whether this character may have been typed for another one."""
    seldom = typed not in frequent()
    return cache(lambda wanted: _may_be(typed, wanted, seldom=seldom))


def _may_be(typed: str, wanted: str, *, seldom: bool) -> bool:
    """Whether one character may have been typed for the other, which does not decide what is said."""
    return wanted not in DECIDING and (seldom or resembles(wanted, typed))


def _hit(saying: Saying) -> Hit | None:
    """The hit if nothing else is wrong, and what is left still says the phrase."""
    if len(saying.wrong) != 1 or saying.span is None or not joined(saying):
        return None
    wanted, typed, _ = saying.wrong[0]
    if not _suspicion(typed)(wanted):
        return None
    return saying.hit("look-alike") if saying.right >= _least(saying, looks_like(wanted, typed)) else None


def _least(saying: Saying, alike: bool) -> float:
    """How much must be left of the form."""
    if alike and saying.alone:
        return LEAST_ALONE
    if saying.whole and saying.ends_clause:
        return LEAST_ALIKE_OF_CLAUSE if alike else LEAST_OF_CLAUSE
    return LEAST_ALIKE if alike else LEAST_SAID
