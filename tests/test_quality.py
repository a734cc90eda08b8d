"""The floors detection must not fall below, on the cases of tests/corpus; a failure lists what was missed."""

from __future__ import annotations

import pytest

from bench.cases import KINDS
from bench.finders import with_linter
from bench.measure import Measured, material, measure
from bench.record import RECORD, record
from bench.scoring import Hit

RECALL, RECALL_OF_A_KIND, RECALL_BY_PROGRAM, EXACT_SPANS, FALSE_ALARMS = 0.98, 0.965, 0.955, 0.95, 0.005


@pytest.fixture(scope="session")
def measured(linter) -> Measured:
    return measure(with_linter(linter), material(linter.phrasebook))


def missed(hits: tuple[Hit, ...]) -> str:
    return "\n".join(
        f"{h.case.kind}: {h.mark.span.of(h.case.text)} | {h.case.text}" for h in hits if not h.over
    )


def assert_found(hits: tuple[Hit, ...], floor: float) -> None:
    assert sum(bool(hit.over) for hit in hits) >= floor * len(hits), missed(hits)


def test_recall_by_hand(measured):
    assert_found(measured.by_hand, RECALL)


def test_recall_by_program(measured):
    assert_found(measured.by_program, RECALL_BY_PROGRAM)


@pytest.mark.parametrize("kind", KINDS)
def test_recall_of_a_kind(measured, kind):
    assert_found(tuple(hit for hit in measured.by_hand if hit.case.kind == kind), RECALL_OF_A_KIND)


def test_spans(measured):
    found = [hit for hit in (*measured.by_hand, *measured.by_program) if hit.over]
    odd = [f"{h.mark.span.of(h.case.text)} != {h.span.of(h.case.text)}" for h in found if not h.span_is_close]
    assert len(odd) <= (1 - EXACT_SPANS) * len(found), "\n".join(odd)


def test_harmless_replies_stay_silent(measured):
    loud = [
        f"{alarm.case.group}: {found.rule} “{found.span.of(alarm.case.text)}” | {alarm.case.text}"
        for alarm in measured.alarms
        for found in alarm.faults
    ]
    assert len({line.split(" | ")[1] for line in loud}) <= FALSE_ALARMS * len(measured.alarms), "\n".join(
        loud
    )


def test_turned_phrases_stay_silent(measured):
    assert [f"{f.case.seed.text} → {f.case.text}: {f.found.rule}" for f in measured.firings] == []


def test_record_of_findings_is_fresh(linter):
    stale = "规则或匹配变了:运行 python -m bench.record,看清 tests/golden/findings.tsv 的差异再提交"
    assert record(linter) == RECORD.read_text(encoding="utf-8"), stale
