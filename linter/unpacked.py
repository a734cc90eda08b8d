"""The rows of a plan, made into what they stand for when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator

from linter.alignment import Rendering, Target
from linter.members import Member
from linter.normalise import Skeletons
from linter.plan import HOLE, Plan, slips
from linter.rows import Rows
from linter.walk import Meaning, Node
from phrasebook.model import Phrasebook


class Unpacked:
    """Everything by its number in the plan; `chars` of each member, and the meanings `known` so far."""

    def __init__(self, plan: Plan, phrasebook: Phrasebook, root: Node, skeletons: Skeletons) -> None:
        self._book, self._root, self._skeletons = phrasebook, root, skeletons
        self._rows = Rows(plan.members)
        self.chars = [row.partition("\t")[0] for row in self._rows]
        self._steps = Rows(plan.steps)
        self._meant = plan.targets
        self.strings = Rows(plan.strings)
        self._meanings = Rows(plan.meanings)
        self._lines = Rows(plan.renderings)
        self.known: dict[int, Meaning] = {}
        self._holes: dict[int, frozenset[str]] = {}
        self._members: dict[int, Member] = {}
        self._targets: dict[int, Target] = {}
        self._renderings: dict[int, Rendering] = {}

    def meaning(self, number: int) -> Meaning:
        words, _, pieces = self._meanings[number].partition("|")
        steps: dict[int, list[tuple[int, bool]]] = {}
        first = []
        for member, mistaken in _pairs(words):
            for step in map(int, self._steps[member].split()):
                steps.setdefault(step, []).append((member, bool(mistaken)))
                if node := self._root.children.get(step):
                    first.append((node, member, bool(mistaken)))
        whole = [begun for begun in first if begun[0].targets or begun[0].gap]
        meaning = Meaning(len(self.strings[number]), steps, list(_pairs(pieces)), first, whole)
        self.known[number] = meaning
        return meaning

    def wanted(self, number: int) -> frozenset[str]:
        """The characters that stand for the hole of a string with one; none of a string without."""
        if number not in self._holes:
            at = self.strings[number].find(HOLE)
            words = self._meanings[number].partition("|")[0] if at >= 0 else ""
            self._holes[number] = frozenset(self.chars[member][at] for member, _ in _pairs(words))
        return self._holes[number]

    def member(self, number: int) -> Member:
        if number not in self._members:
            chars, within, lead, trail = self._rows[number].split("\t")
            self._members[number] = Member(chars, tuple(within.split()), tuple(lead.split()), trail)
        return self._members[number]

    def target(self, number: int) -> Target:
        if number not in self._targets:
            rule, phrase, marks, *manner = self._meant[number]
            found = self._book.rules[rule]
            self._targets[number] = Target(found, found.phrases[phrase], marks, *manner)
        return self._targets[number]

    def rendering(self, number: int) -> Rendering:
        if number not in self._renderings:
            members, _, targets = self._lines[number].partition("|")
            said = tuple(self.member(int(member)) for member in members.split())
            codes = self._skeletons.codes("".join(member.chars for member in said))
            meant = tuple(self.target(int(target)) for target in targets.split())
            self._renderings[number] = Rendering(said, codes, frozenset(codes), slips(len(codes)), meant)
        return self._renderings[number]


def _pairs(row: str) -> Iterator[tuple[int, int]]:
    for pair in row.split():
        one, _, other = pair.partition(":")
        yield int(one), int(other)
