"""Reporters: a run as text, each a function in a file of its own and a row in this table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from linter.reporters.look import Look
from linter.reporters.outcome import Outcome

Reporter = Callable[[Outcome, Look], Iterator[str]]

# The name for --format and the module whose `report` writes it, imported only when it is asked for.
REPORTERS = {
    "text": "text",
    "json": "json_document",
    "jsonl": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
    "markdown": "markdown",
}


def reporter(format: str) -> Reporter:
    chosen: Reporter = import_module(f"{__name__}.{REPORTERS[format]}").report
    return chosen
