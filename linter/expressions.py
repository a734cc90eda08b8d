"""Regular expressions that are compiled when first asked: fifty at once would cost every start 30 ms."""

from __future__ import annotations

import re
from functools import cached_property


class Expression:
    """What re.compile gives, later."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def search(self, text: str) -> re.Match[str] | None:
        return self._compiled.search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._compiled.match(text, start)

    def sub(self, replacement: str, text: str) -> str:
        return self._compiled.sub(replacement, text)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)
