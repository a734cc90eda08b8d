"""A file's text as characters, and where a character stands for people: line and column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from linter.finding import Place
from phrasebook.places import Location
from phrasebook.problems import Problem

_BLOCK = 1024


def _bytes(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))


@dataclass(frozen=True)
class Document:
    """`text` is the file without its byte order mark, line ends as they are.

    A line of JSONL is a document of its own: `first_line` and `offset` say where in the file it begins.
    """

    path: str
    text: str
    first_line: int = 1
    offset: int = 0

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def place(self, offset: int) -> Place:
        """Line and column of a character; a line ends with its line feed, as `grep -n` counts."""
        row = bisect_right(self._line_starts, offset) - 1
        return Place(self.first_line + row, offset - self._line_starts[row] + 1)

    def byte_column(self, offset: int) -> int:
        """The column counted in bytes of UTF-8, for tools that want it so."""
        row = bisect_right(self._line_starts, offset) - 1
        return self._bytes_before(offset) - self._bytes_before(self._line_starts[row]) + 1

    def _bytes_before(self, offset: int) -> int:
        block = offset // _BLOCK
        return self._block_bytes[block] + _bytes(self.text[block * _BLOCK : offset])

    @cached_property
    def _block_bytes(self) -> list[int]:
        """Bytes before every block of characters: a JSON file may be a single line of many megabytes."""
        sizes = [_bytes(self.text[at : at + _BLOCK]) for at in range(0, len(self.text), _BLOCK)]
        return list(accumulate(sizes, initial=0))

    def line(self, number: int) -> str:
        """The text of a line by its number, without its end; empty outside the file."""
        row = number - self.first_line
        if not 0 <= row < len(self._line_starts):
            return ""
        start = self._line_starts[row]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")

    def problem(self, offset: int, message: str) -> Problem:
        place = self.place(offset)
        return Problem(Location(self.path, place.line, place.column), message)
