"""Where a phrase may be broken: the marks inside a form that was said, and what they mean."""

from __future__ import annotations

from bisect import bisect_left

from linter.clauses import FULL_STOPS, clause, marks
from linter.fillers import FILLERS
from linter.index import Said
from linter.likeness import NEGATORS
from linter.normalise import Skeleton
from linter.persons import PERSONS, of_ourselves
from linter.saying import Saying
from phrasebook.places import Span

BRACKETS = frozenset("“”「」『』《》〈〉【】[]（）()")
TOPICS = PERSONS.keys() | set("这那事")  # who or what is spoken of
JOINED_FROM = 5  # sounds; from here on a mark may stand between any two members


def joined(saying: Saying) -> bool:
    """Whether the marks inside are noise, or stand where the form may be broken."""
    text, span, skeleton, said = saying.text, saying.span, saying.skeleton, saying.said
    assert span
    if BRACKETS & set(span.of(text)):
        return False
    if said.target.inverted:
        return _inverted(text, span, skeleton, said)
    inside = marks(text, span)
    if not inside or _noise(inside, skeleton, said):
        return True
    if len(inside) <= said.target.marks and all(_own(mark, skeleton, said) for mark in inside):
        return True
    if any(_in_gap(mark, skeleton, said) for mark in inside):
        return False
    if len(inside) > 1 or text[inside[0]] in FULL_STOPS:
        return False
    return _at_joint(inside[0], text, skeleton, said)


def _noise(inside: list[int], skeleton: Skeleton, said: Said) -> bool:
    """不.归.我.管, 不知。。道: marks in most gaps between the characters, or several in one within a word."""
    gaps = {bisect_left(skeleton.places, mark) for mark in inside}
    if len(gaps) == 1:
        return len(inside) > 1 and gaps.isdisjoint(said.starts)
    return len(gaps) * 2 >= said.end - said.start - 1


def _inverted(text: str, span: Span, skeleton: Skeleton, said: Said) -> bool:
    """没空啊我; 不归我管,这事: the clause ends with its subject, which a particle or mark parts from the rest.

    我 needs neither where the clause says nothing else; a thing (怎么搞的嘛,公司) must say nothing else.
    """
    subject, start = said.members[-1], said.starts[-1]
    between = text[skeleton.places[start - 1] + 1 : skeleton.places[start]]
    if FULL_STOPS & set(between) or len(marks(text, span)) > 1:
        return False
    whole = clause(text, Span(span.start, span.start + 1)).start == span.start
    parted = between.strip("的地") and (whole or set(subject.chars) & TOPICS)
    if not parted and not (whole and of_ourselves(subject.chars)):
        return False
    return all(character in FILLERS for character in text[span.end : clause(text, span).end])


def _at_joint(mark: int, text: str, skeleton: Skeleton, said: Said) -> bool:
    """Between two members; in a short form only after its subject: 我,不知道 but not 不归,我管."""
    for k, following in enumerate(said.starts[1:]):
        if skeleton.places[following - 1] < mark < skeleton.places[following]:
            return (k > 0 and said.end - said.start >= JOINED_FROM) or (
                k == 0 and _subject_first(text, skeleton, said)
            )
    return False


def _own(mark: int, skeleton: Skeleton, said: Said) -> bool:
    """Whether the form may have the mark there: between members, or anywhere in one that is the whole form."""
    return len(said.members) == 1 or any(
        skeleton.places[start + len(member.chars) - 1] < mark < skeleton.places[following]
        for member, start, following in zip(said.members, said.starts, said.starts[1:], strict=False)
    )


def _subject_first(text: str, skeleton: Skeleton, said: Said) -> bool:
    """Whether the first member names who or what is spoken of and begins its clause."""
    first, start = set(said.members[0].chars), skeleton.places[said.start]
    if first & NEGATORS or (not first & TOPICS and said.end - said.start < JOINED_FROM):
        return False
    return clause(text, Span(start, start + 1)).start == start


def _in_gap(mark: int, skeleton: Skeleton, said: Said) -> bool:
    for member, start, following in zip(said.members, said.starts, said.starts[1:], strict=False):
        end = start + len(member.chars)
        if end < following and skeleton.places[end - 1] < mark < skeleton.places[following]:
            return True
    return False
