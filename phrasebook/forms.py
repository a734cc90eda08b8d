"""The form language: `不归{我}{管}`, `这么简单…[还]{问}`, `没空。`; the only owner of its syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from phrasebook.wording import quoted

PARTS = re.compile(r"\{(?P<group>[^{}\[\]]*)\}|\[(?P<optional>[^\[\]]*)\]|(?P<gap>…+)|(?P<words>[^{}\[\]…]+)")
EDGE = "。"
MOST_SPELLINGS = 256  # a form with nine optional parts says too many things at once


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Any member of the named group."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Anything short within the clause."""


Step = Words | Group | Gap
Spelling = tuple[Step, ...]


class FormError(ValueError):
    """A form that can't be read; the message is a Chinese phrase to a trainer."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """A form without the `。` at its ends, each of which says that the clause begins or ends there."""

    form: str
    begins: bool
    ends: bool


def bounded(form: str) -> Bounded:
    return Bounded(form.strip(EDGE), form.startswith(EDGE), form.endswith(EDGE))


def spellings(form: str) -> tuple[Spelling, ...]:
    """Every way to read a form with its optional parts left out or said; gaps at the edges mean nothing.

    Raises FormError for an unclosed bracket, an empty group name, or more than MOST_SPELLINGS ways.
    """
    _refuse_too_many(form)
    ways = [_ways(match) for match in _parts(form)]
    found = dict.fromkeys(_trimmed(tuple(step for part in way for step in part)) for way in product(*ways))
    return tuple(spelling for spelling in found if spelling)


def groups_of(form: str) -> tuple[str, ...]:
    """The names of the groups a form refers to. Raises FormError like `spellings`, at a fraction of its cost."""
    _refuse_too_many(form)
    return tuple(re.findall(r"\{([^{}]*)\}", form))


def _refuse_too_many(form: str) -> None:
    if _count(form) > MOST_SPELLINGS:
        raise FormError(f"可省略的部分太多（最多 {MOST_SPELLINGS} 种组合），请分成几条来写")


def _count(form: str) -> int:
    """In how many ways a form can be read."""
    count = 1
    for match in _parts(form):
        if match["optional"] is not None:
            count *= 1 + _count(match["optional"])
    return count


def _parts(form: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(form):
        match = PARTS.match(form, at)
        if match is None:
            raise FormError(f"括号没有配对：{quoted(form[at:])}")
        if match["group"] == "":
            raise FormError("{ } 里要写同义词组的名字")
        yield match
        at = match.end()


def _ways(match: re.Match[str]) -> tuple[Spelling, ...]:
    if match["optional"] is not None:
        return ((), *spellings(match["optional"]))
    if match["group"] is not None:
        return ((Group(match["group"]),),)
    if match["gap"] is not None:
        return ((Gap(),),)
    return ((Words(match["words"]),),)


def _trimmed(steps: Spelling) -> Spelling:
    while steps and steps[0] == Gap():
        steps = steps[1:]
    while steps and steps[-1] == Gap():
        steps = steps[:-1]
    return steps
