"""Quotations, placeholders and addresses hidden while a sentence is reworded, so that nothing in them is read or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.placeholders import Kind, placeholders_of
from linter.rewording.wording import QUOTED
from phrasebook.places import Span

FIRST = 0xE000
MOST = 6000  # stretches, as many as there are private characters
WHOLE = re.compile(
    QUOTED.pattern
    + r"|\[[^\[\]\n]{1,20}\]|【[^【】\n]{1,20}】|\{[^{}\n]{1,20}\}"
    + r"|[0-9]{1,3}(?:,[0-9]{3})+|https?://[\w./?=&%#:\-]+|[\w.]+@[\w.]+\w"
)
MASK = re.compile(r"([\ue000-\uf8ff])\1*")


@dataclass(frozen=True, slots=True)
class Masked:
    """The text with each hidden stretch as so many equal private characters, and what they stand for."""

    text: str
    hidden: tuple[str, ...]

    def restore(self, text: str) -> str:
        return MASK.sub(self._stretch, text)

    def _stretch(self, found: re.Match[str]) -> str:
        at = ord(found.group(1)) - FIRST
        return self.hidden[at] if at < len(self.hidden) else found.group()


def mask(text: str) -> Masked:
    """A text that already holds private characters is left as it is."""
    if MASK.search(text):
        return Masked(text, ())
    spans = tuple(hidden_in(text))[:MOST]
    masked, end = "", 0
    for at, span in enumerate(spans):
        masked += text[end : span.start] + chr(FIRST + at) * len(span)
        end = span.end
    return Masked(masked + text[end:], tuple(span.of(text) for span in spans))


def hidden_in(text: str) -> Iterator[Span]:
    """The stretches that are to stay as they are, in order and apart; of two that overlap the first and longest."""
    named = (each.span for each in placeholders_of(text) if each.kind is not Kind.BLANK)
    whole = (Span(*found.span()) for found in WHOLE.finditer(text))
    end = 0
    for span in sorted((*named, *whole), key=lambda each: (each.start, -each.end)):
        if span.start >= end:
            yield span
            end = span.end
