"""Nodes against their description: every departure is a problem, and what is left can be built from."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Set
from itertools import pairwise
from typing import cast

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from phrasebook import faults
from phrasebook.entries import Entry, Value
from phrasebook.problems import Problem, did_you_mean, nearest
from phrasebook.reading import COLLECTION, PLAIN, QUOTED, Node, location
from phrasebook.shapes import Choice, Flag, Many, Named, Number, Record, Shape, Words
from phrasebook.wording import quoted, shortened

# What YAML 1.2, and so an editor with the JSON Schema, takes for something other than text.
_NOT_TEXT = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|0x[0-9a-fA-F]+|0o[0-7]+"
    r"|[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_WHOLE = re.compile("[1-9][0-9]{0,5}")
# Terminals obey the first, readers are misled by the others: text that runs backwards.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Refusal(Exception):  # noqa: N818 - it is no error of the program
    """A node that is not of its shape; says so in Chinese."""


class Checker:
    """Checks the nodes of one file and collects its problems."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._checks: Mapping[type, Callable[..., Value]] = {
            Words: self._words,
            Choice: self._choice,
            Number: self._number,
            Flag: self._flag,
            Many: self._many,
            Named: self._named,
            Record: self._record,
        }

    def _record(self, node: Node, shape: Record, label: str) -> Entry:
        """The entry, also when some of its keys were refused."""
        if shape.short and isinstance(node, ScalarNode):
            words = self._words(node, cast("Words", shape.shapes[shape.short]), label)
            return Entry(self.path, node, {shape.short: words})
        if not isinstance(node, MappingNode) or node.tag is not COLLECTION:
            raise Refusal(f"{label}应该是一组“键: 值”（{_names(shape)}）")
        values: dict[str, Value] = {}
        seen: dict[str, Node] = {}
        meant: set[str] = set()
        for key, held in cast("list[tuple[Node, Node]]", node.value):
            name = self._key(key, seen)
            if name is None:
                continue
            field = shape.shapes.get(name)
            if field is None:
                meant.add(self._unknown(key, name, shape))
            elif (value := self.check(held, field, shape.labels[name])) is not None:
                values[name] = value
        complete = values.keys() >= shape.required and _one_of(shape, seen)
        if not complete or shape.some_of:
            self._missing(node, shape, seen.keys() | meant)
        return Entry(self.path, node, values, complete)

    def _unknown(self, key: Node, name: str, shape: Record) -> str:
        """The name that was probably meant."""
        near = nearest(name, shape.shapes)
        question = f"，是不是想写“{near}”？" if near else "，"
        self._say(key, f"{shape.name}里没有{quoted(name)}这个键{question}可以写：{_names(shape)}")
        return near

    def _missing(self, node: Node, shape: Record, seen: Set[str]) -> None:
        for field in shape.fields:
            if field.required and field.name not in seen:
                self._say(node, f"{shape.name}缺少 {field.name}（{field.about}）")
        if not _one_of(shape, seen):
            self._say(node, f"{shape.name}要在 {'、'.join(shape.one_of)} 里选一个写，而且只写一个")
        if shape.some_of and seen.isdisjoint(shape.some_of):
            self._say(node, f"{shape.name}里还没有内容，可以写：{'、'.join(shape.some_of)}")

    def _key(self, key: Node, seen: dict[str, Node]) -> str | None:
        """The name of a key not seen before in its record."""
        if not isinstance(key, ScalarNode) or (key.tag is not PLAIN and key.tag is not QUOTED):
            self._say(key, faults.TAG if _has_tag(key) else "键应该是一个词")
            return None
        name: str = key.value.strip()
        if name in seen:
            self._say(key, f"{quoted(name)}写了两遍，前一遍在第 {seen[name].start_mark.line + 1} 行，请合并")
            return None
        seen[name] = key
        return name

    def check(self, node: Node, shape: Shape, label: str) -> Value | None:
        """What the node holds, None when it is not of the shape at all."""
        try:
            return self._checks[type(shape)](node, shape, label)
        except Refusal as refusal:
            self._say(node, faults.TAG if _has_tag(node) else _colon(node, shape) or str(refusal))
            return None

    def _words(self, node: Node, shape: Words, label: str) -> ScalarNode:
        if type(node) is not ScalarNode or (node.tag is not PLAIN and node.tag is not QUOTED):
            raise Refusal(f"{label}应该是一段文字")
        words: str = node.value
        if not words.strip():
            raise Refusal(f"{label}是空的，应该写一段文字")
        if node.tag is PLAIN and words[0] < "\x80" and _NOT_TEXT.fullmatch(words):
            raise Refusal(
                f'{label}应该是一段文字；如果文字就是 {shortened(words)}，请加上引号："{shortened(words)}"'
            )
        hidden = _CONTROL.search(words)
        if hidden:
            raise Refusal(f"{label}里有看不见的控制字符 U+{ord(hidden[0]):04X}，请删掉它")
        if shape.pattern and not shape.expression.fullmatch(words.strip()):
            raise Refusal(f"{label}不能写成{quoted(words)}，应该是{shape.spelling}")
        return node

    def _choice(self, node: Node, shape: Choice, label: str) -> ScalarNode:
        words = self._words(node, Words(), label)
        if words.value in shape.meanings:
            return words
        allowed = "、".join(f"{word}（{meaning}）" for word, meaning in shape.meanings.items())
        near = did_you_mean(words.value, shape.meanings)
        raise Refusal(f"{label}不能是{quoted(words.value)}{near or '，'}可以写：{allowed}")

    def _number(self, node: Node, shape: Number, label: str) -> ScalarNode:
        allowed = "、".join(map(str, shape.allowed)) or f"1 到 {shape.most} 的整数"
        if type(node) is not ScalarNode or node.tag is not PLAIN or not _WHOLE.fullmatch(node.value):
            raise Refusal(f"{label}应该是 {allowed}")
        if shape.allowed and int(node.value) not in shape.allowed:
            raise Refusal(f"{label}只能是 {allowed}，本程序不认识 {node.value}，也许需要升级")
        if int(node.value) > shape.most:
            raise Refusal(f"{label}应该是 {allowed}")
        return node

    def _flag(self, node: Node, shape: Flag, label: str) -> ScalarNode:
        if type(node) is not ScalarNode or node.tag is not PLAIN or node.value not in {"true", "false"}:
            raise Refusal(f"{label}应该是 true（是）或 false（否）")
        return node

    def _many(self, node: Node, shape: Many, label: str) -> tuple[Value, ...]:
        if type(node) is not SequenceNode or node.tag is not COLLECTION:
            raise Refusal(f"{label}应该是一个列表，每一项以“- ”开头")
        if len(node.value) < shape.least:
            raise Refusal(f"{label}里至少要有 {shape.least} 项")
        if isinstance(shape.of, Record) and shape.of.short:
            self._split_sentences(node)
        each_label = f"{label}的每一项"
        values = [self.check(each, shape.of, each_label) for each in node.value]
        return tuple(value for value in values if value is not None)

    def _split_sentences(self, node: SequenceNode) -> None:
        """In [a,b] a half-width comma without a space is more likely one of a sentence."""
        for before, after in pairwise(node.value) if node.flow_style else ():
            if after.start_mark.index == before.end_mark.index + 1:
                self._say(after, "逗号后面没有空格：是一句话就给整句加上引号，是两句就在逗号后面加一个空格")

    def _named(self, node: Node, shape: Named, label: str) -> tuple[tuple[ScalarNode, Value], ...]:
        if type(node) is not MappingNode or node.tag is not COLLECTION:
            raise Refusal(f"{label}应该是一组“{shape.names}: …”")
        seen: dict[str, Node] = {}
        pairs = []
        for key, held in cast("list[tuple[Node, Node]]", node.value):
            if self._key(key, seen) is None or self.check(key, shape.key, f"{shape.names}的名字") is None:
                continue
            value = self.check(held, shape.of, quoted(cast("str", key.value)))
            if value is not None:
                pairs.append((cast("ScalarNode", key), value))
        return tuple(pairs)

    def _say(self, node: Node, message: str) -> None:
        self.problems.append(Problem(location(node, self.path), message))


def _has_tag(node: Node) -> bool:
    """Whether the file itself gives the node a tag: nothing else matters then."""
    return node.tag is not PLAIN and node.tag is not QUOTED and node.tag is not COLLECTION


def _colon(node: Node, shape: Shape) -> str:
    """What is wrong with the colon of `id：a`, which YAML takes for a text, where keys are expected."""
    if isinstance(shape, Record | Named) and isinstance(node, ScalarNode):
        return faults.colon(cast("str", node.value))
    return ""


def _one_of(shape: Record, seen: Container[str]) -> bool:
    return not shape.one_of or sum(name in seen for name in shape.one_of) == 1


def _names(shape: Record) -> str:
    return "、".join(shape.shapes)
