"""Phrasebooks to JSON and back: each object a row of its fields in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import Any, cast

from phrasebook.model import (
    About,
    Alternative,
    Example,
    Form,
    Judge,
    Pattern,
    Phrase,
    Phrasebook,
    Recommendation,
    Rewording,
    Rule,
    Severity,
    Situation,
    Slot,
    Source,
)
from phrasebook.places import Location, Span

Unpack = Callable[[Any], object]
_GETTERS: dict[type, Callable[[object], tuple[object, ...]]] = {}


def packed(phrasebook: Phrasebook) -> str:
    """The phrasebook as JSON."""
    return json.dumps(phrasebook, default=_fields, ensure_ascii=False, separators=(",", ":"))


def _fields(value: object) -> object:
    """What JSON has no notion of: the fields of a dataclass, the word of an enumeration."""
    if isinstance(value, Enum):
        return value.value
    kind = type(value)
    if kind not in _GETTERS:
        _GETTERS[kind] = attrgetter(*(field.name for field in fields(kind)))  # type: ignore[arg-type]
    return _GETTERS[kind](value)


def unpacked(text: bytes) -> Phrasebook:
    """The phrasebook that was packed. Raises TypeError, ValueError, LookupError or AttributeError for other texts."""
    return cast("Phrasebook", _BOOK(json.loads(text)))


def _row(kind: type, **columns: Unpack) -> Unpack:
    """Unpacks rows of a dataclass; columns that are not named hold texts or numbers as they are."""
    names = [field.name for field in fields(kind)]
    work = [(names.index(name), unpack) for name, unpack in columns.items()]

    def unpack_row(row: list[Any]) -> object:
        for index, unpack in work:
            row[index] = unpack(row[index])
        return kind(*row)

    return unpack_row


def _many(unpack: Unpack) -> Unpack:
    return lambda rows: tuple([unpack(row) for row in rows])


def _location(row: list[Any]) -> Location:
    path, line, column = row
    return Location(sys.intern(path), line, column)


def _source(row: list[Any]) -> Source:
    return _same_source(*row)


@lru_cache(maxsize=1024)  # a document is quoted many times
def _same_source(document: str, section: str) -> Source:
    return Source(document, section)


def _span(row: list[Any]) -> Span:
    return Span(*row)


def _groups(members: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in members.items()}


_REWORDINGS = _many(_row(Rewording, source=_source, at=_location))
_FORMS = _many(_row(Form, at=_location, examples=_REWORDINGS))
_EXAMPLES = _many(_row(Example, at=_location))
_BOOK = _row(
    Phrasebook,
    rules=_many(
        _row(
            Rule,
            severity=Severity,
            phrases=_many(_row(Phrase, source=_source, at=_location, forms=tuple)),
            alternatives=_many(_row(Alternative, source=_source, at=_location)),
            bad=_EXAMPLES,
            good=_EXAMPLES,
            at=_location,
            judge=Judge,
            about=About,
            exceptions=tuple,
            without=tuple,
        )
    ),
    recommendations=_many(
        _row(Recommendation, source=_source, at=_location, slots=_many(_row(Slot, span=_span)))
    ),
    situations=_many(
        _row(
            Situation,
            source=_source,
            at=_location,
            approved=tuple,
            banned=tuple,
            actions=tuple,
            misconduct=tuple,
        )
    ),
    patterns=_many(
        _row(
            Pattern,
            when=tuple,
            source=_source,
            at=_location,
            effects=tuple,
            replaces=tuple,
            models=tuple,
            examples=_REWORDINGS,
            forms=_FORMS,
            tails=_FORMS,
            openings=_FORMS,
        )
    ),
    groups=_groups,
    words=_groups,
)
