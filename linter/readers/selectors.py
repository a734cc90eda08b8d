"""`--field` for JSON and YAML: a small part of JSONPath, enough to name where replies are.

`content` finds every field of that name at any depth; `$.macros[*].actions[*].value`, `data[0].body` and
`..body_text` say more exactly where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.readers.nodes import Found

_STEP = re.compile(
    r"(?P<deep>\.\.)?(?:\.?\[(?P<index>\*|\d+)\]|\.?\[(?P<quote>['\"])(?P<quoted>.*?)(?P=quote)\]"
    r"|\.?(?P<name>[^.\[\]'\"]+))"
)


@dataclass(frozen=True, slots=True)
class Step:
    """One key or position, * for any; `is_deep` looks at every depth below."""

    key: str
    is_deep: bool = False


def parse(selector: str) -> tuple[Step, ...] | None:
    """The steps of a selector, or None where it can't be read."""
    path = selector.strip()
    if re.fullmatch(r"[^$.\[\]'\"*]+", path):
        return (Step(path, is_deep=True),)
    path = path.removeprefix("$")
    steps: list[Step] = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if not match:
            return None
        key = match["index"] or match["quoted"] or (match["name"] or "").strip()
        steps.append(Step(key, is_deep=bool(match["deep"])))
        at = match.end()
    return tuple(steps) or None


def select(root: Found, steps: tuple[Step, ...]) -> Iterator[Found]:
    """Every node the steps lead to, in the file's order, each once."""
    if not steps:
        yield root
        return
    step, rest = steps[0], steps[1:]
    parents = root.walk() if step.is_deep else iter((root,))
    for parent in parents:
        for child in parent.below():
            if step.key in ("*", child.path[-1]):
                yield from select(child, rest)
