"""YAML text to nodes with their places, from the C parser's events; aliases are not followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from linter.readers.documents import Document
from linter.readers.nodes import DEPTH, FLOW, Kind, Node
from phrasebook import faults
from phrasebook.places import Span
from phrasebook.problems import Problem

# Without libyaml the slow parser reads the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_STRING = "tag:yaml.org,2002:str"
_RESOLVER = yaml.resolver.Resolver()


class _TooDeepError(Exception):
    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__(at)


def scan_yaml(document: Document) -> tuple[Node, ...] | Problem:
    """The root of every document of the stream, or where and why it can't be read."""
    try:
        return tuple(_roots(yaml.parse(document.text, Loader=_LOADER), document.text))
    except _TooDeepError as error:
        return document.problem(error.at, f"YAML 嵌套超过 {DEPTH} 层，不予读取")
    except yaml.YAMLError as error:
        return faults.translate(error, document.text, document.path)
    except UnicodeError as error:  # a lone surrogate, which no file but only a caller can bring
        return document.problem(
            0, f"不是 Unicode 文字：{error.reason if hasattr(error, 'reason') else error}"
        )


def _roots(events: Iterator[yaml.Event], text: str) -> Iterator[Node]:
    reader = _Reader(events, text)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            yield reader.node(next(events), 0, False)


class _Reader:
    """The events of a stream, each collection taking what is its own."""

    def __init__(self, events: Iterator[yaml.Event], text: str) -> None:
        self._events, self._text = events, text

    def node(self, event: yaml.Event, depth: int, in_flow: bool) -> Node:
        if depth > DEPTH:
            raise _TooDeepError(_span(event).start)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, in_flow)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth, in_flow or bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth, in_flow or bool(event.flow_style))
        return Node(Kind.SCALAR, _span(event))  # an alias: read where its anchor is

    def _sequence(self, event: yaml.SequenceStartEvent, depth: int, in_flow: bool) -> Node:
        children = []
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            children.append(self.node(item, depth + 1, in_flow))
        span = _span(event, item)
        return Node(Kind.LIST, span, children=tuple(children))

    def _mapping(self, event: yaml.MappingStartEvent, depth: int, in_flow: bool) -> Node:
        keys, children = [], []
        while not isinstance(item := next(self._events), yaml.MappingEndEvent):
            key = self.node(item, depth + 1, in_flow)
            keys.append(key.plain or str(key.value or ""))
            children.append(self.node(next(self._events), depth + 1, in_flow))
        span = _span(event, item)
        return Node(Kind.OBJECT, span, keys=tuple(keys), children=tuple(children))

    def _scalar(self, event: yaml.ScalarEvent, in_flow: bool) -> Node:
        """Numbers, dates, true and null are no replies; what is quoted or tagged as text is."""
        span = _span(event)
        if event.anchor or event.tag:
            properties = _PROPERTIES.match(self._text, span.start, span.end)
            span = Span(properties.end() if properties else span.start, span.end)
        if event.style or event.tag == _STRING or _is_text(event.value):
            return Node(Kind.SCALAR, span, event.value, event.style or (FLOW if in_flow else ""))
        return Node(Kind.SCALAR, span, None, plain=event.value)


def _span(event: yaml.Event, last: yaml.Event | None = None) -> Span:
    start, end = event.start_mark, (last or event).end_mark
    return Span(start.index if start else 0, end.index if end else 0)


def _is_text(plain: str) -> bool:
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]
    return tag == _STRING
