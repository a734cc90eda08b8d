"""YAML files: lists of sentences, handbooks, and the same shapes as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.fields import pick
from linter.readers.nodes import Found, Node
from linter.readers.replies import Layer, Literal, Pointer, Reply
from linter.readers.shapes import Pick
from linter.readers.values import said_by
from linter.readers.yaml_scanner import scan_yaml
from linter.readers.yaml_traces import quote_scalar, trace_of_scalar
from phrasebook.problems import Problem


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    roots = scan_yaml(document)
    if isinstance(roots, Problem):
        yield roots
        return
    for root in roots:
        picked = pick(Found(root), choices.fields)
        if picked.reason:
            yield document.problem(root.span.start, picked.reason)
        for each in picked.picks:
            yield from _reply(document, each, choices)


def _reply(document: Document, picked: Pick, choices: Choices) -> Iterator[Reply | Problem]:
    if not choices.is_agent(picked.role):
        return
    node = picked.found.node
    reply = Reply(
        str(node.value),
        document,
        (_layer(document.text, node),),
        id=picked.id,
        role=picked.role,
        address=Pointer(picked.found.pointer),
        is_sent=bool(picked.role),
    )
    yield from said_by(reply, picked.markup)


def _layer(text: str, node: Node) -> Layer:
    def quoted(words: str) -> str | None:
        return quote_scalar(words, node.span.of(text), node.style)

    def encoded(words: str) -> str:
        return json.dumps(words, ensure_ascii=False)  # a JSON string is a YAML one

    trace = cache(lambda: trace_of_scalar(text, node))
    return Layer(str(node.value), trace, quoted, Literal(node.span, encoded))
