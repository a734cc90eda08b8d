"""Finds what must not be said to a customer, and what to say instead."""

from typing import TYPE_CHECKING

__all__ = ["Linter"]

if TYPE_CHECKING:
    from linter.engine import Linter
else:

    def __getattr__(name: str) -> object:
        """`Linter`, imported when it is asked for: the screen paints before, and some commands do without."""
        if name != "Linter":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from linter.engine import Linter

        return Linter
