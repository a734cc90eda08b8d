"""The figures of a measurement as aligned tables: ours beside the naive scan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.cases import KINDS
from bench.measure import Measured
from bench.replies import Catch, Replies, per_ten_thousand
from bench.scoring import Alarm, Hit, is_own

LONG = 80  # characters: a fault deep in a reply


def quality(ours: Measured, naive: Measured) -> tuple[str, ...]:
    """Recall, what was found, false alarms and turned sentences; empty ones left out."""
    alarms = false_alarms(ours.alarms, naive.alarms)
    tables = (recall(ours, naive), found(ours, naive), alarms, turned(ours, naive))
    return tuple(table for table in tables if table)


def recall(ours: Measured, naive: Measured) -> str:
    rows = [["recall", "by hand", "ours", "naive", "by program", "ours", "naive"]]
    sides = (ours.by_hand, naive.by_hand, ours.by_program, naive.by_program)
    rows += [[kind, *_recall([h for h in hits if h.case.kind == kind] for hits in sides)] for kind in KINDS]
    rows.append(["all", *_recall(sides)])
    rows.append([f"{LONG}+ characters", *_recall([h for h in s if len(h.case.text) >= LONG] for s in sides)])
    rows.append(["two or more", *_recall([h for h in s if len(h.case.marks) > 1] for s in sides)])
    return _aligned([row for row in rows if row[1] != "0" or row[4] != "0"])


def found(ours: Measured, naive: Measured) -> str:
    rows = [["of what was found, %", "ours", "naive"]]
    sides = [[h for h in (*side.by_hand, *side.by_program) if h.over] for side in (ours, naive)]
    rows.append(["span equal", *(_percent(sum(h.span_is_equal for h in s), len(s)) for s in sides)])
    rows.append(
        ["span equal but for the edges", *(_percent(sum(h.span_is_close for h in s), len(s)) for s in sides)]
    )
    own = [sum(any(is_own(f, h.mark.ids, ours.owners) for f in h.over) for h in s) for s in sides]
    rows.append(["by the phrase's own rule", *(_percent(count, len(s)) for count, s in zip(own, sides))])
    return _aligned(rows) if any(sides) else ""


def false_alarms(ours: Sequence[Alarm], naive: Sequence[Alarm]) -> str:
    rows = [["false alarms", "cases", "ours", "%", "hints", "naive", "%"]]
    groups = sorted({alarm.case.group for alarm in ours})
    for name in (*groups, "all"):
        mine, others = ([a for a in side if name in (a.case.group, "all")] for side in (ours, naive))
        alarmed, alarmed_naive = (sum(bool(a.faults) for a in side) for side in (mine, others))
        hinted = sum(bool(a.hints) for a in mine)
        shares = [_percent(n, len(mine)) for n in (alarmed, alarmed_naive)]
        rows.append(
            [name, str(len(mine)), str(alarmed), shares[0], str(hinted), str(alarmed_naive), shares[1]]
        )
    return _aligned(rows) if ours else ""


def turned(ours: Measured, naive: Measured) -> str:
    rows = [["own rule on turned phrases", "cases", "ours", "naive"]]
    for how in ("negator", "pronoun"):
        count = sum(case.how == how for case in ours.turned)
        fired = ({f.case.text for f in side.firings if f.case.how == how} for side in (ours, naive))
        rows.append([how, str(count), *(str(len(texts)) for texts in fired)])
    return _aligned(rows) if ours.turned else ""


def replies(corpus: Replies, ours: Iterable[Catch], naive: Iterable[Catch]) -> str:
    """Findings per 10,000 replies, errors first."""
    mine, others = per_ten_thousand(ours, corpus), per_ten_thousand(naive, corpus)
    rows = [[f"{corpus.name}, per 10,000 of {len(corpus.texts):,}", "ours", "naive"]]
    rows += [[f"{each.name.lower()}s", f"{mine[each]:.1f}", f"{others[each]:.1f}"] for each in mine]
    return _aligned(rows)


def _recall(sides: Iterable[Sequence[Hit]]) -> list[str]:
    hand, hand_naive, program, program_naive = sides
    return [
        *(str(len(hand)), _share(hand), _share(hand_naive)),
        *(str(len(program)), _share(program), _share(program_naive)),
    ]


def _share(hits: Sequence[Hit]) -> str:
    return _percent(sum(bool(hit.over) for hit in hits), len(hits))


def _percent(part: int, whole: int) -> str:
    return f"{part * 100 / whole:.1f}" if whole else "-"


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))])
        for row in rows
    )
