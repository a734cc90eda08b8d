"""One JSON document: findings, problems, summary. Written as the findings come, so memory stays small."""

from __future__ import annotations

import json
from collections.abc import Iterator

from linter.reporters.look import Look
from linter.reporters.outcome import Outcome
from linter.reporters.records import Json, entry_record, problem_record, summary_record


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    yield '{"version": 1, "findings": ['
    separator = "\n"
    for entry in outcome.entries():
        yield separator + dumps(entry_record(entry))
        separator = ",\n"
    yield '],\n"problems": ' + dumps([problem_record(problem) for problem in outcome.problems])
    summary = summary_record(outcome.summary)
    if look.statistics:
        summary["rules"] = dict(outcome.summary.rules)
    yield ',\n"summary": ' + dumps(summary) + "}\n"


def dumps(value: Json) -> str:
    """JSON with readable Chinese; a lone surrogate stays an escape, so that the bytes are UTF-8."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() else "".join(map(_escaped, text)) if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if "\ud800" <= character <= "\udfff" else character
