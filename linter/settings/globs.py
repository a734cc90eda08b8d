"""Path patterns of the settings: * within a name, ** across folders; a pattern without / fits at any depth."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

_PIECE = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]]+\]|[^*?\[]+|\[")


def fits(path: str, patterns: tuple[str, ...]) -> bool:
    """Does a path, relative to the settings' folder, fit one of the patterns?"""
    name = PurePath(path).as_posix()
    return any(_compiled(pattern).fullmatch(name) for pattern in patterns)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = pattern.removeprefix("./")
    anchored = "/" in pattern.rstrip("/")
    body = "".join(map(_translated, _PIECE.findall(pattern.rstrip("/").removeprefix("/"))))
    # A folder stands for all that is in it.
    return re.compile(("" if anchored else "(?:.*/)?") + body + "(?:/.*)?", re.DOTALL)


def _translated(piece: str) -> str:
    match piece:
        case "**/":
            return "(?:.*/)?"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
    if piece.startswith("[") and len(piece) > 2:
        return "[" + piece[1:-1].replace("\\", "\\\\").replace("!", "^", 1 if piece[1] == "!" else 0) + "]"
    return re.escape(piece)
