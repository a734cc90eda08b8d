"""The rows of a plan, made into what they stand for when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from linter.alignment import Rendering, Target
from linter.members import Member
from linter.normalise import Skeletons
from linter.plan import HOLE, Plan, slips
from linter.rows import Rows
from linter.walk import Meaning, Node
from phrasebook.model import Phrasebook

T = TypeVar("T")


class Made(dict[int, T]):
    """What a number stands for, made when it is first asked for."""

    def __init__(self, make: Callable[[int], T]) -> None:
        self._make = make

    def __missing__(self, number: int) -> T:
        made = self[number] = self._make(number)
        return made


class Unpacked:
    """Everything by its number in the plan; `chars` of each member, and what is `wanted` in the hole of a string."""

    def __init__(self, plan: Plan, phrasebook: Phrasebook, root: Node, skeletons: Skeletons) -> None:
        self._book, self._root, self._skeletons = phrasebook, root, skeletons
        self._rows = Rows(plan.members)
        self.chars = [row.partition("\t")[0] for row in self._rows]
        self._steps = Rows(plan.steps)
        self._meant = plan.targets
        self.strings = Rows(plan.strings)
        self._meanings = Rows(plan.meanings)
        self._lines = Rows(plan.renderings)
        self.meanings = Made(self._meaning)
        self.wanted = Made(self._wanted)
        self.members = Made(self._member)
        self.targets = Made(self._target)
        self.renderings = Made(self._rendering)

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
        return Meaning(len(self.strings[number]), steps, list(_pairs(pieces)), first, whole)

    def _wanted(self, number: int) -> frozenset[str]:
        """The characters that stand for the hole of a string with one; none of a string without."""
        at = self.strings[number].find(HOLE)
        words = self._meanings[number].partition("|")[0] if at >= 0 else ""
        return frozenset(self.chars[member][at] for member, _ in _pairs(words))

    def _member(self, number: int) -> Member:
        chars, within, lead, trail = self._rows[number].split("\t")
        return Member(chars, tuple(within.split()), tuple(lead.split()), trail)

    def _target(self, number: int) -> Target:
        rule, phrase, marks, *manner = self._meant[number]
        found = self._book.rules[rule]
        return Target(found, found.phrases[phrase], marks, *manner)

    def _rendering(self, number: int) -> Rendering:
        members, _, targets = self._lines[number].partition("|")
        said = tuple(self.members[int(member)] for member in members.split())
        codes = self._skeletons.codes("".join(member.chars for member in said))
        meant = tuple(self.targets[int(target)] for target in targets.split())
        return Rendering(said, codes, frozenset(codes), slips(len(codes)), meant)


def _pairs(row: str) -> Iterator[tuple[int, int]]:
    for pair in row.split():
        one, _, other = pair.partition(":")
        yield int(one), int(other)
