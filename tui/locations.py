"""Characters of the reply to lines and columns of the draft and back: the one owner of that conversion."""

from __future__ import annotations

from collections.abc import Sequence

Location = tuple[int, int]
"""Line and column, from 0."""


def offset_of(lines: Sequence[str], location: Location) -> int:
    line, column = location
    return sum(len(text) + 1 for text in lines[:line]) + column


def location_of(lines: Sequence[str], offset: int) -> Location:
    """The end of the text for a place beyond it."""
    for line, text in enumerate(lines):
        if offset <= len(text):
            return line, offset
        offset -= len(text) + 1
    return len(lines) - 1, len(lines[-1])
