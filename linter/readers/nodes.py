"""What JSON and YAML hold, as one kind of tree that knows where each value stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from phrasebook.places import Span

DEPTH = 200  # deeper nesting is refused: nobody writes replies that way
FLOW = ","  # the style of an unquoted YAML value inside [ ] or { }
Scalar = str | int | float | bool | None


class Kind(Enum):
    OBJECT = "object"
    LIST = "list"
    SCALAR = "scalar"


@dataclass(frozen=True, slots=True)
class Node:
    """A value; `span` is its stretch of the file with quotes and brackets.

    Of an object `keys[i]` names `children[i]`, the last one counting where a key comes twice.
    `style` is the quote of a YAML value (' " | > or nothing) and " for JSON strings; `plain` is what an
    unquoted YAML value that is no text (a number, yes, null) looks like.
    """

    kind: Kind
    span: Span
    value: Scalar = None
    style: str = ""
    keys: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()
    plain: str = ""

    def get(self, key: str) -> Node | None:
        for name, child in zip(reversed(self.keys), reversed(self.children)):
            if name == key:
                return child
        return None

    @property
    def is_text(self) -> bool:
        return isinstance(self.value, str)


@dataclass(frozen=True, slots=True)
class Found:
    """A node and the way to it from the root: keys and list positions as text."""

    node: Node
    path: tuple[str, ...] = ()

    def below(self) -> Iterator[Found]:
        """The members of an object or a list."""
        keys = self.node.keys or map(str, range(len(self.node.children)))
        for key, child in zip(keys, self.node.children):
            yield Found(child, (*self.path, key))

    def walk(self) -> Iterator[Found]:
        """The node itself and all below it, in the file's order."""
        yield self
        for found in self.below():
            yield from found.walk()

    @property
    def pointer(self) -> str:
        return "".join("/" + key.replace("~", "~0").replace("/", "~1") for key in self.path)
