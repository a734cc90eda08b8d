"""The replies of a tree of JSON or YAML: by the project's own fields, or else by the known shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from linter.readers.choices import Choices
from linter.readers.documents import Document
from linter.readers.nodes import Found, Node
from linter.readers.replies import Layer, Pointer, Reply
from linter.readers.selectors import parse, select
from linter.readers.shapes import Pick, picks
from linter.readers.values import said_by
from phrasebook.problems import Problem

UNKNOWN = "认不出哪些字段是话术，没有检查；请用 --field 指定字段，例如 --field content"


@dataclass(frozen=True, slots=True)
class Picked:
    """The replies found, and why there are none."""

    picks: tuple[Pick, ...]
    reason: str = ""


def replies_of(
    document: Document,
    root: Node,
    choices: Choices,
    layer: Callable[[str, Node], Layer],
    is_record: bool = False,
) -> Iterator[Reply | Problem]:
    """The replies that strings of the tree are, unless the customer says them; `layer` is the way back of each.

    `is_record` says that a line of many must have a known field: one misspelt name must not pass unseen.
    """
    picked = _picked(Found(root), choices.fields, is_record)
    if picked.reason:
        yield document.problem(root.span.start, picked.reason)
    for each in picked.picks:
        if choices.is_agent(each.role):
            node = each.found.node
            reply = Reply(
                str(node.value),
                document,
                (layer(document.text, node),),
                id=each.id,
                role=each.role,
                address=Pointer(each.found.pointer),
                is_sent=bool(each.role),
            )
            yield from said_by(reply, each.markup)


def _picked(root: Found, fields: tuple[str, ...], is_record: bool) -> Picked:
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
