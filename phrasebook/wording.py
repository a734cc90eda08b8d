"""Words of a file as a message shows them: short, one line, nothing a terminal would obey."""

from __future__ import annotations

import re

# Controls, line and paragraph separators, zero-width and direction marks, lone surrogates.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")

_LONGEST = 24


def quoted(words: str) -> str:
    """“words”, at most some two dozen characters of it, hidden characters as U+XXXX."""
    cut = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"“{visible(cut)}”"


def visible(words: str) -> str:
    return HIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", words)
