"""Everything the rules find in the project's own replies, a line each: a change of judgement shows as a diff.

`python -m bench.record` writes tests/golden/findings.tsv; a test fails when the file is stale.
Columns: table, severity, rule, the words found, how they matched, the reply.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.cases import read_banned, read_harmless
from linter import Linter
from linter.readers import format_of, read_bytes
from linter.readers.choices import Choices
from linter.readers.replies import Reply

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "tests" / "golden" / "findings.tsv"


def record(linter: Linter) -> str:
    """The text of the record: sorted, a reply that is found twice in one table only once."""
    lines = {line for table, text in _replies() for line in _lines(linter, table, text)}
    return "".join(f"{line}\n" for line in sorted(lines))


def _replies() -> Iterator[tuple[str, str]]:
    for case in (*read_banned(), *read_harmless()):
        path = Path(case.at.path)
        yield f"{path.parent.name}/{path.stem}", case.text
    for path in sorted(ROOT.glob("examples/**/*")):
        if path.is_file() and (known := format_of(path.name)):
            table = path.relative_to(ROOT).as_posix()
            _, replies = read_bytes(table, path.read_bytes(), known, Choices())
            yield from ((table, reply.text) for reply in replies if isinstance(reply, Reply))


def _lines(linter: Linter, table: str, text: str) -> Iterator[str]:
    for found in linter.check(text):
        columns = (table, found.severity.name.lower(), found.rule.id, found.text, found.match, text)
        yield "\t".join(" ".join(column.split()) for column in columns)


def main() -> int:
    linter = Linter.load()
    linter.warm()
    RECORD.write_text(record(linter), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
