"""Is a check quick enough to be done on the keystroke?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

BUDGET = 0.015  # seconds: with the painting, a key is answered before the eye notices
FIRST_GUESS = 0.00005  # seconds a character


class Pace:
    """Learns what a character costs from the checks made."""

    def __init__(self) -> None:
        self._rate = FIRST_GUESS

    def is_quick(self, text: str) -> bool:
        return len(text) * self._rate <= BUDGET

    @contextmanager
    def measured(self, text: str) -> Iterator[None]:
        """Around a check of the text. A short text says nothing of the rate."""
        started = perf_counter()
        yield
        if len(text) >= 50:
            self._rate = (self._rate + (perf_counter() - started) / len(text)) / 2
