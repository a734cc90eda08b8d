"""JUnit XML: a test case for each file with findings, a failure for each finding, an error for each problem."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.entries import Entry
from linter.reporters.look import SEVERITY_NAMES, Look
from linter.reporters.outcome import Outcome
from linter.reporters.text import place
from phrasebook.model import Severity
from phrasebook.problems import Problem

# XML 1.0 can't hold these, not even as references.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    """The counts stand first, so the findings wait until all are known."""
    cases: list[str] = []
    failures = 0
    for entry in outcome.entries():
        cases.append(_case(entry))
        failures += entry.severity is not Severity.HINT
    cases += map(_error, outcome.problems)
    if not cases:
        cases.append('<testcase classname="huashu" name="话术检查"/>')
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{len(outcome.problems)}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="huashu" {counts}>\n<testsuite name="huashu" {counts}>\n'
    yield from (f"{case}\n" for case in cases)
    yield "</testsuite>\n</testsuites>\n"


def _case(entry: Entry) -> str:
    instead = f"\n改说：{entry.suggestions[0].text}" if entry.suggestions else ""
    details = (
        f"{entry.path}:{place(entry)}\n{entry.excerpt}\n原因：{entry.why}{instead}\n出处：{entry.source}"
    )
    name = f"{place(entry)} {entry.title}"
    head = f'<testcase classname="{_escaped(entry.path)}" name="{_escaped(name)}" line="{entry.line}">'
    message = f"“{entry.text}”：{entry.why}"
    if entry.severity is Severity.HINT:  # thought about, not failed
        return f"{head}<system-out>{_escaped(message + chr(10) + details)}</system-out></testcase>"
    kind = f'message="{_escaped(message)}" type="{entry.rule} {SEVERITY_NAMES[entry.severity]}"'
    return f"{head}<failure {kind}>{_escaped(details)}</failure></testcase>"


def _error(problem: Problem) -> str:
    at, message = problem.at, _escaped(f"检查不完整：{problem.message}")
    name = f'classname="{_escaped(at.path)}" name="{at.line}:{at.column}"'
    return f'<testcase {name}><error message="{message}" type="problem">{_escaped(str(problem))}</error></testcase>'


def _escaped(text: str) -> str:
    text = _FORBIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
