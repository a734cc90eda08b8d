"""Every phrase of every rule, searched in one pass over the skeleton of a text.

One automaton knows the *members*: each run of words of a form and each member of a group, also with one
character replaced by a look-alike. A *trie* over members knows the forms: walking it along the members found
gives every form said in any of its synonyms, without spelling out their combinations. The same automaton knows
the *pieces* of longer forms; a piece that is found alone proposes a form with a slip in it (see `edits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations

import ahocorasick

from linter.edits import Slips
from linter.lookalikes import lookalikes
from linter.normalise import FILLERS, LONG_FILLERS, Skeleton, Skeletons, plain
from phrasebook.forms import Gap, Group, Spelling, Words, spellings
from phrasebook.model import Phrase, Phrasebook, Rule

LONGEST_GAP = 8
SHAPED = 4  # members up to this long are also searched with one look-alike character
CLAUSE_MARKS = "，,。.！!？?；;、：:"
MOST_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class Target:
    """What it means that a form was said."""

    rule: Rule
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Member:
    """Words as the skeleton keeps them, with the fillers it dropped before, within and after."""

    chars: str
    within: tuple[str, ...] = ()
    lead: str = ""
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A form found: skeleton positions, the members that were said and where each begins."""

    target: Target
    start: int
    end: int
    members: tuple[Member, ...]
    starts: tuple[int, ...]


@dataclass(slots=True)
class _Node:
    children: dict[int, _Node] = field(default_factory=dict)
    gap: _Node | None = None
    targets: list[Target] = field(default_factory=list)


@dataclass(slots=True)
class _Entry:
    """What one string of the automaton stands for."""

    length: int
    elements: list[tuple[int, Member]] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _State:
    """A beginning of a form, said up to some position."""

    node: _Node
    members: tuple[Member, ...]
    starts: tuple[int, ...]


class Index:
    """Built once from a phrasebook; `said` and `slipped` search one skeleton."""

    def __init__(self, phrasebook: Phrasebook) -> None:
        forms = [(Target(rule, phrase), form) for rule in phrasebook.rules for phrase in rule.phrases
                 for form in (phrase.text, *phrase.forms)]  # fmt: skip
        self._groups = phrasebook.groups
        self.skeletons = Skeletons(
            [form for _, form in forms] + [m for g in self._groups.values() for m in g]
        )
        self._root = _Node()
        self._elements: dict[str, int] = {}
        self._members: dict[str, tuple[Member, ...]] = {}
        self._entries: dict[str, _Entry] = {}
        self.slips = Slips()
        for target, form in forms:
            for spelling in _orders(form):
                self._add(spelling, target)
        self._automaton = self._built()

    def said(self, codes: str) -> tuple[list[Said], list[tuple[int, list[tuple[int, int]]]]]:
        """The forms said from end to end, and the pieces of others with their places."""
        found: list[Said] = []
        pieces: list[tuple[int, list[tuple[int, int]]]] = []
        states: dict[int, list[_State]] = {}
        gaps: list[tuple[int, _State]] = []
        root = _State(self._root, (), ())
        for last, entry in self._automaton.iter(codes) if self._entries else ():
            end, start = last + 1, last + 1 - entry.length
            if entry.pieces:
                pieces.append((start, entry.pieces))
            for element, member in entry.elements:
                for state in (root, *states.get(start, ()), *_reaching(gaps, start)):
                    if node := state.node.children.get(element):
                        said = _State(node, (*state.members, member), (*state.starts, start))
                        states.setdefault(end, []).append(said)
                        if node.gap:
                            gaps.append((end, _State(node.gap, said.members, said.starts)))
                        for target in node.targets:
                            found.append(Said(target, said.starts[0], end, said.members, said.starts))
        return found, pieces

    def _add(self, spelling: Spelling, target: Target) -> None:
        node = self._root
        for step in spelling:
            if isinstance(step, Gap):
                node.gap = node = node.gap or _Node()
                continue
            name = f"{{{step.name}}}" if isinstance(step, Group) else step.text
            members = self._members_of(name, step)
            if members:
                node = node.children.setdefault(self._element(name, members), _Node())
        if node is not self._root and target not in node.targets:
            node.targets.append(target)
        self._add_pieces(spelling, target)

    def _members_of(self, name: str, step: Words | Group) -> tuple[Member, ...]:
        if name not in self._members:
            texts = self._groups.get(step.name, ()) if isinstance(step, Group) else (step.text,)
            self._members[name] = tuple(m for text in texts if (m := self._member(text)).chars)
        return self._members[name]

    def _member(self, text: str) -> Member:
        skeleton = self.skeletons.of(text)
        if not skeleton.places:
            return Member("")
        spelled = plain(text)
        first, last = skeleton.places[0], skeleton.places[-1]
        inside = "".join(c for k, c in enumerate(spelled) if first < k < last and k not in skeleton.places)
        return Member(
            skeleton.plain, _required(inside), _fillers(spelled[:first]), _fillers(spelled[last + 1 :])
        )

    def _element(self, name: str, members: tuple[Member, ...]) -> int:
        if name in self._elements:
            return self._elements[name]
        number = self._elements[name] = len(self._elements)
        for member in members:
            for codes in self._spelled(member.chars):
                self._entry(codes).elements.append((number, member))
        return number

    def _spelled(self, chars: str) -> Iterator[str]:
        """The codes of the characters; of few characters, also with each replaced by each of its look-alikes."""
        codes = self.skeletons.codes
        found = {codes(chars)}
        if len(chars) <= SHAPED:
            for k, character in enumerate(chars):
                found.update(
                    codes(chars[:k]) + codes(alike) + codes(chars[k + 1 :]) for alike in lookalikes(character)
                )
        yield from (spelled for spelled in found if len(spelled) == len(chars))

    def _add_pieces(self, spelling: Spelling, target: Target) -> None:
        if any(isinstance(step, Gap) for step in spelling):
            return
        columns = [self._members_of(f"{{{s.name}}}" if isinstance(s, Group) else s.text, s) for s in spelling]  # type: ignore[union-attr]
        columns = [column for column in columns if column]
        for members in _renderings(columns):
            chars = "".join(member.chars for member in members)
            for number, offset, piece in self.slips.add(chars, self.skeletons.codes(chars), target):
                self._entry(piece).pieces.append((number, offset))

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
    """The spellings of a form; of plain words in two or three clauses, also with the clauses in another order."""
    yield from spellings(form)
    clauses = _clauses(form)
    if 1 < len(clauses) <= MOST_CLAUSES and not set(form) & set("{[…"):
        for order in permutations(clauses):
            yield (Words("".join(order)),)


def _clauses(form: str) -> list[str]:
    for mark in CLAUSE_MARKS:
        form = form.replace(mark, "\n")
    return [clause for clause in form.split("\n") if clause]


def _reaching(gaps: list[tuple[int, _State]], start: int) -> list[_State]:
    return [state for end, state in gaps if end <= start <= end + LONGEST_GAP] if gaps else []


def _renderings(columns: list[tuple[Member, ...]]) -> Iterable[tuple[Member, ...]]:
    """Each member at least once, the others at their first: as many as the longest group, not their product."""
    if not columns:
        return
    yield tuple(column[0] for column in columns)
    for k, column in enumerate(columns):
        for member in column[1:]:
            yield (*(c[0] for c in columns[:k]), member, *(c[0] for c in columns[k + 1 :]))


def _fillers(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _required(inside: str) -> tuple[str, ...]:
    """The adverbs among the fillers that a form has within; particles may be missing."""
    found = [filler for filler in LONG_FILLERS if filler in inside]
    return (*found, *(c for c in inside if c in FILLERS & set("就都还也又才")))
