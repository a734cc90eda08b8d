"""Reviewdog's diagnostic format: comments on a review, with the suggestion to apply. Columns count UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Iterator

from linter.entries import Entry, Patch
from linter.reporters.json_document import dumps
from linter.reporters.look import Look
from linter.reporters.outcome import Outcome
from linter.reporters.records import Json
from phrasebook.model import Severity
from phrasebook.problems import Problem

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    yield '{"source": {"name": "huashu"}, "diagnostics": ['
    separator = "\n"
    for entry in outcome.entries():
        yield separator + dumps(_diagnostic(entry))
        separator = ",\n"
    for problem in outcome.problems:
        yield separator + dumps(_problem(problem))
        separator = ",\n"
    yield "]}\n"


def _diagnostic(entry: Entry) -> Json:
    where = f"（{entry.address}）" if entry.address else ""
    instead = f"\n改说：{entry.suggestions[0].text}" if entry.suggestions else ""
    return {
        "message": f"{entry.title}：“{entry.text}”{where}\n{entry.why}{instead}",
        "location": {
            "path": entry.path,
            "range": {
                "start": {"line": entry.line, "column": entry.byte_column},
                "end": {"line": entry.end_line, "column": entry.end_byte_column},
            },
        },
        "severity": _SEVERITIES[entry.severity],
        "code": {"value": entry.rule},
        **_suggestions(entry.patch),
    }


def _suggestions(patch: Patch | None) -> dict[str, Json]:
    if patch is None:
        return {}
    start: Json = {"line": patch.start.line, "column": patch.start.byte_column}
    end: Json = {"line": patch.end.line, "column": patch.end.byte_column}
    return {"suggestions": [{"range": {"start": start, "end": end}, "text": patch.text}]}


def _problem(problem: Problem) -> Json:
    start: Json = {"line": problem.at.line, "column": problem.at.column}
    return {
        "message": f"检查不完整：{problem.message}",
        "location": {"path": problem.at.path, "range": {"start": start}},
        "severity": "ERROR",
        "code": {"value": "problem"},
    }
