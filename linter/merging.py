"""One finding for one fault: of hits that overlap the worst is kept, and one that goes on takes up its rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from linter.judge import SMALL_WORDS, Judged
from phrasebook.places import Span

LONGEST_LINK = 6  # characters between two halves of a fault: 我不知道,我也真不清楚


def findings_of(judged: Iterable[Judged], spelled: str) -> list[Judged]:
    """The faults among the judged hits, in the order of the (plain) text, without overlap."""
    faults = _joined([each for each in judged if each.severity], spelled)
    chosen: list[Judged] = []
    for each in sorted(faults, key=_worst_first):
        if not any(each.hit.span.overlaps(other.hit.span) for other in chosen):
            chosen.append(each)
    return sorted(chosen, key=lambda each: each.hit.span)


def _worst_first(each: Judged) -> tuple[float, float, Span]:
    assert each.severity
    return (-each.severity, -len(each.hit.span) * each.hit.score, each.hit.span)


def _joined(faults: list[Judged], spelled: str) -> list[Judged]:
    """Hits of one rule that follow each other with nothing but small words between, as one."""
    found: list[Judged] = []
    for _, of_rule in groupby(
        sorted(faults, key=lambda f: (f.hit.rule.id, f.hit.span)), lambda f: f.hit.rule.id
    ):
        run: list[Judged] = []
        end = 0
        for each in of_rule:
            if run and not _follows(end, each, spelled):
                found.append(_whole(run))
                run = []
            run.append(each)
            end = max(end, each.hit.span.end)
        found.append(_whole(run))
    return found


def _follows(end: int, each: Judged, spelled: str) -> bool:
    between = spelled[end : each.hit.span.start]
    return len(between) <= LONGEST_LINK and "\n" not in between and not SMALL_WORDS.sub("", between)


def _whole(run: list[Judged]) -> Judged:
    """The worst hit of the run, standing for all of it."""
    worst = min(run, key=_worst_first)
    span = Span(min(one.hit.span.start for one in run), max(one.hit.span.end for one in run))
    return replace(worst, hit=replace(worst.hit, span=span))
