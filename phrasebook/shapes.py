"""What a rule file may look like: the vocabulary in which `layout` describes it, once, for checks and schema alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Words:
    """Text. `pattern` is a regular expression for the whole of it, `spelling` says the same in Chinese."""

    pattern: str = ""
    spelling: str = ""

    @cached_property
    def expression(self) -> re.Pattern[str]:
        return re.compile(self.pattern)


@dataclass(frozen=True)
class Choice:
    """One of a closed set of words, each with what it means."""

    meanings: Mapping[str, str]


@dataclass(frozen=True)
class Number:
    """A whole number from 1 to `most`; with `allowed`, one of those."""

    most: int = 9999
    allowed: tuple[int, ...] = ()


@dataclass(frozen=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True)
class Many:
    """A list of things of one shape, at least `least` of them."""

    of: Shape
    least: int = 0


@dataclass(frozen=True)
class Named:
    """Names the author makes up, each with a thing of one shape; `names` says in Chinese what they name."""

    of: Shape
    names: str
    key: Words = field(default_factory=Words)


@dataclass(frozen=True)
class Field:
    """A key of a record: its name, the shape of its value, and what it is for, in Chinese."""

    name: str
    shape: Shape
    about: str
    required: bool = False


@dataclass(frozen=True)
class Record:
    """Fixed keys; `key` names it in the schema, `name` in Chinese.

    A plain text may stand for the record if `short` names the key it fills.
    Of the keys in `one_of` exactly one must be there, of those in `some_of` at least one.
    """

    key: str
    name: str
    fields: tuple[Field, ...]
    short: str = ""
    one_of: tuple[str, ...] = ()
    some_of: tuple[str, ...] = ()

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        return {each.name: each.shape for each in self.fields}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What a message calls the value of each key."""
        return {each.name: f"{each.name} " for each in self.fields}

    @cached_property
    def required(self) -> frozenset[str]:
        return frozenset(each.name for each in self.fields if each.required)


Shape = Words | Choice | Number | Flag | Many | Named | Record
