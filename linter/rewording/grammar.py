"""The sentence patterns of a phrasebook, read once: every form's `find` and `say` as elements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from linter.rewording.lists import WordLists
from linter.rewording.wording import words_of
from phrasebook.model import Form, Pattern, Phrasebook
from phrasebook.notation import FIRST, Blank, Element, Listed, Literal, borders, flat, parse

BLANK = "____"  # where the agent has to fill in what only they know
DROPPED = ("废话", "客气", "拒绝的开头", "可省")  # lists of words that may go wherever they stand


@dataclass(frozen=True)
class Reading:
    """A form, read."""

    name: str
    sure: int
    find: tuple[Element, ...]
    say: tuple[Element, ...]
    only_first: bool

    @cached_property
    def borders(self) -> range:
        """How many borders of clauses it crosses, at least and at most."""
        least = borders(self.find)
        most = sum(isinstance(each, Literal) and each.text == "," for each in flat(self.find))
        return range(least, most + 1)

    @cached_property
    def runs_on(self) -> bool:
        """Whether its last slot may take the clauses that go on with the same order."""
        return self._ends_with("做", "动作", "知会")

    @cached_property
    def takes_all(self) -> bool:
        """Whether its last slot takes all that is left of the sentence."""
        return self._ends_with("随便")

    def _ends_with(self, *kinds: str) -> bool:
        last = self.find[-1]
        return isinstance(last, Blank) and last.kind in kinds

    @cached_property
    def needed(self) -> tuple[Literal | Listed, ...]:
        """What every text it fits holds; asked first, for it costs little."""
        return tuple(each for each in self.find if isinstance(each, Literal | Listed))


@dataclass(frozen=True)
class Teaching:
    """One sentence pattern with its forms read."""

    id: str
    forms: tuple[Reading, ...]
    tails: tuple[Reading, ...]
    openings: tuple[Reading, ...]


@dataclass(frozen=True)
class Grammar:
    """All patterns and the word lists their forms refer to."""

    patterns: tuple[Teaching, ...]
    words: WordLists

    @cached_property
    def replaceable(self) -> frozenset[str]:
        """The words that forms look for by name, and so may be replaced by what they say."""
        forms = (form for pattern in self.patterns for form in (*pattern.forms, *pattern.tails))
        named = {each.name for form in forms for each in flat(form.find) if isinstance(each, Listed)}
        members = {member for name in (*named, *DROPPED) for member in self.words[name]}
        return frozenset(members | {part for member in members for part in words_of(member)})


def read(phrasebook: Phrasebook) -> Grammar:
    return Grammar(tuple(map(_teaching, phrasebook.patterns)), WordLists(phrasebook.words))


def _teaching(pattern: Pattern) -> Teaching:
    forms, tails, openings = (
        tuple(map(_reading, each)) for each in (pattern.forms, pattern.tails, pattern.openings)
    )
    return Teaching(pattern.id, forms, tails, openings)


def _reading(form: Form) -> Reading:
    find = parse(form.find.removeprefix(FIRST))
    return Reading(form.name, form.sure, find, parse(form.say), form.find.startswith(FIRST))


def may_fit(reading: Reading, text: str, words: WordLists) -> bool:
    """Whether the text holds everything the form can't do without."""
    return all(
        each.text in text if isinstance(each, Literal) else words.any_in(each.name, text)
        for each in reading.needed
    )
