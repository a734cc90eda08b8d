"""The sentence patterns of a phrasebook, read once: every form's `find` and `say` as elements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from linter.rewording.lists import WordLists, held_in
from linter.rewording.wording import words_of
from phrasebook.model import Form, Pattern, Phrasebook
from phrasebook.notation import FIRST, Blank, Element, Listed, Literal, borders, flat, parse

BLANK = "____"  # where the agent has to fill in what only they know
REFUSAL = Blank("拒绝")  # may take its reason in a clause of its own
REQUESTS = "can-you"
DROPPED = ("废话", "客气", "拒绝的开头", "可省")  # lists of words that may go wherever they stand


@dataclass(frozen=True, eq=False)
class Reading:
    """A form, read."""

    name: str
    sure: int
    find: tuple[Element, ...]
    say: tuple[Element, ...]
    only_first: bool

    @cached_property
    def is_frame(self) -> bool:
        return any(isinstance(each, Literal) and BLANK in each.text for each in flat(self.say))

    @cached_property
    def borders(self) -> range:
        """How many borders of clauses it crosses, at least and at most."""
        least = borders(self.find)
        most = sum(isinstance(each, Literal) and each.text == "," for each in flat(self.find))
        most += most and self.find[0] == REFUSAL
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
    def needed_lists(self) -> frozenset[str]:
        """Of which lists every text it fits holds a word; asked first, for it costs little."""
        listed = (each.name for each in self.find if isinstance(each, Listed))
        taken = (each for each in self.find if isinstance(each, Blank))
        return frozenset((*listed, *(name for each in taken for name in (*each.having, *each.opening))))

    @cached_property
    def needed_texts(self) -> tuple[str, ...]:
        return tuple(each.text for each in self.find if isinstance(each, Literal))


@dataclass(frozen=True)
class Teaching:
    """One sentence pattern with its forms read."""

    id: str
    forms: tuple[Reading, ...]
    tails: tuple[Reading, ...]
    openings: tuple[Reading, ...]

    @cached_property
    def finished(self) -> tuple[Reading, ...]:
        """The forms whose sentence can be sent as it is."""
        return tuple(each for each in self.forms if not each.is_frame)

    @cached_property
    def frames(self) -> tuple[Reading, ...]:
        """The forms that leave a blank to fill in."""
        return tuple(each for each in self.forms if each.is_frame)


@dataclass(frozen=True, eq=False)
class Grammar:
    """All patterns and the word lists their forms refer to."""

    patterns: tuple[Teaching, ...]
    words: WordLists

    @cached_property
    def requests(self) -> tuple[Reading, ...]:
        """The forms that ask somebody to do something; what is left of a sentence in another pattern takes them too."""
        return tuple(form for pattern in self.patterns if pattern.id == REQUESTS for form in pattern.forms)

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
    return reading.needed_lists <= held_in(text, words) and all(each in text for each in reading.needed_texts)
