"""The allowances of a file at work: which findings pass, and which allowances nobody needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from linter.allowing.allowances import Allowance
from linter.entries import Entry
from linter.entries.audit import STALE
from linter.entries.entering import make_entry
from linter.readers.documents import Document
from linter.readers.replies import Layer, Reply
from linter.readers.traces import straight
from linter.settings import FileSettings
from phrasebook.model import Severity


class Allowing:
    """Asked of every finding once; `count` says how many passed."""

    def __init__(self, allowances: tuple[Allowance, ...], today: date) -> None:
        self.count = 0
        self._allowances, self._today = allowances, today
        self._used: set[Allowance] = set()

    def lets_pass(self, entry: Entry) -> bool:
        for allowance in self._allowances:
            covers = allowance.covers(entry.rule, entry.scenario, entry.line, entry.end_line)
            if covers and not allowance.is_over(self._today):
                self._used.add(allowance)
                self.count += 1
                return True
        return False

    def stale(self, document: Document, settings: FileSettings) -> Iterator[Entry]:
        severity = settings.weigh(STALE, STALE.severity)
        for allowance in self._allowances:
            matters = allowance not in self._used and all(map(settings.considers, allowance.names))
            if severity is not None and matters:
                yield _stale(document, settings.name, allowance, severity, allowance.is_over(self._today))


def _stale(document: Document, name: str, allowance: Allowance, severity: Severity, is_over: bool) -> Entry:
    whole = Reply(document.text, document, (Layer(document.text, lambda: straight(0, len(document.text))),))
    return make_entry(
        whole,
        name,
        allowance.span,
        STALE,
        severity,
        phrase=allowance.span.of(document.text),
        match=f"{allowance.until} 已过期" if is_over else "没有用到",
        source="放行检查",
        suggestions=(),
    )
