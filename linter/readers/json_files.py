"""JSON files: canned replies as the systems export them, each with its JSON pointer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.fields import pick
from linter.readers.json_scanner import quote_string, scan_json, trace_of_string
from linter.readers.nodes import Found, Node
from linter.readers.replies import Layer, Pointer, Reply
from linter.readers.shapes import Pick
from linter.readers.values import said_by
from phrasebook.problems import Problem


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    root = scan_json(document)
    if isinstance(root, Problem):
        yield root
        return
    picked = pick(Found(root), choices.fields)
    if picked.reason:
        yield document.problem(0, picked.reason)
    for each in picked.picks:
        yield from reply_of(document, each, choices)


def reply_of(document: Document, picked: Pick, choices: Choices) -> Iterator[Reply | Problem]:
    """The reply that a string is, unless the customer says it."""
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


def quoted_like(text: str, node: Node, words: str) -> str:
    """Words as a piece of the string literal, \\uXXXX where the literal writes its Chinese so."""
    literal = node.span.of(text)
    return quote_string(words, escapes_all=literal.isascii() and "\\u" in literal)


def _layer(text: str, node: Node) -> Layer:
    trace = cache(lambda: trace_of_string(text, node.span))
    return Layer(str(node.value), trace, lambda words: quoted_like(text, node, words))
