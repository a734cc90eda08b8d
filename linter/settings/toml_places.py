"""Where a key stands in a TOML file, which `tomllib` does not say."""

from __future__ import annotations

import re

from linter.finding import Place

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([^\]\n]+?)[ \t]*\]\]?")
_KEY = re.compile(
    r"""[ \t]*((?:[A-Za-z0-9_\-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w\-]+|"[^"\n]*"))*)[ \t]*="""
)


def place_of(text: str, table: tuple[str, ...], key: str, nth: int = 0) -> Place:
    """The place of `key` in a table, or in the nth table of an array; the table's own where it is inline."""
    current: tuple[str, ...] = ()
    seen: dict[tuple[str, ...], int] = {}
    nearest = Place(1, 1)
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        if header:
            current = _parts(header.group(2))
            seen[current] = seen.get(current, -1) + (header.group(1) == "[[")
            if current == (*table, key):
                return Place(number, header.start(1) + 1)
            if current and current == table[: len(current)] and max(0, seen[current]) == nth:
                nearest = Place(number, header.start(1) + 1)
            continue
        found = _KEY.match(line)
        if not found:
            continue
        path = (*current, *_parts(found.group(1)))
        here = Place(number, found.start(1) + 1)
        if path == (*table, key) and max(0, seen.get(current, 0)) == nth:
            return here
        if path == table or path == table[:-1]:
            nearest = here
    return nearest


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
