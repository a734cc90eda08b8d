"""Every phrase of every rule, searched in one pass over the skeleton of a text.

One automaton knows the words of the plan. A *trie* of its paths, walked along the members that were found, gives
every form in any of its synonyms without their combinations ever being spelled out. The same automaton knows
the pieces of the longer forms; a piece found alone proposes its form with a slip in it (see `edits`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import ahocorasick

from linter.edits import Alignment, Piece, Rendering, Target, near
from linter.members import Member
from linter.normalise import Skeletons
from linter.plan import GAP, Plan, plan_of, slips
from phrasebook.collecting import paused
from phrasebook.model import Phrasebook

LONGEST_GAP = 8  # sounds
LIGHT_WORDS = "可是这那给来把个"  # one of them may stand between two members: 我可管不着, 你这是怎么搞的


@dataclass(frozen=True, slots=True)
class Said:
    """A form said from end to end: skeleton positions, the members said and where each begins."""

    target: Target
    start: int
    end: int
    members: tuple[Member, ...]
    starts: tuple[int, ...]


@dataclass(slots=True)
class _Node:
    """A beginning of forms: what may follow at once, what after a gap, and whose forms end here."""

    children: dict[int, _Node] = field(default_factory=dict)
    gap: _Node | None = None
    targets: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _State:
    """A beginning of forms that was said; `mistaken` when one member of it is only alike to the eye."""

    node: _Node
    members: tuple[int, ...]
    starts: tuple[int, ...]
    mistaken: bool = False


_Begun = tuple[
    _Node, int, bool
]  # the node reached by the first member of a form, that member, mistaken or not


@dataclass(slots=True)
class _Entry:
    """What one string of the automaton stands for: members by their step, and pieces."""

    length: int
    steps: dict[int, list[tuple[int, bool]]]
    pieces: list[tuple[int, int]]
    first: list[_Begun]  # the members that begin a form
    whole: list[_Begun]  # those of them that are a form, or stand before a gap
    _next: dict[int, list[_Begun]] | None = None

    def next(self) -> dict[int, list[_Begun]]:
        """`first`, by the steps that may come after it."""
        if self._next is None:
            self._next = {}
            for begun in self.first:
                for step in begun[0].children:
                    self._next.setdefault(step, []).append(begun)
        return self._next


class Index:
    """Built once from a phrasebook."""

    def __init__(self, phrasebook: Phrasebook) -> None:
        self._book = phrasebook
        with paused():
            self._make()

    def _make(self) -> None:
        self._plan = plan_of(self._book)
        self.skeletons = Skeletons(self._plan.letters)
        self._root = _trie(self._plan)
        self._light = frozenset(map(self.skeletons.codes, LIGHT_WORDS))
        self._strings = self._plan.strings.split("\n") if self._plan.strings else []
        self._meanings = self._plan.meanings.split("\n")
        self._lines = self._plan.renderings.split("\n")
        self._entries: dict[int, _Entry] = {}
        self._members: dict[int, Member] = {}
        self._targets: dict[int, Target] = {}
        self._renderings: dict[int, Rendering] = {}
        self._automaton = _automaton(self._strings)

    def search(self, codes: str) -> tuple[list[Said], list[Alignment]]:
        """The forms said from end to end, and those said with a slip, in a skeleton's codes."""
        if not self._strings:
            return [], []
        walk = _Walk(codes, self._light)
        pieces: list[tuple[int, tuple[int, int]]] = []
        for last, number in self._automaton.iter(codes):
            entry = self._entries.get(number) or self._entry(number)
            end, start = last + 1, last + 1 - entry.length
            if entry.pieces:
                pieces.extend((start, piece) for piece in entry.pieces)
            if entry.steps:
                walk.take(entry, start, end)
        found = [self._said(target, state, end) for target, state, end in walk.found]
        if not pieces:
            return found, []
        whole: dict[int, set[int]] = {}
        for said in found:
            whole.setdefault(id(said.target), set()).update(range(said.start, said.end))
        proposed = ((start, Piece(self._rendering(number), offset)) for start, (number, offset) in pieces)
        return found, list(near(codes, proposed, whole))

    def _said(self, target: int, state: _State, end: int) -> Said:
        members = tuple(self._member(number) for number in state.members)
        return Said(self._target(target), state.starts[0], end, members, state.starts)

    def _entry(self, number: int) -> _Entry:
        words, _, pieces = self._meanings[number].partition("|")
        steps: dict[int, list[tuple[int, bool]]] = {}
        first = []
        for member, mistaken in _pairs(words):
            for step in self._plan.steps[member]:
                steps.setdefault(step, []).append((member, bool(mistaken)))
                if node := self._root.children.get(step):
                    first.append((node, member, bool(mistaken)))
        whole = [begun for begun in first if begun[0].targets or begun[0].gap]
        entry = _Entry(len(self._strings[number]), steps, list(_pairs(pieces)), first, whole)
        self._entries[number] = entry
        return entry

    def _member(self, number: int) -> Member:
        if number not in self._members:
            chars, within, lead, trail = self._plan.members[number]
            self._members[number] = Member(chars, tuple(within), tuple(lead), trail)
        return self._members[number]

    def _target(self, number: int) -> Target:
        if number not in self._targets:
            rule, phrase, marks, *manner = self._plan.targets[number]
            found = self._book.rules[rule]
            self._targets[number] = Target(found, found.phrases[phrase], marks, *manner)
        return self._targets[number]

    def _rendering(self, number: int) -> Rendering:
        if number not in self._renderings:
            members, _, targets = self._lines[number].partition("|")
            said = tuple(self._member(int(member)) for member in members.split())
            codes = self.skeletons.codes("".join(member.chars for member in said))
            meant = tuple(self._target(int(target)) for target in targets.split())
            self._renderings[number] = Rendering(said, codes, slips(len(codes)), meant)
        return self._renderings[number]


class _Walk:
    """One search: the beginnings of forms said so far, by where they end."""

    def __init__(self, codes: str, light: frozenset[str]) -> None:
        self.found: list[tuple[int, _State, int]] = []
        self._codes, self._light = codes, light
        self._begun: dict[int, list[tuple[_Entry, int]]] = {}
        self._gone_on: dict[int, list[_State]] = {}
        self._open: dict[int, list[tuple[int, _State]]] = {}  # before a gap, by the step after it

    def take(self, entry: _Entry, start: int, end: int) -> None:
        """Begin and go on with what was said from start to end."""
        if entry.first:
            self._begun.setdefault(end, []).append((entry, start))
            for node, member, mistaken in entry.whole:
                self._reach(_State(node, (member,), (start,), mistaken), end)
        if start:
            self._go_on(entry, start, start, end)
            if self._codes[start - 1] in self._light:
                self._go_on(entry, start - 1, start, end)
        for step in self._open.keys() & entry.steps.keys():
            for since, state in self._open[step]:
                if since <= start <= since + LONGEST_GAP:
                    self._extend(state, entry, start, end, step)

    def _go_on(self, entry: _Entry, at: int, start: int, end: int) -> None:
        for first, begin in self._begun.get(at, ()):
            following = first.next()
            for step in following.keys() & entry.steps.keys():
                for node, member, mistaken in following[step]:
                    self._extend(_State(node, (member,), (begin,), mistaken), entry, start, end, step)
        for state in self._gone_on.get(at, ()):
            for step in state.node.children.keys() & entry.steps.keys():
                self._extend(state, entry, start, end, step)

    def _extend(self, state: _State, entry: _Entry, start: int, end: int, step: int) -> None:
        for member, mistaken in entry.steps[step]:
            if not (mistaken and state.mistaken):
                node, slip = state.node.children[step], mistaken or state.mistaken
                reached = _State(node, (*state.members, member), (*state.starts, start), slip)
                self._gone_on.setdefault(end, []).append(reached)
                self._reach(reached, end)

    def _reach(self, state: _State, end: int) -> None:
        node = state.node
        if node.gap:
            before = _State(node.gap, state.members, state.starts, state.mistaken)
            for step in node.gap.children:
                waiting = self._open.setdefault(step, [])
                if waiting and waiting[0][0] + 2 * LONGEST_GAP < end:  # too far behind to be gone on with
                    waiting[:] = [(since, old) for since, old in waiting if since + 2 * LONGEST_GAP >= end]
                waiting.append((end, before))
        if node.targets and not (state.mistaken and end == state.starts[0] + 1):
            self.found.extend((target, state, end) for target in node.targets)


def _pairs(row: str) -> Iterator[tuple[int, int]]:
    for pair in row.split():
        one, _, other = pair.partition(":")
        yield int(one), int(other)


def _trie(plan: Plan) -> _Node:
    root = _Node()
    for target, path in plan.paths:
        node = root
        for step in path:
            if step == GAP:
                node.gap = node = node.gap or _Node()
            else:
                node = node.children.setdefault(step, _Node())
        if node is not root and target not in node.targets:
            node.targets.append(target)
    return root


def _automaton(strings: list[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, string in enumerate(strings):
        automaton.add_word(string, number)
    automaton.make_automaton()
    return automaton
