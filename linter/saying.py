"""A form said from end to end in a text: how it was said there, worked out when it is asked for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from linter.clauses import clause
from linter.extent import span_of
from linter.hit import Hit
from linter.index import LIGHT_WORDS, Said
from linter.likeness import sounds_like, weight
from linter.normalise import Skeleton
from linter.persons import PERSONS, of_ourselves
from phrasebook.model import Judge
from phrasebook.places import Span


@dataclass(frozen=True)
class Saying:
    """Positions of `said` are the skeleton's; without a span something is missing that the form can't do without."""

    text: str
    skeleton: Skeleton
    said: Said

    @cached_property
    def span(self) -> Span | None:
        return span_of(self.skeleton, self.said)

    @cached_property
    def length(self) -> int:
        """Sounds of the form."""
        return sum(len(member.chars) for member in self.said.members)

    @cached_property
    def parted_by_homophone(self) -> bool:
        """Whether what stands between two members only sounds like an adverb: 我客服 is not 我可服."""
        members = zip(self.said.members, self.said.starts, self.said.starts[1:], strict=False)
        gaps = ((start + len(member.chars), following) for member, start, following in members)
        between = (self.skeleton.plain[end] for end, following in gaps if following == end + 1)
        return any(
            typed not in LIGHT_WORDS and any(sounds_like(light, typed) for light in LIGHT_WORDS)
            for typed in between
        )

    @property
    def alone(self) -> bool:
        return self.said.target.rule.judge is Judge.ALONE

    @cached_property
    def wrong(self) -> list[tuple[str, str, int]]:
        """Every wrong character: the one wanted, the one typed, its place in the skeleton."""
        plain = self.skeleton.plain
        return [(wanted, plain[at], at) for wanted, at in self._characters() if wanted != plain[at]]

    @property
    def exchanged(self) -> bool:
        """Whether nothing is wrong but the order of two neighbours: 不道知."""
        pairs = [(wanted, typed) for wanted, typed, _ in self.wrong]
        return len(pairs) == 2 and pairs[0] == pairs[1][::-1] and self.wrong[0][2] + 1 == self.wrong[1][2]

    @cached_property
    def right(self) -> float:
        """How much is said without the wrong characters, as `weight` counts."""
        places = {at for _, _, at in self.wrong}
        return weight("".join(wanted for wanted, at in self._characters() if at not in places))

    @cached_property
    def whole(self) -> bool:
        """Whether the clause says nothing else, 我 or 你 aside; a form that begins with 我 may follow other words."""
        assert self.span
        places, around = self.skeleton.places, clause(self.text, self.span)
        start = self.span.start if self.skeleton.spelled[self.span.start] == "我" else around.start
        rest = [*range(bisect_left(places, start), bisect_left(places, self.span.start)), *self._following()]
        return all(self.skeleton.plain[k] in PERSONS or self.skeleton.plain[k] in "们亲" for k in rest)

    @property
    def ends_clause(self) -> bool:
        """Whether its clause ends with it."""
        return not self._following()

    def hit(self, match: str, missing: int = 0) -> Hit:
        """What it comes to; `missing` of its own fillers were not said."""
        assert self.span
        target, length = self.said.target, self.length
        return Hit(
            rule=target.rule,
            phrase=target.phrase,
            span=self.span,
            match=match,
            score=round(1 - (len(self.wrong) + missing) / (length + missing) / 2, 3),
            length=length,
            first_person=of_ourselves(self.said.members[0].chars),
            begins=target.begins,
            ends=target.ends and not target.inverted,
            wrong=tuple(self.skeleton.places[at] for _, _, at in self.wrong),
        )

    def _characters(self) -> list[tuple[str, int]]:
        """Every character of the form with the skeleton position it was said at."""
        pairs = zip(self.said.members, self.said.starts, strict=True)
        return [(character, start + k) for member, start in pairs for k, character in enumerate(member.chars)]

    def _following(self) -> range:
        """What the clause still says after the form, as positions of the skeleton."""
        assert self.span
        places, end = self.skeleton.places, self.span.end
        last = clause(self.text, Span(end - 1, end)).end
        return range(bisect_left(places, end), bisect_left(places, last))
