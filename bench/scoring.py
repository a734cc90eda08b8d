"""How well a finder does on the cases: hits, spans, false alarms, firing on turned sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from bench.cases import Banned, Harmless, Mark
from bench.finders import Finder, Found
from bench.turned import Turned
from bench.variations import Seed
from phrasebook.model import Phrasebook, Severity
from phrasebook.places import Span

CLOSE_ENOUGH = 0.8

Owners = Mapping[str, frozenset[str]]

# Whether 这边, 真的 or 呀 at the edge belongs to the fault is a matter of taste.
_WORDS = (
    "这件事|这个事情|这个事|这事|这个|那个|这|那|我们|你们|您们|咱们|我|你|您|咱|这边|那边|小妹|本人|"
    "真的|可真|真|其实|确实|实在|根本|完全|反正|到底|究竟|现在|就|也|都|可|还|又是|又"
)
_PARTICLES = "的|了|呢|啊|阿|呀|吖|吧|哦|嘛|哈|啦|么|吗|呗|哎"
_EDGES = re.compile(rf"^(?:{_WORDS}|\W|_)+|(?:{_PARTICLES}|\W|_)+$")


@dataclass(frozen=True, slots=True)
class Hit:
    """What became of one mark; `over` are the findings that lie over it, `others` whatever else was found."""

    case: Banned
    mark: Mark
    over: tuple[Found, ...]
    others: tuple[Found, ...]

    @property
    def span(self) -> Span:
        """What is underlined there: both halves of a phrase may have a finding of their own."""
        return Span(min(found.span.start for found in self.over), max(found.span.end for found in self.over))

    @property
    def span_is_equal(self) -> bool:
        return self.span == self.mark.span

    @property
    def span_is_close(self) -> bool:
        return _close(self.case.text, self.span, self.mark.span)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A harmless reply with what was found in it, hints apart from errors and warnings."""

    case: Harmless
    faults: tuple[Found, ...]
    hints: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Firing:
    """A turned sentence in which the rule of its phrase still speaks."""

    case: Turned
    found: Found


def hits(find: Finder, cases: Iterable[Banned]) -> tuple[Hit, ...]:
    return tuple(
        _hit(case, mark, found) for case in cases for found in [find(case.text)] for mark in case.marks
    )


def alarms(find: Finder, cases: Iterable[Harmless]) -> tuple[Alarm, ...]:
    """One for every case, also the silent ones."""
    return tuple(_alarm(case, find(case.text)) for case in cases)


def firings(
    find: Finder, cases: Iterable[Turned], owners: Mapping[Seed, frozenset[str]]
) -> tuple[Firing, ...]:
    """At any severity: the phrase isn't there, so not even a hint may be."""
    return tuple(
        Firing(case, found)
        for case in cases
        for found in find(case.text)
        if is_own(found, case.seed.ids, owners)
    )


def owners(phrasebook: Phrasebook, seeds: Iterable[Seed]) -> dict[str, frozenset[str]]:
    """By a phrase's id, the rules that hold it, or the nearest to it: a table may fill a slot (**机器就这样)."""
    printed = [(_bare(phrase.text), rule.id) for rule in phrasebook.rules for phrase in rule.phrases]
    return {id_: _nearest(seed.text, printed) for seed in seeds for id_ in seed.ids}


def is_own(found: Found, ids: Iterable[str], owners: Owners) -> bool:
    return any(found.rule in owners.get(id_, ()) for id_ in ids)


def _nearest(text: str, printed: Iterable[tuple[str, str]]) -> frozenset[str]:
    scores = [(fuzz.ratio(_bare(text), phrase), rule) for phrase, rule in printed]
    best = max(scores, default=(0.0, ""))[0]
    return frozenset(rule for score, rule in scores if score == best)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)


def _hit(case: Banned, mark: Mark, found: tuple[Found, ...]) -> Hit:
    least = Severity.HINT if mark.only_a_hint else Severity.WARNING
    over = tuple(one for one in found if one.severity >= least and one.span.overlaps(mark.span))
    return Hit(case, mark, over, tuple(one for one in found if one not in over))


def _alarm(case: Harmless, found: tuple[Found, ...]) -> Alarm:
    faults = tuple(one for one in found if one.severity > Severity.HINT)
    return Alarm(case, faults, tuple(one for one in found if one.severity is Severity.HINT))


def _overlap(one: Span, other: Span) -> float:
    """Shared characters over all characters of both: 1 when equal, 0 when apart."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _close(text: str, one: Span, other: Span) -> bool:
    return _overlap(one, other) >= CLOSE_ENOUGH or _trimmed(text, one) == _trimmed(text, other)


def _trimmed(text: str, span: Span) -> Span:
    said = span.of(text)
    start = end = 0
    for edge in _EDGES.finditer(said):
        start, end = (edge.end(), end) if edge.start() == 0 else (start, len(said) - edge.start())
    return Span(span.start + start, span.end - end)
