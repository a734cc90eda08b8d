"""A value of a cell or a field as a reply: plain, or what its Markdown or HTML says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

from linter.readers.html_scanner import looks_like_html
from linter.readers.replies import Reply
from phrasebook.problems import Problem


class Markup(Enum):
    """What a value is written in; AUTO looks whether there are tags."""

    AUTO = "auto"
    HTML = "html"
    MARKDOWN = "markdown"


def said_by(reply: Reply, markup: Markup) -> Iterator[Reply | Problem]:
    if markup is Markup.MARKDOWN:
        from linter.readers.markdown_prose import markup_of

        marks = markup_of(reply.text)
        yield replace(reply, hidden=marks.hidden, opaque=marks.opaque)
    elif markup is Markup.HTML or looks_like_html(reply.text):
        from linter.readers.html_files import said_in_html

        yield from said_in_html(reply)
    else:
        yield reply
