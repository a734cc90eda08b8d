"""The cases of tests/corpus as data; the only reader of those tables (format: tests/corpus/README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from phrasebook.places import Location, Span

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
KINDS = (
    "exact",
    "filler",
    "pronoun",
    "synonym",
    "order",
    "part",
    "sound",
    "look-alike",
    "noise",
    "traditional",
    "slip",
    "combined",
)

# Estimates (可能, 大概 …) are worth a thought, not a mistake: a hint is all an inspector would give.
HINT_WORDS = frozenset({"js-f-73c-keneng", "js-f-73d-dagai", "js-f-73e-chabuduo", "js-f-73f-yiban-qingkuang"})

_MARK = re.compile(r"【([^】|]*)(?:\|([a-z0-9-]+))?】")


@dataclass(frozen=True, slots=True)
class Mark:
    """What an inspector would underline, and the ids of the banned phrase it stands for."""

    span: Span
    ids: tuple[str, ...]

    @property
    def only_a_hint(self) -> bool:
        return not HINT_WORDS.isdisjoint(self.ids)


@dataclass(frozen=True, slots=True)
class Banned:
    """A reply with faults in it; `kind` is one of `KINDS`."""

    text: str
    marks: tuple[Mark, ...]
    kind: str
    at: Location


@dataclass(frozen=True, slots=True)
class Harmless:
    """A reply that only looks faulty; `group` is the name of its table."""

    text: str
    group: str
    at: Location


def read_banned(corpus: Path = CORPUS) -> tuple[Banned, ...]:
    return tuple(case for path in sorted(corpus.glob("banned/*.txt")) for case in _banned_in(path))


def read_harmless(corpus: Path = CORPUS) -> tuple[Harmless, ...]:
    return tuple(
        Harmless(line, path.stem, Location(str(path), number))
        for path in sorted(corpus.glob("harmless/*.txt"))
        for number, line in _lines(path)
        if not line.startswith("#")
    )


def read_exceptions(corpus: Path = CORPUS) -> frozenset[str]:
    """The turned sentences that are faults all the same."""
    path = corpus / "turned.txt"
    return (
        frozenset(line for _, line in _lines(path) if not line.startswith("#"))
        if path.exists()
        else frozenset()
    )


def marked(text: str, ids: tuple[str, ...] = ()) -> tuple[str, tuple[Mark, ...]]:
    """Take the 【】 out of `text`; a mark without an id of its own has `ids`."""
    plain, marks, end = "", [], 0
    for found in _MARK.finditer(text):
        plain += text[end : found.start()]
        span = Span(len(plain), len(plain) + len(found[1]))
        marks.append(Mark(span, (found[2],) if found[2] else ids))
        plain, end = plain + found[1], found.end()
    return plain + text[end:], tuple(marks)


def _banned_in(path: Path) -> Iterator[Banned]:
    ids: tuple[str, ...] = ()
    for number, line in _lines(path):
        if line.startswith("## "):
            ids = tuple(word for word in line.split() if re.fullmatch(r"[a-z]{2}-f-[a-z0-9-]+", word))
        elif not line.startswith("#"):
            kind, reply = line.split(maxsplit=1)
            text, marks = marked(reply, ids)
            if kind not in KINDS or not marks or not all(mark.ids for mark in marks):
                raise ValueError(f"{path}:{number}: 种类不对,或没有标出忌语和编号:{line}")
            yield Banned(text, marks, kind, Location(str(path), number))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return ((number, line.strip()) for number, line in enumerate(lines, 1) if line.strip())
