"""A Markdown table for a comment, a wiki page or a job summary."""

from __future__ import annotations

from collections.abc import Iterator

from linter.entries import Entry
from linter.reporters.look import SEVERITY_NAMES, Look, harmless
from linter.reporters.outcome import Outcome
from linter.reporters.text import place

_HEAD = "| 位置 | 级别 | 原话 | 原因 | 改说 |\n| --- | --- | --- | --- | --- |\n"


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    yield "## 话术检查\n"
    path = None
    for entry in outcome.entries():
        if entry.path != path:
            yield f"\n### {_plain(entry.path)}\n\n{_HEAD}"
            path = entry.path
        yield _row(entry)
    if outcome.problems:
        yield "\n### 检查不完整\n\n"
        yield from (f"- {_plain(str(problem))}\n" for problem in outcome.problems)
    summary = outcome.summary
    if look.statistics and summary.rules:
        yield "\n| 次数 | 规则 | 名称 |\n| ---: | --- | --- |\n"
        for rule, count in sorted(summary.rules.items(), key=lambda item: (-item[1], item[0])):
            yield f"| {count} | {rule} | {_plain(summary.titles[rule])} |\n"
    yield (
        f"\n{summary.files} 个文件，{summary.replies} 条话术：错误 {summary.errors}，警告 {summary.warnings}，"
        f"提示 {summary.hints}，问题 {summary.problems}。\n"
    )


def _row(entry: Entry) -> str:
    instead = entry.suggestions[0].text if entry.suggestions else ""
    level = SEVERITY_NAMES[entry.severity]
    cells = (place(entry), level, entry.text, f"{entry.title}。{entry.why}", instead)
    return "| " + " | ".join(map(_plain, cells)) + " |\n"


def _plain(text: str) -> str:
    """Words as words: nothing of a reply becomes markup, a link, a mention or a new row."""
    return "".join(f"\\{sign}" if sign in r"\`*_[]<>|#~!@&" else sign for sign in harmless(text))
