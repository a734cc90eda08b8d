"""HTML files: one reply, the words a customer sees; and HTML inside a cell or a value."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.html_scanner import scan_html
from linter.readers.replies import Layer, Reply
from linter.readers.traces import straight
from phrasebook.problems import Problem

_BROKEN = "这里的标签或注释没有结束，后面的内容没有检查；文件可能被截断"


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    text = document.text
    layer = Layer(text, lambda: straight(0, len(text)))
    yield from said_in_html(Reply(text, document, (layer,), is_sent=True, is_file=True))


def said_in_html(reply: Reply) -> Iterator[Reply | Problem]:
    """A reply written in HTML as the words a customer sees."""
    prose = scan_html(reply.text)
    if prose.broken is not None:
        yield reply.problem(prose.broken, _BROKEN)
    layer = Layer(prose.text, lambda: prose.trace, quote=_quoted)
    yield replace(reply, text=prose.text, layers=(layer, *reply.layers), opaque=prose.opaque)


def _quoted(words: str) -> str:
    return html.escape(words, quote=False)
