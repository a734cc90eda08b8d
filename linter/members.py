"""Members: the runs of words that forms are made of, as the skeleton keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from linter.fillers import ADVERBS, LONG_FILLERS
from linter.likeness import DECIDING
from linter.lookalikes import lookalikes, rare
from linter.normalise import Skeletons, plain
from phrasebook.forms import Group, Words

DEGREES = frozenset("真很挺")  # adverbs that a phrase which has them may do without
MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Member:
    """Words as they are searched (`chars`), and what the skeleton dropped of them.

    Without the adverbs it begins with (`lead`) it is not said; those `within` may be missed like a character;
    the particles that end it (`trail`) are as good as not there.
    """

    chars: str
    within: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    trail: str = ""


class Members:
    """The members of every step of a form: a run of words has one, a group one for each of its words."""

    def __init__(self, groups: Mapping[str, tuple[str, ...]], skeletons: Skeletons) -> None:
        self._groups = groups
        self._skeletons = skeletons
        self._known: dict[tuple[Words | Group, str], tuple[Member, ...]] = {}

    def of(self, step: Words | Group, lead: str) -> tuple[Member, ...]:
        """The members of a step that comes after the fillers `lead`; none if it is all fillers itself."""
        if (step, lead) not in self._known:
            texts = (step.text,) if isinstance(step, Words) else self._groups.get(step.name, ())
            self._known[step, lead] = tuple(m for text in texts if (m := self._member(lead + text)).chars)
        return self._known[step, lead]

    def codes(self, member: Member) -> str:
        """How the member is searched: by its sounds."""
        return self._skeletons.sounds(member.chars)

    def mistaken(self, member: Member) -> Iterator[str]:
        """The codes of the member with an everyday character instead of one; alone it would be too little.

        A rare character is told by itself (see `linter.mistaken`).
        """
        if len(member.chars) < 2:
            return
        right = [self._skeletons.sounds(character) for character in member.chars]
        known = {"".join(right)}
        for k, character in enumerate(member.chars):
            everyday = rare().sub("", lookalikes(character)[:MOST_ALIKE])
            for alike in everyday:
                code = self._skeletons.sounds(alike)
                spelled = "".join((*right[:k], code, *right[k + 1 :]))
                if code and spelled not in known:
                    known.add(spelled)
                    yield spelled

    def exchanged(self, member: Member) -> Iterator[str]:
        """The codes of the member with two neighbours exchanged that do not decide what is said."""
        chars = member.chars
        for k, (one, other) in enumerate(pairwise(chars)):
            if not DECIDING & {one, other} and one != other:
                yield self._skeletons.sounds(chars[:k] + other + one + chars[k + 2 :])

    def _member(self, text: str) -> Member:
        skeleton = self._skeletons.of(text)
        if not skeleton.places:
            return Member("")
        spelled, kept = plain(text), set(skeleton.places)
        first, last = skeleton.places[0], skeleton.places[-1]
        within = "".join(spelled[k] for k in range(first, last) if k not in kept)
        return Member(skeleton.plain, _adverbs(within), _adverbs(spelled[:first]), _said(spelled[last + 1 :]))


def _adverbs(dropped: str) -> tuple[str, ...]:
    return tuple(filler for filler in (*LONG_FILLERS, *dropped) if filler in dropped and _needed(filler))


def _needed(filler: str) -> bool:
    return len(filler) > 1 or (filler in ADVERBS and filler not in DEGREES)


def _said(dropped: str) -> str:
    return "".join(character for character in dropped if character.isalnum())
