"""What a phrasebook may say, as frozen data: rules, approved phrases, situations, sentence patterns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from phrasebook.places import Location, Span
from phrasebook.severity import Severity as Severity


class Judge(Enum):
    """When a phrase that was said counts as a fault."""

    ALWAYS = "always"  # wherever it is said
    ALONE = "alone"  # only when it is the whole reply: 喂, 不在, 找谁
    REFUSAL = "refusal"  # as such, yes; before its verb and softened, a hint: 没办法, 不知道


class About(Enum):
    """Whose doing a phrase without a subject speaks of; said of anyone else it is harmless."""

    AGENT = "agent"  # 没空, 不知道: 您没空的话… is nothing
    CUSTOMER = "customer"  # 怎么又搞错了, 急什么: 我怎么又搞错了 is nothing
    ANYONE = "anyone"  # 水平这么差: whoever it is said of


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence comes from; both empty for the phrasebook's own."""

    document: str = ""
    section: str = ""

    @property
    def ours(self) -> bool:
        return not self.document

    def __str__(self) -> str:
        return f"《{self.document}》{self.section}" if self.document else "本词库自拟"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must not be said: `text` as printed, `forms` as searched for.

    A form is words with `{group}` for any member of a group, `[…]` for what may be left out and
    `…` for anything short within the clause.
    """

    text: str
    source: Source
    at: Location
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """What to say instead; `ref` is the id of the approved phrase it is, or empty."""

    text: str
    source: Source
    at: Location
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A reply that must be found (`bad`) or must not be (`good`)."""

    text: str
    at: Location


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault by its meaning: all the ways to say it, why it hurts, and what to say instead."""

    id: str
    title: str
    scenario: str
    severity: Severity
    why: str
    phrases: tuple[Phrase, ...]
    alternatives: tuple[Alternative, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    at: Location
    judge: Judge = Judge.ALWAYS
    about: About = About.AGENT
    pattern: str = ""
    exceptions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # names of guards switched off


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank of an approved phrase: the printed characters `token` at `span` stand for a `name` of a `type`."""

    token: str
    name: str
    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An approved phrase; `note` is for trainers, such as a misprint kept as it is."""

    id: str
    text: str
    scenario: str
    source: Source
    at: Location
    slots: tuple[Slot, ...] = ()  # in the order of the text, without overlap
    note: str = ""

    def filled(self, values: Mapping[Slot, str]) -> str:
        """The sentence with the given blanks filled; the others stay as printed."""
        text = self.text
        for slot in reversed(self.slots):
            text = text[: slot.span.start] + values.get(slot, slot.token) + text[slot.span.end :]
        return text


@dataclass(frozen=True, slots=True)
class Situation:
    """A numbered situation of the documents with what to say (`approved`: ids), what never to, and what to do."""

    id: str
    number: int
    title: str
    source: Source
    at: Location
    approved: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    misconduct: tuple[str, ...] = ()  # what never to do, rather than say
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A worked example of a pattern: the blunt sentence and the polite one."""

    before: str
    after: str
    source: Source
    at: Location


@dataclass(frozen=True, slots=True)
class Form:
    """One blunt way to put a thing (`find`) and the polite one (`say`), both in the language of `notation`.

    `sure` is a percentage. The examples are its tests; one whose `after` is empty must be left alone.
    """

    name: str
    find: str
    say: str
    sure: int
    at: Location
    examples: tuple[Rewording, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One of the four sentence patterns: when to use it and the documents' examples, word for word.

    `forms` are how it is recognised and filled; `tails` reword a clause that follows a reworded one; `openings`
    are found in what is known of the customer (a note, the last turn) and say what to begin the reply with.
    """

    id: str
    number: int
    name: str
    when: tuple[str, ...]
    source: Source
    at: Location
    effects: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    examples: tuple[Rewording, ...] = ()
    forms: tuple[Form, ...] = ()
    tails: tuple[Form, ...] = ()
    openings: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Everything the linter works from, already checked: ids are unique, references resolve."""

    rules: tuple[Rule, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    situations: tuple[Situation, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # lists the patterns' forms refer to
