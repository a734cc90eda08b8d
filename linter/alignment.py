"""Forms with a slip of the finger: a character missing, one too many, a wrong one, or two neighbours exchanged.

A form of n sounds may have one slip from 5 sounds on and two from 10 on. Cut into one piece more than it may
have slips, at least one piece is still whole: the index finds that piece, rapidfuzz says whether the rest is
near enough, and an alignment says where exactly it was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from linter.members import Member
from phrasebook.model import Phrase, Rule

MISSING, EXCHANGED = -1, -2  # steps of an alignment; from 0 up: so many inserted before a sound that was said
LONGEST_INSERTION = 3  # a word put in between counts as one slip


@dataclass(frozen=True, slots=True)
class Target:
    """What it means that a form was said."""

    rule: Rule
    phrase: Phrase
    marks: int = 0  # clause marks of the form itself
    inverted: bool = False  # 没空啊我: the subject comes last
    begins: bool = False  # only where its clause begins
    ends: bool = False  # only where its clause ends


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way to say a form, as members and as codes, and all it means."""

    members: tuple[Member, ...]
    codes: str
    sounds: frozenset[str]
    slips: int
    targets: tuple[Target, ...]


Piece = tuple[int, Rendering, int]  # where a stretch of a rendering was found, and where in it it stands


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a rendering was said: for each of its sounds the skeleton position, or -1 when it is missing."""

    rendering: Rendering
    slips: int
    positions: tuple[int, ...]

    @property
    def start(self) -> int:
        return min(p for p in self.positions if p >= 0)

    @property
    def end(self) -> int:
        return max(self.positions) + 1


def near(codes: str, pieces: Iterable[Piece], exact: Mapping[int, list[range]]) -> Iterator[Alignment]:
    """The renderings said with at least one slip and at most theirs, given the pieces found.

    `exact` has the stretches in which each target (by its identity) is said to the letter.
    """
    tried: set[tuple[int, int]] = set()
    known: dict[tuple[int, str], Alignment | None] = {}  # a text may say the same again and again
    for start, rendering, offset in pieces:
        begin = start - offset
        if (id(rendering), begin) in tried:
            continue
        tried.add((id(rendering), begin))
        first = max(0, begin - rendering.slips - 1)
        window = codes[first : begin + len(rendering.codes) + rendering.slips + LONGEST_INSERTION]
        if len(rendering.sounds.difference(window)) > rendering.slips:
            continue  # not enough of the sounds are there at all
        if any(start in said for target in rendering.targets for said in exact.get(id(target), ())):
            continue
        if (id(rendering), window) not in known:
            known[id(rendering), window] = _within(rendering, window)
        found = known[id(rendering), window]
        if found:
            yield replace(found, positions=tuple(p if p < 0 else p + first for p in found.positions))


def _within(rendering: Rendering, window: str) -> Alignment | None:
    """The rendering inside a window, if it is there with a slip."""
    found = align(rendering, window) if _near(rendering, window) else None
    return found if found and found.slips else None


def _near(rendering: Rendering, window: str) -> bool:
    """The word of rapidfuzz on whether an alignment is worth its time."""
    from rapidfuzz.distance import Levenshtein  # 12 ms that most replies need not wait for

    most = abs(len(window) - len(rendering.codes)) + 2 * rendering.slips
    return Levenshtein.distance(rendering.codes, window, score_cutoff=most) <= most


def align(rendering: Rendering, window: str) -> Alignment | None:
    """The cheapest place of the rendering inside a window, which counts from 0.

    Sellers' algorithm (1980), where an insertion of up to three and an exchange of neighbours count once.
    """
    wanted, most = rendering.codes, rendering.slips
    width = len(window) + 1
    # costs[i][j]: the first i sounds said, the last of them ending at j
    costs = [[0] * width]
    steps: list[list[int]] = [[0] * width]
    for i, sound in enumerate(wanted, 1):
        above = costs[-1]
        row, step = [i] * width, [MISSING] * width
        for j in range(1, width):
            best, how = above[j - 1] + (window[j - 1] != sound), 0
            if above[j] + 1 < best:
                best, how = above[j] + 1, MISSING
            if 1 < i and window[j - 1] == sound:
                for k in range(1, min(LONGEST_INSERTION, j - 1) + 1):
                    if above[j - 1 - k] + 1 < best:
                        best, how = above[j - 1 - k] + 1, k
            if 1 < i and 1 < j and window[j - 2 : j] == sound + wanted[i - 2] and costs[-2][j - 2] + 1 < best:
                best, how = costs[-2][j - 2] + 1, EXCHANGED
            row[j], step[j] = best, how
        costs.append(row)
        steps.append(step)
    last = costs[-1]
    cheapest = min(last)
    if cheapest > most:
        return None
    ends = [column for column, cost in enumerate(last) if cost == cheapest]
    whole = [
        column for column in ends if steps[-1][column] != MISSING
    ]  # rather a wrong last sound than a missing one
    positions = _traced(steps, len(wanted), (whole or ends)[0])
    return Alignment(rendering, cheapest, positions) if any(p >= 0 for p in positions) else None


def _traced(steps: list[list[int]], row: int, column: int) -> tuple[int, ...]:
    positions: list[int] = []
    while row:
        how = steps[row][column]
        if how == EXCHANGED:
            positions += [column - 2, column - 1]
            row, column = row - 1, column - 2
        elif how == MISSING:
            positions.append(-1)
        else:
            positions.append(column - 1)
            column -= 1 + how
        row -= 1
    return tuple(reversed(positions))
