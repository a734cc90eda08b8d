"""JSONL: a record a line, read one by one, so that a file of any size needs no more memory than a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.fields import replies_of
from linter.readers.json_files import layer_of, quoted_like
from linter.readers.json_scanner import scan_json, trace_of_string
from linter.readers.nodes import Node
from linter.readers.replies import Layer, Pointer, Reply
from linter.readers.shapes import IDS, ROLES, TEXTS
from linter.readers.traces import Trace
from linter.readers.values import Markup, said_by
from phrasebook.problems import Problem


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    offset = 0
    for number, line in enumerate(document.text.split("\n"), document.first_line):
        start, offset = offset, offset + len(line) + 1
        if line and not line.isspace():
            record = Document(document.path, line.removesuffix("\r"), number, start)
            usual = _usual(record) if choices.fields in ((), ("text",)) else None
            if usual is None:
                yield from _any_shape(record, choices)
            elif choices.is_agent(usual.role):
                yield from said_by(usual, Markup.AUTO)


def _usual(line: Document) -> Reply | None:
    """The reply of a flat record with `text`, read the fast way; anything else needs the places of a scan."""
    try:
        record = json.loads(line.text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(text := record.get("text"), str):
        return None
    if any(
        isinstance(value, list | dict) or (key in TEXTS and key != "text") for key, value in record.items()
    ):
        return None
    role = next((str(record[key]) for key in ROLES if isinstance(record.get(key), str)), "")
    name = next((record[key] for key in IDS if type(record.get(key)) in (str, int)), None)
    layer = Layer(text, cache(lambda: _trace(line)), lambda words: _quoted(line, words))
    return Reply(text, line, (layer,), name, role, Pointer("/text"), is_sent=bool(role))


def _any_shape(line: Document, choices: Choices) -> Iterator[Reply | Problem]:
    root = scan_json(line)
    if isinstance(root, Problem):
        yield root
        return
    yield from replies_of(line, root, choices, layer_of, is_record=True)


def _text_node(line: Document) -> Node | None:
    root = scan_json(line)
    return root.get("text") if isinstance(root, Node) else None


def _trace(line: Document) -> Trace:
    node = _text_node(line)
    return trace_of_string(line.text, node.span) if node else Trace(())


def _quoted(line: Document, words: str) -> str:
    node = _text_node(line)
    return quoted_like(line.text, node, words) if node else words
