"""Words of a file as a message shows them: short, on one line, nothing a terminal would obey."""

from __future__ import annotations

_LONGEST = 24
_BLANKS = " \u3000"


def quoted(words: str) -> str:
    """“words”, shortened and visible."""
    return f"“{visible(shortened(words))}”"


def shortened(words: str) -> str:
    """At most some two dozen characters."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def visible(words: str) -> str:
    """The words with every character that shows no ink as <U+XXXX>."""
    return "".join(
        each if each.isprintable() or each in _BLANKS else f"<U+{ord(each):04X}>" for each in words
    )
