"""YAML files to nodes that know their place: the only module that meets PyYAML.

What could cost memory or hide a meaning (deep nesting, aliases) is refused before it is read.
Nothing is made of a scalar, so `no` and `12` stay text: its tag says PLAIN or QUOTED, any other tag is the file's own.
"""

from __future__ import annotations

import codecs
from typing import TypeAlias, cast

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from phrasebook import faults
from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem

MAX_DEPTH = 16  # rule files need 7

Node: TypeAlias = ScalarNode | SequenceNode | MappingNode
PLAIN, QUOTED, COLLECTION = "plain", "quoted", "collection"


class _TooDeepError(Exception):
    """Raised while composing, before what is inside `collection` is made."""

    def __init__(self, collection: Node) -> None:
        self.collection = collection


class _Composer(yaml.CSafeLoader):
    """The C parser with its three callbacks: tags are not resolved, depth is counted."""

    depth = 0

    def descend_resolver(self, parent: Node | None, index: Node | int | None) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _TooDeepError(cast(Node, parent))

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: type[Node], value: str | None, implicit: tuple[bool, bool]) -> str:
        if kind is not ScalarNode:
            return COLLECTION
        return PLAIN if implicit[0] else QUOTED


def location(node: Node, path: str) -> Location:
    return Location(path, node.start_mark.line + 1, node.start_mark.column + 1)


def parse(data: bytes, shown: str) -> Node:
    """The top node of YAML text in UTF-8, with or without a byte order mark."""
    text = _decode(data, shown)
    if "&" in text:
        _refuse_anchors(text, shown)
    try:
        node = cast(Node | None, _Composer(text).get_single_node())
    except _TooDeepError as error:
        at = location(error.collection, shown)
        raise PhrasebookError([Problem(at, f"一层套一层太深了，最多 {MAX_DEPTH} 层")]) from error
    except yaml.YAMLError as error:
        raise PhrasebookError([faults.translate(error, text, shown)]) from error
    if node is None:
        raise PhrasebookError([Problem(Location(shown), "文件是空的，第一行请写 version: 1")])
    return node


def _decode(data: bytes, shown: str) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        at = Location(shown, before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode()) + 1)
        message = "文件不是 UTF-8 编码，请在编辑器里“另存为 UTF-8”"
        raise PhrasebookError([Problem(at, message)]) from error


def _refuse_anchors(text: str, shown: str) -> None:
    """Without `&` names there is nothing `*` could repeat, so a few lines never stand for millions."""
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            mark = event.start_mark
            if mark and getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
                raise PhrasebookError(
                    [Problem(Location(shown, mark.line + 1, mark.column + 1), faults.ANCHOR)]
                )
    except yaml.YAMLError as error:
        raise PhrasebookError([faults.translate(error, text, shown)]) from error
