"""Markdown files: one reply, the file's own text, with code, links and front matter set aside."""

from __future__ import annotations

from collections.abc import Iterator

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.markdown_prose import markup_of
from linter.readers.replies import Layer, Reply
from linter.readers.traces import straight
from phrasebook.problems import Problem


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    text, markup = document.text, markup_of(document.text)
    layer = Layer(text, lambda: straight(0, len(text)), quote=plain_words)
    yield Reply(
        text, document, (layer,), hidden=markup.hidden, opaque=markup.opaque, is_sent=True, is_file=True
    )


def plain_words(text: str) -> str | None:
    """Words that Markdown shows as they are; None where they would turn into markup."""
    return None if any(sign in text for sign in "`<[]*_\\") else text
