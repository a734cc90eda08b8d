"""Records that passed their checks, on the way from nodes to the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from yaml.nodes import ScalarNode

from phrasebook.places import Location
from phrasebook.reading import Node, location

Value: TypeAlias = "ScalarNode | Entry | tuple[Value, ...] | tuple[tuple[ScalarNode, Value], ...]"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record holds; a key that is absent or was refused reads as empty.

    `complete` is false when something required is missing or was refused: refer to it, but build nothing of it.
    """

    path: str
    node: Node
    values: Mapping[str, Value]
    complete: bool = True

    @property
    def at(self) -> Location:
        return location(self.node, self.path)

    def place(self, node: Node) -> Location:
        return location(node, self.path)

    def text(self, key: str) -> str:
        node = self.values.get(key)
        return _text(node) if isinstance(node, ScalarNode) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple([_text(node) for node in self.scalars(key)])

    def scalars(self, key: str) -> tuple[ScalarNode, ...]:
        """Each text of a list, or the one text."""
        held = self.values.get(key, ())
        return cast("tuple[ScalarNode, ...]", held if isinstance(held, tuple) else (held,))

    def entries(self, key: str) -> tuple[Entry, ...]:
        return cast("tuple[Entry, ...]", self.values.get(key, ()))

    def named(self, key: str) -> Iterator[tuple[ScalarNode, tuple[str, ...]]]:
        """Each name the author made up, with its text or texts."""
        for name, held in cast("tuple[tuple[ScalarNode, Value], ...]", self.values.get(key, ())):
            nodes = cast("tuple[ScalarNode, ...]", held if isinstance(held, tuple) else (held,))
            yield name, tuple([_text(node) for node in nodes])


def _text(node: ScalarNode) -> str:
    return cast("str", node.value).strip()
