"""Blanks still to be filled, written `〔姓名〕` in the draft itself: the one owner of that spelling.

A blank is text, so it survives undo, a crash and copying by hand, and nobody has to keep count of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from phrasebook.places import Span

if TYPE_CHECKING:
    from phrasebook.model import Recommendation

_BLANK = re.compile("〔[^〔〕\n]{1,20}〕")


def blank(name: str) -> str:
    return f"〔{name}〕"


def blanks(text: str) -> list[Span]:
    return [Span(*found.span()) for found in _BLANK.finditer(text)]


def next_blank(text: str, after: int) -> Span | None:
    """The first blank from this character on, else the first of the text."""
    all_blanks = blanks(text)
    return next((one for one in all_blanks if one.start >= after), all_blanks[0] if all_blanks else None)


def form(phrase: Recommendation) -> str:
    """An approved phrase with its slots as blanks."""
    return phrase.filled({slot: blank(slot.name) for slot in phrase.slots})
