"""For people: findings by file, the words underlined, why they hurt and what to say instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.entries.results import Summary
from linter.readers.replies import Cell
from linter.reporters.look import Look, excerpt, harmless
from linter.reporters.outcome import Outcome

if TYPE_CHECKING:
    from linter.entries import Entry

_INDENT = "      "


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    path = None
    for entry in outcome.entries():
        if entry.path != path:
            yield ("\n" if path is not None else "") + look.paint(harmless(entry.path), "1;4") + "\n"
            path = entry.path
        yield from _finding(entry, look)
    if path is not None:
        yield "\n"
    if look.statistics:
        yield from _statistics(outcome.summary)
    yield _closing(outcome.summary, look) + "\n"


def _finding(entry: Entry, look: Look) -> Iterator[str]:
    name = look.paint(f"[{entry.rule}]", "2")
    yield f"  {place(entry)}  {look.severity(entry.severity)}  {harmless(entry.title)} {name}{_match(entry)}\n"
    shown = excerpt(
        entry.excerpt, entry.offset, entry.offset + len(entry.text), max(20, look.width - len(_INDENT))
    )
    yield f"{_INDENT}{shown.before}{look.mark(shown.marked, entry.severity)}{shown.after}\n"
    yield f"{_INDENT}{look.mark(shown.carets, entry.severity)}\n"
    yield f"{_INDENT}原因：{harmless(entry.why)}\n"
    if entry.suggestions:
        yield f"{_INDENT}改说：{look.paint(harmless(entry.suggestions[0].text), '32')}\n"
    if entry.source:
        yield f"{_INDENT}{look.paint('出处：' + harmless(entry.source), '2')}\n"


def place(entry: Entry) -> str:
    """Line and column of the file, or the sheet's cell; with the cell or the field they stand in."""
    address = entry.address
    if isinstance(address, Cell) and address.sheet:
        return harmless(str(address))
    at = f"{entry.line}:{entry.column}"
    shown = f" {harmless(str(address))}" if address else ""
    return at + shown + (f" #{harmless(str(entry.id))}" if entry.id is not None else "")


def _match(entry: Entry) -> str:
    """How the words were recognised, where they are not the phrase letter by letter."""
    if entry.text == entry.phrase or not entry.phrase:
        return ""
    return f"（即“{harmless(entry.phrase)}”）"


def _statistics(summary: Summary) -> Iterator[str]:
    for rule, count in sorted(summary.rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>7}  {rule}  {summary.titles[rule]}\n"
    if summary.rules:
        yield "\n"


def _closing(summary: Summary, look: Look) -> str:
    read = f"检查了 {summary.files} 个文件、{summary.replies} 条话术"
    if summary.findings:
        counts = f"错误 {summary.errors}，警告 {summary.warnings}，提示 {summary.hints}"
        told = look.paint(f"发现 {summary.findings} 处（{counts}）", "1")
    else:
        told = "查到的部分没有发现不该说的话" if summary.problems else look.paint("没有发现不该说的话", "32")
    passed = [f"放行 {summary.allowed} 处"] if summary.allowed else []
    passed += [f"基线内 {summary.known} 处"] if summary.known else []
    passed += [look.paint(f"{summary.problems} 个问题使检查不完整", "31")] if summary.problems else []
    return "；".join((f"{read}：{told}", *passed))
