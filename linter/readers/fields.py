"""The replies of a tree of JSON or YAML: by the project's own fields, or else by the known shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.readers.nodes import Found
from linter.readers.selectors import parse, select
from linter.readers.shapes import Pick, picks

UNKNOWN = "认不出哪些字段是话术，没有检查；请用 --field 指定字段，例如 --field content"


@dataclass(frozen=True, slots=True)
class Picked:
    """The replies found, and why there are none."""

    picks: tuple[Pick, ...]
    reason: str = ""


def pick(root: Found, fields: tuple[str, ...], is_record: bool = False) -> Picked:
    """`is_record` says that a line of many must have a known field: one misspelt name must not pass unseen."""
    if fields:
        return _chosen(root, fields)
    found = picks(root, is_record)
    return Picked(found, "" if found or _is_empty(root) else UNKNOWN)


def _chosen(root: Found, fields: tuple[str, ...]) -> Picked:
    found: list[Pick] = []
    context = {pick.found.path: pick for pick in picks(root)}
    for field in fields:
        steps = parse(field)
        if steps is None:
            return Picked((), f"字段选择式“{field}”读不懂；可以写 content 或 macros[*].actions[*].value")
        found += (context.get(leaf.path, Pick(leaf)) for leaf in _texts(select(root, steps)))
    once = {pick.found.path: pick for pick in sorted(found, key=lambda pick: pick.found.node.span)}
    return Picked(tuple(once.values()), "" if once else f"没有找到字段“{'、'.join(fields)}”，没有检查")


def _texts(found: Iterator[Found]) -> Iterator[Found]:
    """The strings a selector leads to, also those in a list it leads to."""
    for item in found:
        if item.node.is_text:
            yield item
        else:
            yield from (child for child in item.below() if child.node.is_text)


def _is_empty(root: Found) -> bool:
    return not root.node.children and root.node.value is None
