"""Quotations and placeholders hidden while a sentence is reworded, so that nothing in them is read or changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.rewording.wording import QUOTED

FIRST = 0xE000
HIDDEN = re.compile(
    QUOTED.pattern
    + r"|(\{\{.*?\}\}|\{!.*?\}|[#$%]\{.*?\}|<attribute[^>]*>|\[[^\[\]\n]{1,20}\]|【[^【】\n]{1,20}】|\{[^{}\n]{1,20}\}"
    r"|#[^#\s]{2,12}#|[0-9]{1,3}(?:,[0-9]{3})+|%[A-Z_]{3,}%|https?://[\w./?=&%#:\-]+|[\w.]+@[\w.]+\w)"
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
    hidden: list[str] = []
    if MASK.search(text):
        return Masked(text, ())

    def hide(found: re.Match[str]) -> str:
        if len(hidden) >= 6000:
            return found.group()
        hidden.append(found.group())
        return chr(FIRST + len(hidden) - 1) * len(found.group())

    return Masked(HIDDEN.sub(hide, text), tuple(hidden))
