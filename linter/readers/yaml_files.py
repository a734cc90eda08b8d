"""YAML files: lists of sentences, handbooks, and the same shapes as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.fields import replies_of
from linter.readers.nodes import Node
from linter.readers.replies import Layer, Literal, Reply
from linter.readers.yaml_scanner import scan_yaml
from linter.readers.yaml_traces import quote_scalar, trace_of_scalar
from phrasebook.problems import Problem


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    roots = scan_yaml(document)
    if isinstance(roots, Problem):
        yield roots
        return
    for root in roots:
        yield from replies_of(document, root, choices, _layer)


def _layer(text: str, node: Node) -> Layer:
    def quoted(words: str) -> str | None:
        return quote_scalar(words, node.span.of(text), node.style)

    def encoded(words: str) -> str:
        return json.dumps(words, ensure_ascii=False)  # a JSON string is a YAML one

    trace = cache(lambda: trace_of_scalar(text, node))
    return Layer(str(node.value), trace, quoted, Literal(node.span, encoded))
