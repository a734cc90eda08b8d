"""JSON text to nodes with their places, which `json` does not give; strict, as RFC 8259 has it."""

from __future__ import annotations

import json
import re

from linter.readers.documents import Document
from linter.readers.nodes import DEPTH, Kind, Node
from linter.readers.traces import Trace, Weaver
from phrasebook.places import Span
from phrasebook.problems import Problem

_SPACE = re.compile(r"[ \t\r\n]*+")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_WORDS = {"true": True, "false": False, "null": None}
_PIECE = re.compile(
    r"[^\\]++|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)


class _BrokenError(Exception):
    def __init__(self, at: int, message: str) -> None:
        self.at, self.message = at, message
        super().__init__(message)


def scan_json(document: Document) -> Node | Problem:
    """The one value of a JSON text, or where and why it is none."""
    text = document.text
    try:
        node = _value(text, _skip(text, 0), 0)
        rest = _skip(text, node.span.end)
        if rest < len(text):
            raise _BrokenError(rest, "JSON 到这里已经结束，后面还有多余的内容")
    except _BrokenError as broken:
        return document.problem(broken.at, broken.message)
    return node


def trace_of_string(text: str, span: Span) -> Trace:
    """Where each character of a string's value stands; `span` is its literal with the quotes."""
    weaver, at = Weaver(), span.start + 1
    for piece in _PIECE.finditer(text, at, span.end - 1):
        raw = piece.group()
        weaver.add(_decoded(f'"{raw}"') if raw[0] == "\\" else raw, piece.start(), piece.end())
    return weaver.trace


def quote_string(text: str, escapes_all: bool) -> str:
    """A piece of a string literal; `escapes_all` where the file writes Chinese as \\uXXXX."""
    return json.dumps(text, ensure_ascii=escapes_all)[1:-1]


def _value(text: str, at: int, depth: int) -> Node:
    if depth > DEPTH:
        raise _BrokenError(at, f"JSON 嵌套超过 {DEPTH} 层，不予读取")
    match text[at : at + 1]:
        case "{":
            return _object(text, at, depth)
        case "[":
            return _list(text, at, depth)
        case '"':
            return _string(text, at)
    return _number_or_word(text, at)


def _object(text: str, start: int, depth: int) -> Node:
    keys: list[str] = []
    children: list[Node] = []
    at = _skip(text, start + 1)
    while not text.startswith("}", at):
        at = _separator(text, at, "}") if children else at
        if not text.startswith('"', at):
            raise _expected(text, at, "双引号括起的字段名")
        key = _string(text, at)
        keys.append(str(key.value))
        at = _skip(text, key.span.end)
        if not text.startswith(":", at):
            raise _expected(text, at, "冒号 :")
        children.append(_value(text, _skip(text, at + 1), depth + 1))
        at = _skip(text, children[-1].span.end)
    return Node(Kind.OBJECT, Span(start, at + 1), keys=tuple(keys), children=tuple(children))


def _list(text: str, start: int, depth: int) -> Node:
    children: list[Node] = []
    at = _skip(text, start + 1)
    while not text.startswith("]", at):
        at = _separator(text, at, "]") if children else at
        children.append(_value(text, at, depth + 1))
        at = _skip(text, children[-1].span.end)
    return Node(Kind.LIST, Span(start, at + 1), children=tuple(children))


def _separator(text: str, at: int, closer: str) -> int:
    if not text.startswith(",", at):
        raise _expected(text, at, f"逗号 , 或 {closer}")
    return _skip(text, at + 1)


def _string(text: str, at: int) -> Node:
    match = _STRING.match(text, at)
    if not match:
        raise _BrokenError(at, "这里的字符串没有结束，或含有未转义的换行、制表符；文件可能被截断")
    return Node(Kind.SCALAR, Span(at, match.end()), _decoded(match.group()), '"')


def _number_or_word(text: str, at: int) -> Node:
    for word, value in _WORDS.items():
        if text.startswith(word, at):
            return Node(Kind.SCALAR, Span(at, at + len(word)), value)
    match = _NUMBER.match(text, at)
    if not match:
        raise _expected(text, at, "一个值")
    return Node(Kind.SCALAR, Span(at, match.end()), _number(match.group()))


def _number(raw: str) -> int | float:
    try:
        return int(raw)
    except ValueError:  # a fraction, or more digits than int() agrees to read
        return float(raw)


def _decoded(literal: str) -> str:
    return str(json.loads(literal)) if "\\" in literal else literal[1:-1]


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _expected(text: str, at: int, what: str) -> _BrokenError:
    found = f"“{text[at]}”" if at < len(text) else "文件末尾（可能被截断）"
    return _BrokenError(at, f"JSON 这里应该是{what}，却是{found}")
