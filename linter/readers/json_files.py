"""JSON files: canned replies as the systems export them, each with its JSON pointer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.fields import replies_of
from linter.readers.json_scanner import quote_string, scan_json, trace_of_string
from linter.readers.nodes import Node
from linter.readers.replies import Layer, Reply
from phrasebook.problems import Problem


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    root = scan_json(document)
    if isinstance(root, Problem):
        yield root
        return
    yield from replies_of(document, root, choices, layer_of)


def quoted_like(text: str, node: Node, words: str) -> str:
    """Words as a piece of the string literal, \\uXXXX where the literal writes its Chinese so."""
    literal = node.span.of(text)
    return quote_string(words, escapes_all=literal.isascii() and "\\u" in literal)


def layer_of(text: str, node: Node) -> Layer:
    trace = cache(lambda: trace_of_string(text, node.span))
    return Layer(str(node.value), trace, lambda words: quoted_like(text, node, words))
