"""What the linter says of the draft, and which of its findings the agent is looking at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from phrasebook.severity import Severity
from tui.edits import Change

if TYPE_CHECKING:
    from linter import Linter
    from linter.finding import Finding


class Verdict(Enum):
    """May the reply be sent?"""

    LOADING = "载入词库"
    EMPTY = "待输入"
    SEND = "可发送"
    REWRITE = "建议修改"
    STOP = "不可发送"


@dataclass(frozen=True, slots=True)
class Silenced:
    """A false alarm the agent reported: this rule on these words stays quiet for this draft."""

    rule: str
    words: str


@dataclass
class Review:
    """The draft's findings, those the agent sees of them, and the current one.

    There is no linter until the phrasebook is loaded. `fresh` tells that the findings are those of `text`,
    not yet-unchecked ones of an earlier text moved to where their words are now.
    """

    linter: Linter | None
    text: str = ""
    fresh: bool = False
    shows_hints: bool = True
    silenced: set[Silenced] = field(default_factory=set)
    found: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    current: Finding | None = None

    def check(self, text: str) -> None:
        """Lint the text here and now."""
        self.take(text, self.linter.check(text) if self.linter else ())

    def take(self, text: str, found: tuple[Finding, ...]) -> None:
        """The findings of a text; the current one stays the one it was, wherever it moved."""
        self._slide(text)
        self.fresh = self.linter is not None
        self.found = found
        self.sift()

    def put_off(self, text: str) -> None:
        """Take a text whose findings are still to come; the old ones stay on their words meanwhile."""
        self._slide(text)
        self.fresh = False
        self.sift()

    def sift(self) -> None:
        """Choose what the agent sees: not the silenced, and hints only when wanted."""
        self.findings = tuple(
            finding
            for finding in self.found
            if _key(finding) not in self.silenced
            and (self.shows_hints or finding.severity is not Severity.HINT)
        )
        self.current = self._same(self.current)

    def silence(self, finding: Finding) -> None:
        self.silenced.add(_key(finding))
        self.sift()

    def forget_false_alarms(self) -> None:
        self.silenced.clear()
        self.sift()

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        if self.linter is None:
            return Verdict.LOADING
        if not self.text.strip():
            return Verdict.EMPTY
        worst = max((finding.severity for finding in self.findings), default=Severity.HINT)
        return {Severity.ERROR: Verdict.STOP, Severity.WARNING: Verdict.REWRITE}.get(worst, Verdict.SEND)

    @property
    def characters(self) -> int:
        """Characters that are seen: blanks and line ends don't count."""
        return len("".join(self.text.split()))

    @property
    def number(self) -> int:
        """The current finding's number from 1, or 0."""
        return self.findings.index(self.current) + 1 if self.current in self.findings else 0

    def step(self, by: int) -> Finding | None:
        """Move on to the next finding (or back), round the end."""
        if self.findings:
            here = self.number - 1 if self.number else (-1 if by > 0 else 0)
            self.current = self.findings[(here + by) % len(self.findings)]
        return self.current

    def look_at(self, offset: int) -> bool:
        """Make the finding at this character the current one; whether that changed anything."""
        at = next((one for one in self.findings if one.span.start <= offset <= one.span.end), None)
        if at is None or at is self.current:
            return False
        self.current = at
        return True

    def _slide(self, text: str) -> None:
        """Move the findings with their words; those whose words were changed are gone."""
        change = Change.between(self.text, text)
        self.found = tuple(_moved(self.found, change))
        if self.current:
            self.current = next(iter(_moved([self.current], change)), self.current)
        self.text = text

    def _same(self, old: Finding | None) -> Finding | None:
        """The finding that `old` has become; else the nearest one."""
        if old is None:
            return self.findings[0] if self.findings else None
        same = [one for one in self.findings if _key(one) == _key(old)]
        return min(same or self.findings, key=lambda one: abs(one.span.start - old.span.start), default=None)


def _moved(findings: Iterable[Finding], change: Change) -> Iterable[Finding]:
    for finding in findings:
        span = change.carry(finding.span)
        if span == finding.span:
            yield finding
        elif span:
            yield replace(finding, span=span)


def _key(finding: Finding) -> Silenced:
    return Silenced(finding.rule.id, finding.text)
