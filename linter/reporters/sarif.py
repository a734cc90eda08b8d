"""SARIF 2.1.0, for code scanning and the viewers of editors. Columns count characters (unicodeCodePoints)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from linter.entries import Entry, Patch
from linter.readers.replies import Cell
from linter.reporters.json_document import dumps
from linter.reporters.look import Look
from linter.reporters.outcome import Outcome
from linter.reporters.records import Json
from linter.version import version
from phrasebook.model import Severity
from phrasebook.problems import Problem

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(outcome: Outcome, look: Look) -> Iterator[str]:
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints",\n"results": ['
    separator = "\n"
    rules: dict[str, Json] = {}
    for entry in outcome.entries():
        rules.setdefault(entry.rule, _rule(entry))
        yield separator + dumps(_result(entry))
        separator = ",\n"
    yield '],\n"tool": {"driver": ' + dumps(_driver(list(rules.values()))) + "}"
    notifications: list[Json] = [_notification(problem) for problem in outcome.problems]
    invocation: Json = {
        "executionSuccessful": not notifications,
        "exitCode": outcome.exit_code,
        "toolExecutionNotifications": notifications,
    }
    yield ',\n"invocations": [' + dumps(invocation) + "]}]}\n"


def _driver(rules: list[Json]) -> Json:
    return {"name": "huashu", "semanticVersion": version(), "rules": rules}


def _rule(entry: Entry) -> Json:
    return {
        "id": entry.rule,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.why},
        "help": {"text": f"{entry.why}（huashu explain {entry.rule} 可看全部例句和改法）"},
        "properties": {"tags": [entry.scenario]},
    }


def _result(entry: Entry) -> Json:
    instead = f"改说：{entry.suggestions[0].text}" if entry.suggestions else ""
    result: dict[str, Json] = {
        "ruleId": entry.rule,
        "level": _LEVELS[entry.severity],
        "message": {"text": f"“{entry.text}”：{entry.why}{instead}"},
        "locations": [{"physicalLocation": _physical(entry), **_logical(entry)}],
        "partialFingerprints": {"huashu/v1": entry.fingerprint},
    }
    if entry.patch:
        result["fixes"] = [_fix(entry, entry.patch)]
    return result


def _fix(entry: Entry, patch: Patch) -> Json:
    region: Json = {
        "startLine": patch.start.line,
        "startColumn": patch.start.column,
        "endLine": patch.end.line,
        "endColumn": patch.end.column,
    }
    change: Json = {
        "artifactLocation": {"uri": _uri(entry.path)},
        "replacements": [{"deletedRegion": region, "insertedContent": {"text": patch.text}}],
    }
    return {"description": {"text": f"改说：{entry.suggestions[0].text}"}, "artifactChanges": [change]}


def _physical(entry: Entry) -> dict[str, Json]:
    region: dict[str, Json] = {"startLine": entry.line, "endLine": entry.end_line}
    if not (isinstance(entry.address, Cell) and entry.address.sheet):
        region |= {"startColumn": entry.column, "endColumn": entry.end_column}
    return {"artifactLocation": {"uri": _uri(entry.path)}, "region": region}


def _logical(entry: Entry) -> dict[str, Json]:
    return {"logicalLocations": [{"fullyQualifiedName": str(entry.address)}]} if entry.address else {}


def _uri(path: str) -> str:
    quoted = quote(path.replace("\\", "/").removeprefix("./"), errors="replace")
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def _notification(problem: Problem) -> Json:
    location: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(problem.at.path)},
            "region": {"startLine": problem.at.line, "startColumn": problem.at.column},
        }
    }
    return {"level": "error", "message": {"text": problem.message}, "locations": [location]}
