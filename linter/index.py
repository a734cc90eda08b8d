"""Every phrase of every rule, searched in one pass over the skeleton of a text.

One automaton knows the words of the plan. A *trie* of its paths, walked along the members that were found, gives
every form in any of its synonyms without their combinations ever being spelled out. The same automaton knows
the pieces of the longer forms; a piece found alone proposes its form with a slip in it (see `alignment`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import ne
from typing import NamedTuple

import ahocorasick

from linter.alignment import Alignment, Target, near
from linter.members import Member
from linter.normalise import Skeleton, Skeletons
from linter.plan import HOLE, most_wrong, plan_of
from linter.unpacked import Unpacked
from linter.walk import Meaning, State, Walk, trie
from phrasebook.collecting import paused
from phrasebook.model import Phrasebook

REACH = 8  # sounds before and after one that may be wrong
LIGHT_WORDS = "可是这那给来把个"  # one of them may stand between two members: 我可管不着, 你这是怎么搞的


class Said(NamedTuple):
    """A form said from end to end: skeleton positions, the members said, where each begins, its wrong characters."""

    target: Target
    start: int
    end: int
    members: tuple[Member, ...]
    starts: tuple[int, ...]
    wrong: int


class Found(NamedTuple):
    """Forms by their sound (target, how said, end), and pieces of forms (start, of which rendering and where)."""

    states: list[tuple[int, State, int]]
    pieces: list[tuple[int, tuple[int, int]]]


class Index:
    """Built once from a phrasebook."""

    def __init__(self, phrasebook: Phrasebook) -> None:
        with paused():
            self._make(phrasebook)

    def _make(self, phrasebook: Phrasebook) -> None:
        plan = plan_of(phrasebook)
        self.skeletons = Skeletons(plan.letters)
        self._light = frozenset(map(self.skeletons.codes, LIGHT_WORDS))
        self._plan = Unpacked(plan, phrasebook, trie(plan), self.skeletons)
        self._automaton = _automaton(self._plan.strings)

    def search(self, codes: str) -> Found:
        """What sounds like forms, whole or in pieces, in a skeleton's codes."""
        walk = Walk(codes, self._light)
        pieces: list[tuple[int, tuple[int, int]]] = []
        for meaning, start, end in self._heard(codes):
            if meaning.pieces:
                pieces.extend((start, piece) for piece in meaning.pieces)
            if meaning.steps:
                walk.take(meaning, start, end)
        return Found(walk.found, pieces)

    def _heard(self, codes: str) -> Iterator[tuple[Meaning, int, int]]:
        """The strings of the plan in some codes, from where to where."""
        for last, number in self._automaton.iter(codes) if self._plan.strings else ():
            meaning = self._plan.meanings[number]
            yield meaning, last + 1 - meaning.length, last + 1

    def said(self, found: Found, skeleton: Skeleton) -> list[Said]:
        """The forms said from end to end, not too many of their characters in others of the same sound."""
        said = []
        for target, state, end in found.states:
            wrong = self._wrong(state, skeleton.plain)
            if wrong is not None:
                said.append(self._said(target, state, end, wrong=wrong))
        return said

    def _wrong(self, state: State, plain: str) -> int | None:
        """How many characters are not the form's own; nothing where they are too many."""
        length = wrong = 0
        for number, start in zip(state.members, state.starts, strict=True):
            chars = self._plan.chars[number]
            length += len(chars)
            if not plain.startswith(chars, start):
                if length == 1:
                    return None
                wrong += sum(map(ne, chars, plain[start : start + len(chars)]))
        return wrong if not wrong or wrong <= most_wrong(length) else None

    def near(self, found: Found, skeleton: Skeleton, said: Iterable[Said]) -> Iterator[Alignment]:
        """The forms said with a slip, where they are not `said` to the letter."""
        if not found.pieces:
            return
        exact: dict[int, list[range]] = {}
        for each in said:
            if not each.wrong:
                exact.setdefault(id(each.target), []).append(range(each.start, each.end))
        proposed = ((start, self._plan.renderings[n], offset) for start, (n, offset) in found.pieces)
        yield from near(skeleton.codes, proposed, exact)

    def fits(self, spelled: str, place: int, may_be: Callable[[str], bool]) -> bool:
        """Whether a character of a plain text may be a slip for one that a form has in such a place."""
        before = self.skeletons.sounds(spelled[max(0, place - REACH) : place])
        holed = before + HOLE + self.skeletons.sounds(spelled[place + 1 : place + 1 + REACH])
        return any(
            may_be(wanted)
            for last, number in self._automaton.iter(holed)
            if last >= len(before)
            for wanted in self._plan.wanted[number]
        )

    def mistaken(self, codes: str, at: int, may_be: Callable[[str], bool]) -> list[Said]:
        """The forms that a skeleton's codes say but for the character at one place, which may be a slip."""
        first = max(0, at - REACH)
        holed = codes[first:at] + HOLE + codes[at + 1 : at + 1 + REACH]
        walk = Walk(holed, self._light)
        for meaning, start, end in self._heard(holed):
            if meaning.steps:
                walk.take(meaning, start, end)
        return [
            self._said(target, state, end, first=first, wrong=1)
            for target, state, end in walk.found
            if state.starts[0] <= at - first < end and may_be(self._char_at(state, at - first))
        ]

    def _char_at(self, state: State, at: int) -> str:
        """The character of the form at a place of the stretch, empty between its members."""
        number, start = next(
            (m, s) for m, s in zip(reversed(state.members), reversed(state.starts), strict=True) if s <= at
        )
        return self._plan.chars[number][at - start : at - start + 1]

    def _said(self, target: int, state: State, end: int, *, first: int = 0, wrong: int = 0) -> Said:
        members = tuple(self._plan.members[number] for number in state.members)
        starts = tuple(start + first for start in state.starts)
        return Said(self._plan.targets[target], starts[0], end + first, members, starts, wrong)


def _automaton(strings: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, string in enumerate(strings):
        automaton.add_word(string, number)
    automaton.make_automaton()
    return automaton
