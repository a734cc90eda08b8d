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

from linter.alignment import Alignment, Rendering, Target, near
from linter.members import Member
from linter.normalise import Skeleton, Skeletons
from linter.plan import HOLE, most_wrong, plan_of, slips
from linter.rows import Rows
from linter.walk import Meaning, State, Walk, trie
from phrasebook.collecting import paused
from phrasebook.model import Phrasebook

REACH = 8  # sounds before and after one that may be wrong
LIGHT_WORDS = "可是这那给来把个"  # one of them may stand between two members: 我可管不着, 你这是怎么搞的


class Said(NamedTuple):
    """A form said from end to end: skeleton positions, the members said and where each begins."""

    target: Target
    start: int
    end: int
    members: tuple[Member, ...]
    starts: tuple[int, ...]


class Found(NamedTuple):
    """Forms by their sound (target, how said, end), and pieces of forms (start, of which rendering and where)."""

    states: list[tuple[int, State, int]]
    pieces: list[tuple[int, tuple[int, int]]]


class Index:
    """Built once from a phrasebook."""

    def __init__(self, phrasebook: Phrasebook) -> None:
        self._book = phrasebook
        with paused():
            self._make()

    def _make(self) -> None:
        plan = plan_of(self._book)
        self.skeletons = Skeletons(plan.letters)
        self._root = trie(plan)
        self._light = frozenset(map(self.skeletons.codes, LIGHT_WORDS))
        self._rows = Rows(plan.members)
        self._chars = [row.partition("\t")[0] for row in self._rows]
        self._steps = Rows(plan.steps)
        self._meant = plan.targets
        self._strings = Rows(plan.strings)
        self._meanings = Rows(plan.meanings)
        self._lines = Rows(plan.renderings)
        self._known: dict[int, Meaning] = {}
        self._holes: dict[int, frozenset[str]] = {}
        self._members: dict[int, Member] = {}
        self._targets: dict[int, Target] = {}
        self._renderings: dict[int, Rendering] = {}
        self._automaton = _automaton(self._strings)

    def search(self, codes: str) -> Found:
        """What sounds like forms, whole or in pieces, in a skeleton's codes."""
        walk = Walk(codes, self._light)
        pieces: list[tuple[int, tuple[int, int]]] = []
        for last, number in self._automaton.iter(codes) if self._strings else ():
            meaning = self._known.get(number) or self._meaning(number)
            end, start = last + 1, last + 1 - meaning.length
            if meaning.pieces:
                pieces.extend((start, piece) for piece in meaning.pieces)
            if meaning.steps:
                walk.take(meaning, start, end)
        return Found(walk.found, pieces)

    def said(self, found: Found, skeleton: Skeleton) -> list[Said]:
        """The forms said from end to end, not too many of their characters in others of the same sound."""
        return [
            self._said(target, state, end)
            for target, state, end in found.states
            if self._is_close(state, skeleton.plain)
        ]

    def _is_close(self, state: State, plain: str) -> bool:
        length = wrong = 0
        for number, start in zip(state.members, state.starts, strict=True):
            chars = self._chars[number]
            length += len(chars)
            if not plain.startswith(chars, start):
                if length == 1:
                    return False
                wrong += sum(map(ne, chars, plain[start : start + len(chars)]))
        return not wrong or wrong <= most_wrong(length)

    def near(self, found: Found, skeleton: Skeleton) -> Iterator[Alignment]:
        """The forms said with a slip."""
        if not found.pieces:
            return
        whole: dict[int, list[range]] = {}
        for target, state, end in found.states:
            whole.setdefault(id(self._target(target)), []).append(range(state.starts[0], end))
        proposed = ((start, self._rendering(n), offset) for start, (n, offset) in found.pieces)
        yield from near(skeleton.codes, proposed, whole)

    def fits(self, spelled: str, place: int, may_be: Callable[[str], bool]) -> bool:
        """Whether a character of a plain text may be a slip for one that a form has in such a place."""
        before = self.skeletons.sounds(spelled[max(0, place - REACH) : place])
        holed = before + HOLE + self.skeletons.sounds(spelled[place + 1 : place + 1 + REACH])
        return any(
            may_be(wanted)
            for last, number in self._automaton.iter(holed)
            if last >= len(before)
            for wanted in self._wanted(number)
        )

    def mistaken(self, codes: str, at: int, may_be: Callable[[str], bool]) -> list[Said]:
        """The forms that a skeleton's codes say but for the character at one place, which may be a slip."""
        first = max(0, at - REACH)
        holed = codes[first:at] + HOLE + codes[at + 1 : at + 1 + REACH]
        walk = Walk(holed, self._light)
        for last, number in self._automaton.iter(holed):
            meaning = self._known.get(number) or self._meaning(number)
            if meaning.steps:
                walk.take(meaning, last + 1 - meaning.length, last + 1)
        return [
            self._said(target, state, end, first)
            for target, state, end in walk.found
            if state.starts[0] <= at - first < end and may_be(self._char_at(state, at - first))
        ]

    def _char_at(self, state: State, at: int) -> str:
        """The character of the form at a place of the stretch, empty between its members."""
        number, start = next(
            (m, s) for m, s in zip(reversed(state.members), reversed(state.starts), strict=True) if s <= at
        )
        return self._chars[number][at - start : at - start + 1]

    def _said(self, target: int, state: State, end: int, first: int = 0) -> Said:
        members = tuple(self._member(number) for number in state.members)
        starts = tuple(start + first for start in state.starts)
        return Said(self._target(target), starts[0], end + first, members, starts)

    def _meaning(self, number: int) -> Meaning:
        words, _, pieces = self._meanings[number].partition("|")
        steps: dict[int, list[tuple[int, bool]]] = {}
        first = []
        for member, mistaken in _pairs(words):
            for step in map(int, self._steps[member].split()):
                steps.setdefault(step, []).append((member, bool(mistaken)))
                if node := self._root.children.get(step):
                    first.append((node, member, bool(mistaken)))
        whole = [begun for begun in first if begun[0].targets or begun[0].gap]
        meaning = Meaning(len(self._strings[number]), steps, list(_pairs(pieces)), first, whole)
        self._known[number] = meaning
        return meaning

    def _wanted(self, number: int) -> frozenset[str]:
        """The characters that stand for the hole of a string with one; none of a string without."""
        if number not in self._holes:
            at = self._strings[number].find(HOLE)
            words = self._meanings[number].partition("|")[0] if at >= 0 else ""
            self._holes[number] = frozenset(self._chars[member][at] for member, _ in _pairs(words))
        return self._holes[number]

    def _member(self, number: int) -> Member:
        if number not in self._members:
            chars, within, lead, trail = self._rows[number].split("\t")
            self._members[number] = Member(chars, tuple(within.split()), tuple(lead.split()), trail)
        return self._members[number]

    def _target(self, number: int) -> Target:
        if number not in self._targets:
            rule, phrase, marks, *manner = self._meant[number]
            found = self._book.rules[rule]
            self._targets[number] = Target(found, found.phrases[phrase], marks, *manner)
        return self._targets[number]

    def _rendering(self, number: int) -> Rendering:
        if number not in self._renderings:
            members, _, targets = self._lines[number].partition("|")
            said = tuple(self._member(int(member)) for member in members.split())
            codes = self.skeletons.codes("".join(member.chars for member in said))
            meant = tuple(self._target(int(target)) for target in targets.split())
            self._renderings[number] = Rendering(said, codes, frozenset(codes), slips(len(codes)), meant)
        return self._renderings[number]


def _pairs(row: str) -> Iterator[tuple[int, int]]:
    for pair in row.split():
        one, _, other = pair.partition(":")
        yield int(one), int(other)


def _automaton(strings: Iterable[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, string in enumerate(strings):
        automaton.add_word(string, number)
    automaton.make_automaton()
    return automaton
