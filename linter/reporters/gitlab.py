"""GitLab code quality: a list of issues for the merge request."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from linter.entries import Entry
from linter.reporters.json_document import dumps
from linter.reporters.look import Look
from linter.reporters.outcome import Outcome
from linter.reporters.records import Json
from phrasebook.model import Severity
from phrasebook.problems import Problem

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    yield "["
    separator = "\n"
    seen: dict[str, int] = {}
    for entry in outcome.entries():
        # GitLab drops issues whose fingerprint it has seen in the same report.
        seen[entry.fingerprint] = seen.get(entry.fingerprint, 0) + 1
        yield separator + dumps(_issue(entry, seen[entry.fingerprint]))
        separator = ",\n"
    for problem in outcome.problems:
        yield separator + dumps(_blocker(problem))
        separator = ",\n"
    yield "\n]\n"


def _issue(entry: Entry, time: int) -> Json:
    instead = f"；改说：{entry.suggestions[0].text}" if entry.suggestions else ""
    where = f"（{entry.address}）" if entry.address else ""
    return {
        "description": f"{entry.title}：“{entry.text}”{where}{instead}",
        "check_name": entry.rule,
        "fingerprint": entry.fingerprint if time == 1 else f"{entry.fingerprint}-{time}",
        "severity": _SEVERITIES[entry.severity],
        "location": {
            "path": entry.path.removeprefix("./"),
            "lines": {"begin": entry.line, "end": entry.end_line},
        },
    }


def _blocker(problem: Problem) -> Json:
    return {
        "description": f"检查不完整：{problem.message}",
        "check_name": "problem",
        "fingerprint": sha256(str(problem).encode(errors="replace")).hexdigest()[:32],
        "severity": "blocker",
        "location": {"path": problem.at.path, "lines": {"begin": problem.at.line}},
    }
