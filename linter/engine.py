"""The linter: the stages in order, and the only module that sees all of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from linter import tokens
from linter.finding import Finding, Place, Suggestion
from linter.guards import GUARDS
from linter.hit import Hit
from linter.index import Index
from linter.judge import Judged, judged
from linter.merging import findings_of
from linter.mistaken import mistaken, strange
from linter.normalise import plain
from linter.saying import Saying
from linter.slipped import slipped
from linter.spoken import spoken
from phrasebook.loading import load
from phrasebook.model import Phrasebook, Rule, Severity
from phrasebook.places import Span


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
        verdicts = self._judged(text)
        if not any(each.severity for each in verdicts):
            return ()
        lines = _line_starts(text)
        return tuple(self._finding(text, lines, each) for each in findings_of(verdicts, plain(text)))

    def explain(self, text: str) -> tuple[Verdict, ...]:
        """Every candidate with what became of it, in the order of the text."""
        verdicts = (
            Verdict(
                each.hit.rule,
                each.hit.phrase.text,
                each.hit.span,
                each.hit.match,
                each.hit.score,
                each.severity,
                each.guard,
            )
            for each in self._judged(text)
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

    def _hits(self, text: str, *, words: bool) -> list[Hit]:
        """The phrases that stand in a text; without `words` jieba is not asked, nor is a strange character looked for."""
        index = self._index
        found = index.search(index.skeletons.codes(text))
        odd = strange(plain(text), index) if words else []
        if not found.states and not found.pieces and not odd:
            return []
        skeleton = index.skeletons.of(text)
        said = index.said(found, skeleton)
        spoken_hits = (hit for each in said if (hit := spoken(Saying(text, skeleton, each), words=words)))
        near = index.near(found, skeleton, said)
        slipped_hits = (hit for each in near for hit in slipped(text, skeleton, each, words=words))
        hits: dict[tuple[object, ...], Hit] = {}
        mistaken_hits = mistaken(text, skeleton, index, odd)
        for hit in sorted((*mistaken_hits, *slipped_hits, *spoken_hits), key=lambda hit: hit.score):
            manner = (hit.first_person, hit.begins, hit.ends, hit.wrong, hit.missing)
            hits[id(hit.rule), hit.span, manner] = hit  # of phrases that say the same, the surest
        return list(hits.values())

    def _judged(self, text: str) -> list[Judged]:
        words = self._wait or tokens.ready()
        return judged(text, self._hits(text, words=words), words=words)

    def _finding(self, text: str, lines: list[int], found: Judged) -> Finding:
        hit, span = found.hit, found.hit.span
        assert found.severity
        return Finding(
            rule=hit.rule,
            severity=found.severity,
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


def _line_starts(text: str) -> list[int]:
    return [0, *(k + 1 for k, character in enumerate(text) if character == "\n")]


def _place(lines: list[int], at: int) -> Place:
    line = bisect_right(lines, at)
    return Place(line, at - lines[line - 1] + 1)
