"""Works out the plan of a phrasebook: members, steps, paths, renderings and pieces (see `plan`)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, permutations, zip_longest

from linter.clauses import PRINTED_MARKS
from linter.likeness import weight
from linter.members import Member, Members
from linter.normalise import Skeletons, letters_of
from linter.plan import GAP, HOLE, Plan, slips
from phrasebook.forms import Bounded, Gap, Group, Spelling, Words, bounded, spellings
from phrasebook.model import Phrasebook

MOST_CLAUSES = 3
SHORTEST = 5  # sounds of a rendering
LIGHTEST = 3.0  # of a rendering: what is left with a slip in it must still say the phrase
LONGEST_HOLED = 7  # sounds of a member; a longer one is a rendering
MOST_RENDERINGS = 3  # of one form; they show each group's first words


def clause_marks(form: str) -> int:
    """How many marks divide the form itself."""
    return sum(character in PRINTED_MARKS for character in form)


def planned(phrasebook: Phrasebook) -> Plan:
    """The plan of a phrasebook, worked out."""
    return _Planner(phrasebook).made()


class _Planner:
    def __init__(self, phrasebook: Phrasebook) -> None:
        forms = [
            form
            for rule in phrasebook.rules
            for phrase in rule.phrases
            for form in (phrase.text, *phrase.forms)
        ]
        words = [word for group in phrasebook.groups.values() for word in group]
        self.plan = Plan(letters_of((*forms, *words)))
        self._skeletons = Skeletons(self.plan.letters)
        self._members = Members(phrasebook.groups, self._skeletons)
        self._numbers: dict[Member, int] = {}
        self._steps: dict[tuple[Member, ...], int] = {}
        self._said_by: list[list[int]] = []  # of each member, the steps it says
        self._rendered: dict[str, int] = {}
        self._renderings: list[tuple[list[int], list[int]]] = []  # members, targets
        self._mistaken: set[Member] = set()
        self._words: dict[str, list[str]] = {}
        self._pieces: dict[str, list[str]] = {}
        for rule_number, rule in enumerate(phrasebook.rules):
            for phrase_number, phrase in enumerate(rule.phrases):
                searched = [bounded(form) for form in phrase.forms]
                if not any(_same_words(form.form, phrase.text) for form in searched):
                    searched.append(Bounded(phrase.text, begins=False, ends=False))
                for form in searched:
                    self._add(rule_number, phrase_number, form)

    def made(self) -> Plan:
        strings = list(dict.fromkeys((*self._words, *self._pieces)))
        self.plan.members = "\n".join(
            "\t".join((member.chars, " ".join(member.within), " ".join(member.lead), member.trail))
            for member in self._numbers
        )
        self.plan.steps = "\n".join(" ".join(map(str, steps)) for steps in self._said_by)
        self.plan.renderings = "\n".join(
            " ".join(map(str, members)) + "|" + " ".join(map(str, targets))
            for members, targets in self._renderings
        )
        self.plan.strings = "\n".join(strings)
        self.plan.meanings = "\n".join(
            " ".join(self._words.get(string, ())) + "|" + " ".join(self._pieces.get(string, ()))
            for string in strings
        )
        return self.plan

    def _add(self, rule: int, phrase: int, form: Bounded) -> None:
        target = self._target(rule, phrase, clause_marks(form.form), False, form.begins, form.ends)
        for spelling in _orders(form.form):
            columns = self._path(target, spelling)
            self._mistake(columns)
            if GAP not in self.plan.paths[-1][1]:
                self._render(columns, target)
            if len(spelling) > 1 and isinstance(spelling[0], Group):
                inverted = self._target(rule, phrase, 0, True, form.begins, True)
                self._path(inverted, (*spelling[1:], spelling[0]))

    def _mistake(self, columns: list[tuple[Member, ...]]) -> None:
        """Search the members of short forms by their look-alikes, too; a longer form is known with a slip in it."""
        shortest = [min(len(member.chars) for member in column) for column in columns]
        for column, own in zip(columns, shortest, strict=True):
            for member in column:
                if sum(shortest) - own + len(member.chars) < SHORTEST and member not in self._mistaken:
                    self._mistaken.add(member)
                    for codes in self._members.mistaken(member):
                        self._words.setdefault(codes, []).append(f"{self._member(member)}:1")

    def _target(self, rule: int, phrase: int, marks: int, inverted: bool, begins: bool, ends: bool) -> int:
        self.plan.targets.append((rule, phrase, marks, inverted, begins, ends))
        return len(self.plan.targets) - 1

    def _path(self, target: int, spelling: Spelling) -> list[tuple[Member, ...]]:
        path: list[int] = []
        columns: list[tuple[Member, ...]] = []
        lead = ""
        for step in spelling:
            if isinstance(step, Gap):
                path.append(GAP)
            elif members := self._members.of(step, lead):
                path.append(self._step(members))
                columns.append(members)
                lead = ""
            else:
                lead += step.text if isinstance(step, Words) else ""
        self.plan.paths.append((target, path))
        return columns

    def _step(self, members: tuple[Member, ...]) -> int:
        if members not in self._steps:
            step = self._steps[members] = len(self._steps)
            for member in members:
                self._said_by[self._member(member)].append(step)
        return self._steps[members]

    def _member(self, member: Member) -> int:
        if member not in self._numbers:
            number = self._numbers[member] = len(self._numbers)
            self._said_by.append([])
            codes = self._members.codes(member)
            self._words.setdefault(codes, []).append(f"{number}:0")
            for k in range(len(codes) if 1 < len(codes) <= LONGEST_HOLED else 0):
                self._words.setdefault(codes[:k] + HOLE + codes[k + 1 :], []).append(f"{number}:1")
            for exchanged in self._members.exchanged(member):
                self._words.setdefault(exchanged, []).append(f"{number}:1")
        return self._numbers[member]

    def _render(self, columns: list[tuple[Member, ...]], target: int) -> None:
        for members in _renderings(columns):
            chars = "".join(member.chars for member in members)
            if len(chars) < SHORTEST or weight(chars) < LIGHTEST:
                continue
            codes = self._skeletons.codes(chars)
            if len(codes) != len(chars):
                continue
            number = self._rendered.setdefault(codes, len(self._renderings))
            if number < len(self._renderings):
                self._renderings[number][1].append(target)
                continue
            self._renderings.append(([self._member(member) for member in members], [target]))
            for start, end in cuts(len(codes), slips(len(codes)) + 1):
                self._pieces.setdefault(codes[start:end], []).append(f"{number}:{start}")


def _same_words(form: str, text: str) -> bool:
    """Whether a form is the printed text again, to say where it is meant."""
    marks = str.maketrans("", "", PRINTED_MARKS)
    return form.translate(marks) == text.translate(marks)


def cuts(length: int, count: int) -> Iterator[tuple[int, int]]:
    """Where a rendering is cut into pieces."""
    return pairwise(length * k // count for k in range(count + 1))


def _orders(form: str) -> Iterator[Spelling]:
    """The spellings of a form; of plain words in two or three clauses, also the clauses in other orders."""
    yield from spellings(form)
    clauses = form.translate(dict.fromkeys(map(ord, PRINTED_MARKS), "\n")).split()
    if 1 < len(clauses) <= MOST_CLAUSES and not set(form) & set("{[…"):
        for order in permutations(clauses):
            yield (Words("".join(order)),)


def _renderings(columns: list[tuple[Member, ...]]) -> Iterator[tuple[Member, ...]]:
    """A few ways to say a form: the first words of all groups, then the second of each …"""
    if not columns:
        return
    rows = zip_longest(*columns)
    for _, row in zip(range(MOST_RENDERINGS), rows, strict=False):
        yield tuple(member or column[0] for member, column in zip(row, columns, strict=True))
