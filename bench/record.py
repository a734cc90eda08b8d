"""Everything the rules find in the project's own replies, a line each: a change of judgement shows as a diff.

`python -m bench.record` writes tests/golden/findings.tsv; a test fails when the file is stale.
Columns: table, severity, rule, the words found, how they matched, the reply.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.cases import read_banned, read_harmless
from linter import Linter

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "tests" / "golden" / "findings.tsv"


def record(linter: Linter) -> str:
    """The text of the record, sorted."""
    lines = {line for table, text in replies() for line in _lines(linter, table, text)}
    return "".join(f"{line}\n" for line in sorted(lines))


def replies() -> Iterator[tuple[str, str]]:
    """Every reply of the cases and the examples with the name of the table it is from."""
    for case in (*read_banned(), *read_harmless()):
        path = Path(case.at.path)
        yield f"{path.parent.name}/{path.stem}", case.text
    for path in sorted(ROOT.glob("examples/**/*.txt")):
        yield from ((f"examples/{path.stem}", line) for line in path.read_text(encoding="utf-8").splitlines())


def _lines(linter: Linter, table: str, text: str) -> Iterator[str]:
    for found in linter.check(text):
        yield "\t".join((table, found.severity.name.lower(), found.rule.id, found.text, found.match, text))


def main() -> int:
    linter = Linter.load()
    linter.warm()
    RECORD.write_text(record(linter), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
