"""Plain text: the whole file is a reply, or every line is, or the agent's turns of a transcript are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.replies import Layer, Reply
from linter.readers.traces import straight
from linter.readers.transcripts import turns_of
from phrasebook.places import Span
from phrasebook.problems import Problem

# A line that talks to Huashu and not to a customer: # huashu: allow …
_DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*huashu:[^\n]*$", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


def read(document: Document, choices: Choices) -> Iterator[Reply | Problem]:
    text = document.text
    turns = turns_of(text)
    for turn in turns:
        if choices.is_agent(turn.role):
            yield stretch(document, turn.span, turn.role)
    if turns:
        return
    if not choices.by_line:
        yield stretch(document, Span(0, len(text)), is_file=True)
        return
    for line in _LINE.finditer(text):
        if not _DIRECTIVE.match(line.group()):
            yield stretch(document, Span(*line.span()))


def stretch(document: Document, span: Span, role: str = "", is_file: bool = False) -> Reply:
    """A reply that stands in the file just as it is."""
    text = span.of(document.text)
    hidden = tuple(Span(*match.span()) for match in _DIRECTIVE.finditer(text)) if "#" in text else ()
    layer = Layer(text, lambda: straight(span.start, len(span)))
    return Reply(text, document, (layer,), role=role, hidden=hidden, is_sent=True, is_file=is_file)
