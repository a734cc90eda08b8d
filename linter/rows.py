"""The lines of a text, cut out of it one by one: a hundred thousand strings would need ten times the memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import accumulate


class Rows:
    """Lines by their number."""

    def __init__(self, text: str) -> None:
        self._text = text
        lengths = (len(line) + 1 for line in text.split("\n"))
        self._starts = array("I", accumulate(lengths, initial=0))

    def __getitem__(self, number: int) -> str:
        return self._text[self._starts[number] : self._starts[number + 1] - 1]

    def __bool__(self) -> bool:
        return bool(self._text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.split("\n")) if self._text else iter(())
