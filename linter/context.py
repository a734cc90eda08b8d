"""What stands round a hit, worked out when a guard asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from linter import clauses, tokens
from linter.expressions import Expression
from linter.fillers import PARTICLES
from linter.hit import Hit
from phrasebook.places import Span

SMALL = Expression(f"[{PARTICLES}]|[^\\w]")
CALLS = Expression("(?:亲爱的|亲|宝|大哥|大姐|哥|姐|老板|朋友|先生|女士)+$")
SOFTENERS = Expression(
    "[也都还就真很挺太又可才]|其实|确实|实在|根本|反正|现在|目前|暂时|完全|压根|到底|毕竟|好像|简直|恐怕|可能|暂|今天|明天|后天|昨天|上午|下午|晚上|早上|中午|[这上下本]周|最近|这两天|刚才|刚刚|这会儿|这边|那边|这里|那里|自己|平时|之前|以前|当时|一般|有时|也许|或许|一直|怎么|咋|去|来|从来|仍然?|依然|实际上|真的"
)
LAST_SOFTENERS = Expression(f"(?:{SOFTENERS.pattern})+$")


@dataclass(frozen=True)
class Context:
    """A hit in its reply; the strings are in plain spelling, length for length."""

    text: str
    plain: str
    hit: Hit

    @cached_property
    def clause(self) -> Span:
        return clauses.clause(self.text, self.hit.span)

    @cached_property
    def sentence(self) -> Span:
        return clauses.sentence(self.text, self.hit.span)

    @cached_property
    def left(self) -> str:
        """The clause before the hit."""
        return self.plain[self.clause.start : self.hit.span.start]

    @cached_property
    def right(self) -> str:
        """The clause after the hit."""
        return self.plain[self.hit.span.end : self.clause.end]

    @cached_property
    def before(self) -> str:
        """The sentence before the hit."""
        return self.plain[self.sentence.start : self.hit.span.start]

    @cached_property
    def after(self) -> str:
        """The sentence after the hit."""
        return self.plain[self.hit.span.end : self.sentence.end]

    @cached_property
    def line_before(self) -> str:
        start = self.hit.span.start
        return self.plain[max(self.plain.rfind("\n", 0, start) + 1, start - 2 * clauses.REACH) : start]

    @cached_property
    def said(self) -> str:
        return self.plain[self.hit.span.start : self.hit.span.end]

    @cached_property
    def subject(self) -> str:
        """The clause before the hit without the adverbs next to it: a named subject ends it."""
        return LAST_SOFTENERS.sub("", self.left)

    @cached_property
    def tail(self) -> str:
        """The clause after the hit without particles and a last 亲: what the hit's verb still governs."""
        tail = CALLS.sub("", SMALL.sub("", self.right))
        return "" if tail in ("去", "来") else tail

    @cached_property
    def rest(self) -> str:
        """The reply round the hit, without it: where an apology or an offer would stand."""
        start, end = self.hit.span.start, self.hit.span.end
        return (
            self.plain[max(0, start - 2 * clauses.REACH) : start]
            + "\n"
            + self.plain[end : end + 2 * clauses.REACH]
        )

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words of the clause, as spans of the text."""
        found, at = [], self.clause.start
        for word in tokens.words(self.plain[self.clause.start : self.clause.end]):
            found.append(Span(at, at + len(word)))
            at += len(word)
        return tuple(found)
