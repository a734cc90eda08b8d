"""Every phrase of every rule, searched in one pass over the skeleton of a text.

One automaton knows the *members*: each run of words of a form and each word of a group. A *trie* of members
knows the forms: walked along the members that were found, it gives every form in any of its synonyms without
their combinations ever being spelled out. The same automaton knows the *pieces* of the longer forms; a piece
found alone proposes its form with a slip in it (see `edits`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import permutations

import ahocorasick

from linter.edits import Alignment, Piece, Slips, Target
from linter.members import Member, Members
from linter.normalise import Skeletons
from phrasebook.forms import Gap, Group, Spelling, Words, spellings
from phrasebook.model import Phrasebook

LONGEST_GAP = 8  # sounds
PHRASE_MARKS = "，,。.！!？?；;、：:"
MOST_CLAUSES = 3
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
    targets: list[Target] = field(default_factory=list)


@dataclass(slots=True)
class _Entry:
    """What one string of the automaton stands for: numbered steps of the trie, mistaken or not; pieces."""

    length: int
    steps: list[tuple[int, Member, bool]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _State:
    """A beginning of forms that was said; `mistaken` when one member of it is only alike to the eye."""

    node: _Node
    members: tuple[Member, ...]
    starts: tuple[int, ...]
    mistaken: bool = False


class _Walk:
    """One search: the beginnings of forms said so far, by where they end."""

    def __init__(self, root: _Node, codes: str, light: frozenset[str]) -> None:
        self.found: list[Said] = []
        self._root = _State(root, (), ())
        self._codes, self._light = codes, light
        self._ended: dict[int, list[_State]] = {}
        self._open: dict[int, list[tuple[int, _State]]] = {}  # before a gap, by the step that may follow it

    def take(self, step: int, member: Member, mistaken: bool, start: int, end: int) -> None:
        """Go on with one member said from start to end."""
        for state in self._before(step, start):
            node = state.node.children.get(step)
            if node is None or (mistaken and state.mistaken):
                continue
            reached = _State(
                node, (*state.members, member), (*state.starts, start), mistaken or state.mistaken
            )
            self._ended.setdefault(end, []).append(reached)
            if node.gap:
                for following in node.gap.children:
                    self._open.setdefault(following, []).append((end, replace(reached, node=node.gap)))
            if node.targets and not (mistaken and end == start + 1 and state is self._root):
                self.found.extend(
                    Said(target, reached.starts[0], end, reached.members, reached.starts)
                    for target in node.targets
                )

    def _before(self, step: int, start: int) -> Iterator[_State]:
        yield self._root
        if start:
            yield from self._ended.get(start, ())
            if self._codes[start - 1] in self._light:
                yield from self._ended.get(start - 1, ())
        for end, state in self._open.get(step, ()):
            if end <= start <= end + LONGEST_GAP:
                yield state


class Index:
    """Built once from a phrasebook."""

    def __init__(self, phrasebook: Phrasebook) -> None:
        forms = [
            (Target(rule, phrase, sum(c in PHRASE_MARKS for c in form)), form)
            for rule in phrasebook.rules
            for phrase in rule.phrases
            for form in dict.fromkeys((phrase.text, *phrase.forms))
        ]
        words = (word for group in phrasebook.groups.values() for word in group)
        self.skeletons = Skeletons([*(form for _, form in forms), *words])
        self._members = Members(phrasebook.groups, self.skeletons)
        self._root = _Node()
        self._steps: dict[tuple[Member, ...], int] = {}
        self._entries: dict[str, _Entry] = {}
        self._slips = Slips()
        self._light = frozenset(map(self.skeletons.codes, LIGHT_WORDS))
        for target, form in forms:
            for spelling in _orders(form):
                self._add(spelling, target)
                if len(spelling) > 1 and isinstance(spelling[0], Group):
                    self._add((*spelling[1:], spelling[0]), replace(target, inverted=True))
        self._automaton = self._built()

    def search(self, codes: str) -> tuple[list[Said], list[Alignment]]:
        """The forms said from end to end, and those said with a slip, in a skeleton's codes."""
        pieces: list[tuple[int, Piece]] = []
        walk = _Walk(self._root, codes, self._light)
        for last, entry in self._automaton.iter(codes) if self._entries else ():
            end, start = last + 1, last + 1 - entry.length
            if entry.pieces:
                pieces.extend((start, piece) for piece in entry.pieces)
            for step, member, mistaken in entry.steps:
                walk.take(step, member, mistaken, start, end)
        whole: dict[int, set[int]] = {}
        for said in walk.found:
            whole.setdefault(id(said.target), set()).update(range(said.start, said.end))
        return walk.found, list(self._slips.near(codes, pieces, whole))

    def _add(self, spelling: Spelling, target: Target) -> None:
        node, columns, lead = self._root, [], ""
        for step in spelling:
            if isinstance(step, Gap):
                node.gap = node = node.gap or _Node()
            elif members := self._members.of(step, lead):
                node = node.children.setdefault(self._step(members), _Node())
                columns.append(members)
                lead = ""
            else:
                lead += step.text if isinstance(step, Words) else ""
        if columns and target not in node.targets:
            node.targets.append(target)
        if not target.inverted and not any(isinstance(step, Gap) for step in spelling):
            self._add_pieces(columns, target)

    def _step(self, members: tuple[Member, ...]) -> int:
        if members not in self._steps:
            number = self._steps[members] = len(self._steps)
            for member in members:
                for codes, mistaken in self._members.codes(member):
                    self._entry(codes).steps.append((number, member, mistaken))
        return self._steps[members]

    def _add_pieces(self, columns: list[tuple[Member, ...]], target: Target) -> None:
        for members in _renderings(columns):
            chars = "".join(member.chars for member in members)
            for codes, piece in self._slips.add(members, self.skeletons.codes(chars), target):
                self._entry(codes).pieces.append(piece)

    def _entry(self, codes: str) -> _Entry:
        entry = self._entries.get(codes)
        if entry is None:
            entry = self._entries[codes] = _Entry(len(codes))
        return entry

    def _built(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for codes, entry in self._entries.items():
            automaton.add_word(codes, entry)
        automaton.make_automaton()
        return automaton


def _orders(form: str) -> Iterator[Spelling]:
    """The spellings of a form; of plain words in two or three clauses, also the clauses in other orders."""
    yield from spellings(form)
    clauses = form.translate(dict.fromkeys(map(ord, PHRASE_MARKS), "\n")).split()
    if 1 < len(clauses) <= MOST_CLAUSES and not set(form) & set("{[…"):
        for order in permutations(clauses):
            yield (Words("".join(order)),)


def _renderings(columns: list[tuple[Member, ...]]) -> Iterator[tuple[Member, ...]]:
    """Every member at least once, the others at their first: as many as members, not their product."""
    first = tuple(column[0] for column in columns)
    yield first
    for k, column in enumerate(columns):
        for member in column[1:]:
            yield (*first[:k], member, *first[k + 1 :])
