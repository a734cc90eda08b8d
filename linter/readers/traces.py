"""The way from a reply's characters back to the file's: the only owner of that conversion."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from phrasebook.places import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Reply characters `start:end` stand for file characters `raw_start:raw_end`.

    Runs of equal length correspond one by one; any other is an escape or an entity and stays together.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def is_straight(self) -> bool:
        return self.end - self.start == self.raw_end - self.raw_start

    def raw_of(self, start: int, end: int) -> tuple[int, int]:
        if self.is_straight:
            return self.raw_start + start - self.start, self.raw_start + end - self.start
        return self.raw_start, self.raw_end


@dataclass(frozen=True)
class Trace:
    """Runs in order, without overlap, covering the text; between two runs the file may hold markup."""

    runs: tuple[Run, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def raw(self, span: Span) -> Span:
        """The file's characters that the span stands for; an empty span stays empty."""
        if not self.runs:
            return Span(0, 0)
        first = self.runs[self._index(span.start)]
        start, _ = first.raw_of(min(span.start, first.end), first.end)
        if span.end <= span.start:
            at = first.raw_end if span.start >= first.end else start
            return Span(at, at)
        last = self.runs[self._index(span.end - 1)]
        _, end = last.raw_of(last.start, min(span.end, last.end))
        return Span(start, end)

    def is_unbroken(self, span: Span) -> bool:
        """Does the span hold no markup, so that the file's stretch may be replaced as a whole?"""
        if not self.runs:
            return False
        first, last = self._index(span.start), self._index(max(span.start, span.end - 1))
        touched = self.runs[first : last + 1]
        return self._cuts_no_escape(span, touched) and all(
            left.raw_end == right.raw_start for left, right in pairwise(touched)
        )

    @staticmethod
    def _cuts_no_escape(span: Span, touched: tuple[Run, ...]) -> bool:
        first, last = touched[0], touched[-1]
        starts_well = first.is_straight or span.start in (first.start, first.end)
        return starts_well and (last.is_straight or span.end in (last.start, last.end))


def straight(raw_start: int, length: int) -> Trace:
    """The trace of text that stands in the file just as it is."""
    return Trace((Run(0, length, raw_start, raw_start + length),))


class Weaver:
    """Puts a reply's text together piece by piece, noting where each piece came from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    def add(self, text: str, raw_start: int, raw_end: int) -> None:
        if not text:
            return
        end = self._length + len(text)
        last = self._runs[-1] if self._runs else None
        run = Run(self._length, end, raw_start, raw_end)
        if last and last.is_straight and run.is_straight and last.raw_end == raw_start:
            self._runs[-1] = Run(last.start, end, last.raw_start, raw_end)
        else:
            self._runs.append(run)
        self._pieces.append(text)
        self._length = end

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def trace(self) -> Trace:
        return Trace(tuple(self._runs))
