"""What the linter says of the draft, and which of its findings the agent is looking at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from linter import Linter
from linter.finding import Finding
from phrasebook.model import Severity


class Verdict(Enum):
    """May the reply be sent?"""

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
    """The draft's findings, those the agent sees of them, and the current one."""

    linter: Linter
    text: str = ""
    shows_hints: bool = True
    silenced: set[Silenced] = field(default_factory=set)
    found: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    current: Finding | None = None

    def check(self, text: str) -> None:
        """Lint the text; the current finding stays the one it was, wherever it moved."""
        moved = len(text) - len(self.text)
        self.text = text
        self.found = self.linter.check(text)
        self._sift(moved)

    def sift(self) -> None:
        """Choose again what the agent sees, after hints or false alarms changed."""
        self._sift(0)

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
        if not self.text.strip():
            return Verdict.EMPTY
        worst = max((finding.severity for finding in self.findings), default=Severity.HINT)
        return {Severity.ERROR: Verdict.STOP, Severity.WARNING: Verdict.REWRITE}.get(worst, Verdict.SEND)

    @property
    def characters(self) -> int:
        """Characters that are seen: blanks and line ends don't count."""
        return sum(not character.isspace() for character in self.text)

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

    def _sift(self, moved: int) -> None:
        self.findings = tuple(
            finding
            for finding in self.found
            if _key(finding) not in self.silenced
            and (self.shows_hints or finding.severity is not Severity.HINT)
        )
        self.current = self._same(self.current, moved)

    def _same(self, old: Finding | None, moved: int) -> Finding | None:
        """The finding that `old` has become; else the nearest one."""
        if old is None or not self.findings:
            return self.findings[0] if self.findings else None
        where = old.span.start
        same = [one for one in self.findings if _key(one) == _key(old)]
        return min(
            same or self.findings,
            key=lambda one: min(abs(one.span.start - where), abs(one.span.start - where - moved)),
        )


def _key(finding: Finding) -> Silenced:
    return Silenced(finding.rule.id, finding.text)
