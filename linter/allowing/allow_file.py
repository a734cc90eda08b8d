"""Allowances for formats without comments, in one file: huashu-allow.toml beside the settings.

[[allow]]
path = "快捷短语/*.csv"
rule = "not-my-job"          # 规则编号或场景
text = "不归我管"             # 可省：标出的原话
id = "K12"                   # 可省：哪一条话术
reason = "客户要求原样保留"    # 必填
until = 2026-12-31           # 可省：到期后重新报告
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from linter.entries import Entry, fingerprint
from linter.entries.audit import STALE
from linter.settings import FileSettings
from linter.settings.globs import fits
from linter.settings.toml_tables import Table, read_toml
from phrasebook.model import Severity
from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, did_you_mean

_KEYS = ("path", "rule", "text", "id", "reason", "until")


@dataclass(frozen=True, slots=True)
class FileAllowance:
    """Lets findings of a rule or scenario pass in the files that fit `path`."""

    path: str
    rule: str
    text: str
    id: str
    until: date | None
    at: Location

    def covers(self, entry: Entry, relative: str) -> bool:
        return (
            self.rule in (entry.rule, entry.scenario)
            and fits(relative, (self.path,))
            and (not self.text or self.text in (entry.text, entry.phrase))
            and (not self.id or self.id == str(entry.id))
        )


def read_allowances(file: Path, known: Collection[str]) -> tuple[FileAllowance, ...]:
    """The allowances of the file; raises PhrasebookError with every problem."""
    root = read_toml(file)
    root.allow_only(("allow",))
    allowances = tuple(_allowance(table, known) for table in root.tables("allow"))
    if root.problems:
        raise PhrasebookError(root.problems)
    return allowances


def _allowance(table: Table, known: Collection[str]) -> FileAllowance:
    table.allow_only(_KEYS)
    for key, example in (
        ("path", "快捷短语/*.csv"),
        ("rule", "not-my-job"),
        ("reason", "培训教材里的反面例子"),
    ):
        if not table.word(key).strip():
            table.problem(key, f'必须写明，例如 {key} = "{example}"')
    rule = table.word("rule")
    if rule and rule not in known:
        table.problem("rule", f"没有“{rule}”这条规则或场景{did_you_mean(rule, known)}")
    return FileAllowance(
        table.word("path"),
        rule,
        table.word("text"),
        table.word("id"),
        table.day("until"),
        table.place("rule"),
    )


class FileAllowances:
    """The file's allowances at work over a whole run."""

    def __init__(self, allowances: tuple[FileAllowance, ...], today: date) -> None:
        self._allowances, self._today = allowances, today
        self._used: set[FileAllowance] = set()

    def lets_pass(self, entry: Entry, relative: str) -> bool:
        for allowance in self._allowances:
            is_over = allowance.until is not None and self._today > allowance.until
            if not is_over and allowance.covers(entry, relative):
                self._used.add(allowance)
                return True
        return False

    def stale(self, checked: Collection[str], settings: FileSettings) -> Iterator[Entry]:
        """The allowances that let nothing pass, among those for files and rules that were checked at all."""
        severity = settings.weigh(STALE, STALE.severity)
        for allowance in self._allowances:
            matters = allowance not in self._used and settings.considers(allowance.rule)
            if severity is not None and matters and any(fits(path, (allowance.path,)) for path in checked):
                yield _entry(allowance, severity, self._today)


def _entry(allowance: FileAllowance, severity: Severity, today: date) -> Entry:
    is_over = allowance.until is not None and today > allowance.until
    at, text = allowance.at, f"{allowance.path} {allowance.rule} {allowance.text}".rstrip()
    return Entry(
        path=at.path,
        id=None,
        address=None,
        line=at.line,
        column=at.column,
        end_line=at.line,
        end_column=at.column,
        start=0,
        end=0,
        text=text,
        rule=STALE.id,
        title=STALE.title,
        scenario=STALE.scenario,
        severity=severity,
        phrase=text,
        match=f"{allowance.until} 已过期" if is_over else "没有用到",
        why=STALE.why,
        suggestions=(),
        source="放行检查",
        excerpt=text,
        offset=0,
        fingerprint=fingerprint(at.path, STALE.id, text, ""),
    )
