"""How well and how fast blunt sentences are reworded: the table per pattern, failures by cause, times.

`python -m bench.rewrite [FILE] [--failures]` where FILE has the shape of tests/corpus/rewrites.yaml.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from linter import Linter
from tests.rewrites import CASES, LEFT_ALONE, Case, Outcome, cases, outcome


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, default=CASES)
    parser.add_argument("--failures", action="store_true", help="print every case that came out otherwise")
    options = parser.parse_args(argv)
    linter = Linter.load()
    linter.warm()
    every = cases(options.file)
    outcomes = [outcome(linter, case) for case in every]
    print(*_table(outcomes), sep="\n")
    print(*_times(linter, every), sep="\n")
    if options.failures:
        print(*(f"\n{each}" for each in outcomes if each.cause), sep="\n")
    return 0


def _table(outcomes: Sequence[Outcome]) -> list[str]:
    rows = ["pattern        cases  right  share  failures by cause"]
    for pattern in dict.fromkeys(each.case.pattern for each in outcomes):
        here = [each for each in outcomes if each.case.pattern == pattern]
        causes = Counter(each.cause for each in here if each.cause)
        right = len(here) - causes.total()
        told = ", ".join(f"{cause} {count}" for cause, count in causes.most_common())
        rows.append(f"{pattern:<13} {len(here):6} {right:6} {right / len(here):6.1%}  {told}")
    return rows


def _times(linter: Linter, every: Sequence[Case]) -> list[str]:
    """CPU time of one sentence, in milliseconds."""
    spent = {True: [], False: []}
    for case in every:
        start = time.thread_time()
        linter.rewrite(case.before)
        spent[case.pattern == LEFT_ALONE].append((time.thread_time() - start) * 1000)
    return [
        "",
        *(_row(name, spent[kind]) for name, kind in (("blunt", False), ("ordinary", True)) if spent[kind]),
    ]


def _row(name: str, times: list[float]) -> str:
    ranked = sorted(times)
    p50, p99 = ranked[len(ranked) // 2], ranked[int(len(ranked) * 0.99)]
    return f"{name:<9} sentences: p50 {p50:.2f} ms, p99 {p99:.2f} ms, n = {len(ranked)}"


if __name__ == "__main__":
    raise SystemExit(main())
