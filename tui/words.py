"""Where the word before or after the cursor ends: jieba's words once they are loaded, single characters until then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.locations import Location

_SIMPLE = re.compile(r"[A-Za-z0-9_]+|\s+|.", re.DOTALL)


def word_left(lines: Sequence[str], location: Location) -> Location:
    """Where a move of one word to the left ends; from the start of a line at the end of the one before."""
    line, column = location
    if column == 0 and line > 0:
        return line - 1, len(lines[line - 1])
    return line, word_start(lines[line], column)


def word_right(lines: Sequence[str], location: Location) -> Location:
    """Where a move of one word to the right ends; from the end of a line at the start of the next."""
    line, column = location
    if column == len(lines[line]) and line + 1 < len(lines):
        return line + 1, 0
    return line, word_end(lines[line], column)


def word_start(line: str, column: int) -> int:
    """The start of the word that ends at or holds the character before `column`; blanks before it are passed over."""
    column = len(line[:column].rstrip())
    return max((start for start, _ in _words(line) if start < column), default=0)


def word_end(line: str, column: int) -> int:
    """The end of the word at or after `column`; blanks before it are passed over."""
    rest = line[column:]
    column += len(rest) - len(rest.lstrip())
    return min((end for _, end in _words(line) if end > column), default=len(line))


def _words(line: str) -> Iterator[tuple[int, int]]:
    from linter import tokens

    end = 0
    for word in tokens.words(line) if tokens.ready() else _SIMPLE.findall(line):
        start, end = end, end + len(word)
        yield start, end
