"""How bad a finding is. Apart from the model, which takes long to import, for what shows findings."""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """How sure and how bad: error, an inspector fails the reply; warning, rewrite it; hint, think about it."""

    HINT = 1
    WARNING = 2
    ERROR = 3
