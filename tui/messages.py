"""What workers tell the screen; handlers own the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from linter import Linter
    from linter.finding import Finding, Suggestion
    from phrasebook.problems import Problem
    from tui.clipboard import Copied


@dataclass
class WordsReady(Message):
    """jieba is loaded: checks are at their most exact from now on."""


@dataclass
class Checked(Message):
    """The findings of a text too long to be checked on the keystroke."""

    text: str
    found: tuple[Finding, ...]


@dataclass
class AdviceReady(Message):
    """`finding` of `text` may be said so instead; `fitting` are the sentence patterns for the sentence there."""

    text: str
    finding: Finding | None
    suggestions: tuple[Suggestion, ...]
    fitting: tuple[Suggestion, ...]


@dataclass
class RulesLoaded(Message):
    linter: Linter


@dataclass
class RulesBroken(Message):
    """The phrasebook on disk can't be used; the last good one stays in force."""

    problems: tuple[Problem, ...]


@dataclass
class ReplyCopied(Message):
    text: str
    copied: Copied


@dataclass
class SelectionCopied(Message):
    """`copied` is None when only the terminal was asked."""

    copied: Copied | None
