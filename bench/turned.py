"""Phrases turned round by program, so that they are faults no more: negator out, 我 and 你 exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.variations import Seed

_AFFIRMED = (
    ("不归", "归"),
    ("没有", "有"),
    ("没空", "有空"),
    ("没办法", "有办法"),
    ("没上班", "上班"),
    ("与我无关", "与我有关"),
    ("管不着", "管得着"),
    ("做不了", "做得了"),
    ("做不好", "做得好"),
    ("听不清", "听得清"),
    ("问题不大", "问题大"),
    ("差不多", "差得多"),
    ("不是", "是"),
    ("不", ""),
    ("没", ""),
)
_EXCHANGED = {"我": "您", "你": "我", "您": "我"}


@dataclass(frozen=True, slots=True)
class Turned:
    """A sentence that must not bring the finding of the phrase it was made from."""

    text: str
    how: str
    seed: Seed


def turned(seeds: Iterable[Seed], exceptions: Iterable[str] = ()) -> tuple[Turned, ...]:
    """All of them but the ones that are faults still, each with its seed."""
    still_faults = frozenset(exceptions)
    return tuple(case for seed in seeds for case in _of(seed) if case.text not in still_faults)


def _of(seed: Seed) -> Iterator[Turned]:
    affirmed = _affirmed(seed.text)
    exchanged = re.sub("[我你您]", lambda found: _EXCHANGED[found[0]], seed.text).replace("您们", "你们")
    for text, how in ((affirmed, "negator"), (exchanged, "pronoun")):
        if text and text != seed.text:
            yield Turned(text, how, seed)


def _affirmed(text: str) -> str:
    for negated, plain in _AFFIRMED:
        text = text.replace(negated, plain)
    return text.strip("，,！!")
