"""JSON Lines: a finding a line, as it is found; then each problem, then the summary, told apart by `type`."""

from __future__ import annotations

from collections.abc import Iterator

from linter.reporters.json_document import dumps
from linter.reporters.look import Look
from linter.reporters.outcome import Outcome
from linter.reporters.records import entry_record, problem_record, summary_record


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    for entry in outcome.entries():
        yield dumps({"type": "finding", **entry_record(entry)}) + "\n"
    for problem in outcome.problems:
        yield dumps({"type": "problem", **problem_record(problem)}) + "\n"
    summary = summary_record(outcome.summary)
    if look.statistics:
        summary["rules"] = dict(outcome.summary.rules)
    yield dumps({"type": "summary", **summary}) + "\n"
