"""A progress line on standard error, for runs that take longer than a second on a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_PATIENCE = 1.0  # seconds without a word
_PAUSE = 0.1
_CELLS = 24


class Progress:
    def __init__(self) -> None:
        self._is_seen = sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._is_shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, done: int, total: int, replies: int) -> None:
        now = time.monotonic()
        if not self._is_seen or now < self._next:
            return
        self._next = now + _PAUSE
        filled = _CELLS * done // max(1, total)
        sys.stderr.write(
            f"\r检查 [{'█' * filled}{'·' * (_CELLS - filled)}] {done}/{total} 个文件，{replies} 条话术\x1b[K"
        )
        sys.stderr.flush()
        self._is_shown = True

    def clear(self) -> None:
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._is_shown = False
