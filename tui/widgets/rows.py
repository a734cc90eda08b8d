"""Painting rows of mixed text: pieces with looks, broken into rows and styled by character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.linebreak import breaks, clip


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that look alike; `look` is one of LOOKS or empty, `does` the action of a click on it."""

    text: str
    look: str = ""
    does: str = ""


Line = tuple[Piece, ...]

LOOKS = ("error", "warning", "hint", "good", "muted", "strong", "old", "new", "removed", "added", "key")
LOOK_CLASSES = frozenset(f"look--{look}" for look in LOOKS)


@dataclass(frozen=True, slots=True)
class Run:
    """A style for the characters from `start` up to `end` of a row."""

    start: int
    end: int
    style: Style


def paint(text: str, runs: Sequence[Run], base: Style, width: int) -> Strip:
    """One row of `width` cells; where runs overlap, later ones win."""
    cuts = sorted(
        {0, len(text), *(edge for run in runs for edge in (run.start, run.end) if 0 < edge < len(text))}
    )
    segments = []
    for start, end in pairwise(cuts):
        style = base
        for run in runs:
            if run.start <= start and end <= run.end:
                style += run.style
        segments.append(Segment(text[start:end], style))
    return Strip(segments).adjust_cell_length(width, base)


def runs(widget: Widget, line: Line) -> list[Run]:
    """The styles of a line's looks, which the widget's screen has among its component classes."""
    screen = widget.screen
    found = []
    start = 0
    for piece in line:
        end = start + len(piece.text)
        if piece.look:
            style = screen.get_component_rich_style(f"look--{piece.look}", partial=True)
            found.append(Run(start, end, style))
        start = end
    return found


def plain(line: Line) -> str:
    return "".join(piece.text for piece in line)


def wrap(line: Line, width: int) -> list[Line]:
    """The line in rows of at most `width` cells."""
    text = plain(line)
    cuts = [0, *breaks(text, width), len(text)]
    return [_cut(line, start, end) for start, end in pairwise(cuts)]


def shorten(line: Line, width: int) -> Line:
    """The line in one row, ending in `…` when it was too long."""
    text = plain(line)
    short = clip(text, width)
    return line if short == text else (*_cut(line, 0, len(short) - 1), Piece("…"))


def indent(lines: Iterable[Line], first: Piece, rest: Piece) -> list[Line]:
    """The lines with `first` before the first one and `rest` before the others."""
    return [((rest if number else first), *line) for number, line in enumerate(lines)]


def _cut(line: Line, start: int, end: int) -> Line:
    kept = []
    offset = 0
    for piece in line:
        words = piece.text[max(0, start - offset) : max(0, end - offset)]
        if words:
            kept.append(Piece(words, piece.look, piece.does))
        offset += len(piece.text)
    return tuple(kept)
