"""An entry and a problem as the plain data of the JSON formats."""

from __future__ import annotations

from linter.entries import Entry
from linter.entries.results import Summary
from linter.readers.replies import Cell, Pointer
from phrasebook.problems import Problem

Json = str | int | None | list["Json"] | dict[str, "Json"]


def entry_record(entry: Entry) -> dict[str, Json]:
    record: dict[str, Json] = {
        "path": entry.path,
        "id": entry.id,
        "line": entry.line,
        "column": entry.column,
        "end_line": entry.end_line,
        "end_column": entry.end_column,
        "start": entry.start,
        "end": entry.end,
        "text": entry.text,
        "rule": entry.rule,
        "severity": entry.severity.name.lower(),
        "phrase": entry.phrase,
        "match": entry.match,
        "why": entry.why,
        "suggestions": [
            {"start": each.start, "end": each.end, "text": each.text} for each in entry.suggestions
        ],
        "source": entry.source,
    }
    return record | _address(entry)


def _address(entry: Entry) -> dict[str, Json]:
    """Where the reply is in a structured file; plain files have none."""
    if isinstance(entry.address, Pointer):
        return {"pointer": entry.address.path}
    if isinstance(entry.address, Cell):
        cell = entry.address
        sheet: dict[str, Json] = {"sheet": cell.sheet} if cell.sheet else {}
        return {"cell": cell.name, "row": cell.row, "cell_column": cell.column, "field": cell.header, **sheet}
    return {}


def problem_record(problem: Problem) -> dict[str, Json]:
    at = problem.at
    return {"path": at.path, "line": at.line, "column": at.column, "message": problem.message}


def summary_record(summary: Summary) -> dict[str, Json]:
    return {
        "files": summary.files,
        "replies": summary.replies,
        "findings": summary.findings,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "hints": summary.hints,
        "problems": summary.problems,
        "allowed": summary.allowed,
        "baseline": summary.known,
    }
