"""Reasons to let a hit pass: the words are there, but nobody is told off with them.

Each guard is a function of the hit's context; its docstring begins with a reply it lets pass. A rule switches
one off with `without: [name]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from linter.context import Context
from linter.guards.mention import exception, quoted, taught
from linter.guards.mood import (
    a_not_a,
    auxiliary,
    condition,
    entitled,
    foretold,
    indirect,
    negated,
    question,
    reassured,
    requested,
    whatever,
)
from linter.guards.person import object_, subject, turned_object
from linter.guards.wording import attributive, complement, place, typo, within, word

Guard = Callable[[Context], bool]

# In the order they are asked: the cheap ones first, jieba's words last.
GUARDS: Mapping[str, Guard] = MappingProxyType(
    {
        "exception": exception,
        "a-not-a": a_not_a,
        "within": within,
        "complement": complement,
        "attributive": attributive,
        "negated": negated,
        "subject": subject,
        "object": object_,
        "turned-object": turned_object,
        "condition": condition,
        "question": question,
        "indirect": indirect,
        "auxiliary": auxiliary,
        "place": place,
        "whatever": whatever,
        "reassured": reassured,
        "requested": requested,
        "entitled": entitled,
        "foretold": foretold,
        "quoted": quoted,
        "taught": taught,
        "word": word,
        "typo": typo,
    }
)
NEED_WORDS = frozenset({"word", "typo"})
