"""Forms with a slip of the finger: a character missing, one too many, or a wrong one.

A form of n sounds may have one slip from 5 sounds on and two from 10 on. Cut into one piece more than it may
have slips, at least one piece is still whole: the index finds that piece, rapidfuzz says whether the rest is
near enough, and an alignment says where exactly it was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

SHORTEST = 5
TWO_SLIPS_FROM = 10
LONGEST_INSERTION = 3  # a word put in between counts as one slip


@dataclass(slots=True)
class Rendering:
    """One way to say a form, as characters and as codes, for whoever's forms it renders."""

    chars: str
    codes: str
    slips: int
    targets: list[object] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a rendering was said: for each of its sounds the skeleton position, or -1 when it is missing."""

    rendering: Rendering
    slips: int
    positions: tuple[int, ...]

    @property
    def start(self) -> int:
        return next(p for p in self.positions if p >= 0)

    @property
    def end(self) -> int:
        return next(p for p in reversed(self.positions) if p >= 0) + 1


class Slips:
    """The renderings of all forms that are long enough to be recognised with a slip."""

    def __init__(self) -> None:
        self._renderings: list[Rendering] = []
        self._numbers: dict[str, int] = {}

    def add(self, chars: str, codes: str, target: object) -> Iterator[tuple[int, int, str]]:
        """Take in a rendering; gives the pieces to search for: its number, the piece's offset, the piece."""
        if len(codes) < SHORTEST or len(codes) != len(chars):
            return
        if codes in self._numbers:
            known = self._renderings[self._numbers[codes]]
            if target not in known.targets:
                known.targets.append(target)
            return
        number = self._numbers[codes] = len(self._renderings)
        slips = 2 if len(codes) >= TWO_SLIPS_FROM else 1
        self._renderings.append(Rendering(chars, codes, slips, [target]))
        for offset, end in _cuts(len(codes), slips + 1):
            yield number, offset, codes[offset:end]

    def near(self, codes: str, pieces: Iterable[tuple[int, list[tuple[int, int]]]]) -> Iterator[Alignment]:
        """The renderings said in the skeleton with at most their slips, given the pieces found and where."""
        tried: set[tuple[int, int]] = set()
        for start, owners in pieces:
            for number, offset in owners:
                begin = start - offset
                if (number, begin) in tried:
                    continue
                tried.add((number, begin))
                rendering = self._renderings[number]
                window = max(0, begin - rendering.slips - 1)
                found = codes[window : begin + len(rendering.codes) + rendering.slips + LONGEST_INSERTION]
                most = abs(len(found) - len(rendering.codes)) + 2 * rendering.slips
                if Levenshtein.distance(rendering.codes, found, score_cutoff=most) > most:
                    continue
                if aligned := align(rendering, found, window):
                    yield aligned


def _cuts(length: int, count: int) -> Iterator[tuple[int, int]]:
    edges = [length * k // count for k in range(count + 1)]
    yield from zip(edges, edges[1:])


def align(rendering: Rendering, found: str, window: int) -> Alignment | None:
    """The cheapest place of the rendering inside `found`; an insertion of up to three counts once.

    Sellers' algorithm (1980) with the insertion as one step.
    """
    wanted, most = rendering.codes, rendering.slips
    width = len(found) + 1
    # costs[i][j]: the first i sounds said, the last of them ending at j
    costs = [[0] * width]
    steps: list[list[int]] = [[0] * width]  # 0: said or wrong; -1: missing; k > 0: k inserted before
    for i, sound in enumerate(wanted, 1):
        above = costs[-1]
        row, step = [i] * width, [-1] * width
        for j in range(1, width):
            best, how = above[j - 1] + (found[j - 1] != sound), 0
            if above[j] + 1 < best:
                best, how = above[j] + 1, -1
            if 1 < i and found[j - 1] == sound:
                for k in range(1, min(LONGEST_INSERTION, j - 1) + 1):
                    if above[j - 1 - k] + 1 < best:
                        best, how = above[j - 1 - k] + 1, k
            row[j], step[j] = best, how
        costs.append(row)
        steps.append(step)
    last = costs[-1]
    cheapest = min(last)
    if cheapest > most:
        return None
    positions = _traced(steps, len(wanted), last.index(cheapest), window)
    return Alignment(rendering, cheapest, positions) if any(p >= 0 for p in positions) else None


def _traced(steps: list[list[int]], row: int, column: int, window: int) -> tuple[int, ...]:
    positions: list[int] = []
    while row:
        how = steps[row][column]
        if how < 0:
            positions.append(-1)
        else:
            positions.append(window + column - 1)
            column -= 1 + how
        row -= 1
    return tuple(reversed(positions))
