"""The linter: the stages in order, and the only module that sees all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from linter import tokens
from linter.context import PARTICLES, SOFTENERS, Context
from linter.finding import Finding, Place, Suggestion
from linter.guards import GUARDS
from linter.hit import Hit
from linter.index import Index
from linter.judge import verdict
from linter.normalise import plain
from linter.slipped import slipped
from linter.spoken import spoken
from phrasebook.loading import load
from phrasebook.model import Judge, Phrasebook, Rule, Severity
from phrasebook.places import Span

SMALL_WORDS = re.compile(
    f"你好|再见|亲爱的|亲|大哥|大姐|哥|姐|你们?|我们?|又是?|{PARTICLES.pattern}|{SOFTENERS.pattern}"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a candidate: its severity, or the guard (or other reason) that let it pass."""

    rule: Rule
    phrase: str
    span: Span
    match: str
    score: float
    severity: Severity | None
    guard: str


class Linter:
    """Finds what must not be said. Building one takes some milliseconds, a check some microseconds."""

    def __init__(self, phrasebook: Phrasebook, *, wait_for_words: bool = True) -> None:
        self.phrasebook = phrasebook
        self._index = Index(phrasebook)
        self._wait = wait_for_words

    @classmethod
    def load(cls, *paths: str | Path, builtin: bool = True) -> Linter:
        """A linter with the rules of files or folders laid over the built-in ones.

        Raises PhrasebookError with every problem when they can't be used.
        """
        return cls(load(*paths, builtin=builtin, guards=GUARDS))

    def warm(self) -> None:
        """Load jieba's words now, so that no check waits for them."""
        tokens.load()

    def check(self, text: str) -> tuple[Finding, ...]:
        """The faults of a reply in the order of the text, one for each; any text will do."""
        hits = self._hits(text)
        if not hits:
            return ()
        judged = [(hit, severity) for hit, severity, _ in self._judged(text, hits) if severity]
        lines = _line_starts(text)
        return tuple(self._finding(text, lines, hit, severity) for hit, severity in _chosen(judged))

    def explain(self, text: str) -> tuple[Verdict, ...]:
        """Every candidate with what became of it, in the order of the text."""
        verdicts = (
            Verdict(hit.rule, hit.phrase.text, hit.span, hit.match, hit.score, severity, guard)
            for hit, severity, guard in self._judged(text, self._hits(text))
        )
        return tuple(sorted(verdicts, key=lambda v: (v.span, -v.score)))

    def rewrite(self, text: str) -> tuple[Suggestion, ...]:
        """The text in the sentence patterns that fit it, best first."""
        from linter.patterns import rewrite

        return rewrite(self, text)

    def fix(self, text: str, *, unsafe: bool = False) -> str:
        """The text with every safe suggestion applied; with `unsafe`, the others too."""
        from linter.suggest import fix

        return fix(self, text, unsafe=unsafe)

    def _hits(self, text: str) -> list[Hit]:
        index = self._index
        said, near = index.search(index.skeletons.codes(text))
        if not said and not near:
            return []
        skeleton = index.skeletons.of(text)
        spoken_hits = (hit for found in said if (hit := spoken(text, skeleton, found)))
        slipped_hits = (hit for found in near for hit in slipped(text, skeleton, found))
        return list(dict.fromkeys((*spoken_hits, *slipped_hits)))

    def _judged(self, text: str, hits: list[Hit]) -> list[tuple[Hit, Severity | None, str]]:
        words = self._wait or tokens.ready()
        alone, spelled = _nothing_else(text, hits), plain(text)
        return [(hit, *verdict(Context(text, spelled, hit), alone, words)) for hit in hits]

    def _finding(self, text: str, lines: list[int], hit: Hit, severity: Severity) -> Finding:
        span = hit.span
        return Finding(
            rule=hit.rule,
            severity=severity,
            span=span,
            text=span.of(text),
            phrase=hit.phrase.text,
            match=hit.match,
            source=str(hit.phrase.source),
            start=_place(lines, span.start),
            end=_place(lines, span.end),
            reword=lambda finding: self._suggest(finding, text),
        )

    def _suggest(self, finding: Finding, text: str) -> tuple[Suggestion, ...]:
        from linter.suggest import suggest

        return suggest(self, finding, text)


def _chosen(judged: list[tuple[Hit, Severity]]) -> Iterable[tuple[Hit, Severity]]:
    """Of hits that overlap the most severe, then the longest, then the surest; in the order of the text."""
    chosen: list[tuple[Hit, Severity]] = []
    for hit, severity in sorted(judged, key=lambda j: (-j[1], -len(j[0].span), -j[0].score, j[0].span)):
        if not any(hit.span.overlaps(other.span) for other, _ in chosen):
            chosen.append((hit, severity))
    return sorted(chosen, key=lambda j: j[0].span)


def _nothing_else(text: str, hits: list[Hit]) -> bool:
    """Whether the reply is nothing but phrases that are a fault on their own, a greeting and small words."""
    rest = list(plain(text))
    for hit in hits:
        if hit.rule.judge is Judge.ALONE:
            rest[hit.span.start : hit.span.end] = " " * len(hit.span)
    return not SMALL_WORDS.sub("", "".join(rest))


def _line_starts(text: str) -> list[int]:
    return [0, *(k + 1 for k, character in enumerate(text) if character == "\n")]


def _place(lines: list[int], at: int) -> Place:
    from bisect import bisect_right

    line = bisect_right(lines, at)
    return Place(line, at - lines[line - 1] + 1)
