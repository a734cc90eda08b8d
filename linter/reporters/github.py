"""GitHub Actions annotations on the lines of a pull request; chosen by itself inside Actions."""

from __future__ import annotations

from collections.abc import Iterator

from linter.entries import Entry
from linter.readers.replies import Cell
from linter.reporters.look import Look, harmless
from linter.reporters.outcome import Outcome
from phrasebook.model import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    for entry in outcome.entries():
        yield _command(_COMMANDS[entry.severity], _properties(entry), _message(entry))
    for problem in outcome.problems:
        at = problem.at
        where = {"file": at.path, "line": str(at.line), "col": str(at.column), "title": "话术：检查不完整"}
        yield _command("error", where, harmless(problem.message))
    summary = outcome.summary
    yield (
        f"话术：{summary.files} 个文件，错误 {summary.errors}，警告 {summary.warnings}，提示 {summary.hints}，"
        f"问题 {summary.problems}\n"
    )


def _properties(entry: Entry) -> dict[str, str]:
    properties = {"file": entry.path, "line": str(entry.line), "title": f"{entry.title} [{entry.rule}]"}
    if isinstance(entry.address, Cell) and entry.address.sheet:
        return properties  # a spreadsheet has no columns of text
    columns = {"endLine": str(entry.end_line), "col": str(entry.column)}
    if entry.end_line == entry.line:  # GitHub refuses columns across lines
        columns["endColumn"] = str(entry.end_column)
    else:
        del columns["col"]
    return properties | columns


def _message(entry: Entry) -> str:
    where = f"（{entry.address}）" if entry.address else ""
    instead = f"\n改说：{harmless(entry.suggestions[0].text)}" if entry.suggestions else ""
    return f"“{harmless(entry.text)}”{harmless(where)}\n{harmless(entry.why)}{instead}"


def _command(name: str, properties: dict[str, str], message: str) -> str:
    """A workflow command; nothing from a file can end it or begin another."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
