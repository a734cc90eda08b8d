"""Problems: faults in a phrasebook or a setting, all told at once, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from phrasebook.places import Location


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault; `message` is a Chinese sentence to a trainer."""

    at: Location
    message: str

    def __str__(self) -> str:
        return f"{self.at}: {self.message}"


class PhrasebookError(ValueError):
    """A phrasebook or setting that can't be used; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed name most like the word, or empty."""
    from difflib import get_close_matches  # only for those who misspell

    cutoff = 0.6 if len(word) > 3 else 0.5  # one of two Chinese characters is near enough
    near = get_close_matches(word, list(allowed), n=1, cutoff=cutoff)
    return near[0] if near else ""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """`，是不是想写“…”？` when one of the allowed names is near, else nothing."""
    near = nearest(word, allowed)
    return f"，是不是想写“{near}”？" if near else ""
