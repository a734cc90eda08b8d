"""Detection quality on the cases of tests/corpus, beside a naive rapidfuzz scan of the same phrases.

`python -m bench.quality [FOLDER] [--misses] [--kind KIND] [--class CLASS] [--no-replies]`

FOLDER holds tables like those of tests/corpus. A fault counts as found when an error or warning lies over it
(for estimates such as 可能, when a hint does); a harmless reply is a false alarm when it gets an error or warning.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import tables
from bench.cases import CORPUS, KINDS
from bench.finders import Found, naive, with_linter
from bench.measure import Measured, material, measure
from bench.replies import catches, read_replies
from linter import Linter
from phrasebook.model import Severity
from phrasebook.places import Span


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    linter = Linter.load()
    linter.warm()
    finders = (with_linter(linter), naive(linter.phrasebook))
    cases = material(linter.phrasebook, options.folder.resolve(), options.kind, options.group)
    ours, plain = (measure(find, cases) for find in finders)
    print(*tables.quality(ours, plain), sep="\n\n")
    if options.misses:
        print("", *_misses(ours), sep="\n")
    for replies in () if options.no_replies else read_replies():
        caught, caught_naive = (catches(find, replies) for find in finders)
        print("", tables.replies(replies, caught, caught_naive), sep="\n")
        if options.misses and "customer" not in replies.name:
            for catch in caught:
                if catch.found.severity > Severity.HINT:
                    print(f"  {_said(catch.text, (catch.found,))}  {catch.text}")
    return 0


def _misses(ours: Measured) -> Iterator[str]:
    for hit in (*ours.by_hand, *ours.by_program):
        if not hit.over:
            said = _said(hit.case.text, hit.others)
            yield f"missed  {hit.case.kind:<12}{_shown(hit.case.text, hit.mark.span)}  {said}  {hit.case.at}"
        elif not hit.span_is_close:
            said = _said(hit.case.text, hit.over)
            yield f"span    {hit.case.kind:<12}{_shown(hit.case.text, hit.mark.span)}  {said}  {hit.case.at}"
    for alarm in ours.alarms:
        if alarm.faults:
            yield f"alarm   {alarm.case.group:<17}{alarm.case.text}  {_said(alarm.case.text, alarm.faults)}"
    for firing in ours.firings:
        yield f"turned  {firing.case.seed.text} → {firing.case.text}  {_said(firing.case.text, (firing.found,))}"


def _shown(text: str, span: Span) -> str:
    """The reply with its fault in 【】, long surroundings left out."""
    before, after = text[: span.start][-20:], text[span.end :][:20]
    return f"{before}【{span.of(text)}】{after}"


def _said(text: str, findings: Sequence[Found]) -> str:
    said = (f"{f.rule} {f.severity.name.lower()} “{f.span.of(text)}” {f.match}" for f in findings)
    return f"<{'; '.join(said) or 'nothing'}>"


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__.splitlines()[0])
    parser.add_argument(
        "folder", nargs="?", type=Path, default=CORPUS, help="tables like those of tests/corpus"
    )
    parser.add_argument("--misses", action="store_true", help="list every miss, odd span and false alarm")
    parser.add_argument("--kind", choices=KINDS, default="", help="only faulty replies of this kind")
    parser.add_argument("--class", dest="group", default="", help="only harmless replies of this class")
    parser.add_argument("--no-replies", action="store_true", help="leave the real replies out")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
