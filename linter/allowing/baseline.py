"""The baseline: findings that were there when a project began, known by content and not by line number."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from linter.entries import Entry
from linter.whole_files import write_whole
from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem

_VERSION = 1


class Baseline:
    """Says of each finding whether it was there before; as often as it was there, and no more."""

    def __init__(self, counts: Counter[str]) -> None:
        self._left = Counter(counts)

    def knows(self, entry: Entry) -> bool:
        if self._left[entry.fingerprint] <= 0:
            return False
        self._left[entry.fingerprint] -= 1
        return True


def read_baseline(file: Path) -> Baseline:
    """The baseline of a file; raises PhrasebookError where it isn't one."""
    try:
        content = json.loads(file.read_bytes())
    except OSError as error:
        raise _unusable(file, "找不到基线文件或打不开，请先运行 huashu baseline") from error
    except (ValueError, RecursionError) as error:
        raise _unusable(file, "基线文件不是完整的 JSON，请重新运行 huashu baseline") from error
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        raise _unusable(file, "不是 huashu baseline 写的文件，或版本不同，请重新运行 huashu baseline")
    counts: Counter[str] = Counter()
    findings = content.get("findings")
    for finding in findings if isinstance(findings, list) else ():
        if isinstance(finding, dict):
            counts[str(finding.get("fingerprint"))] += 1
    return Baseline(counts)


def write_baseline(file: Path, entries: Iterable[Entry]) -> int:
    """Write the findings down, one a line so that changes read well; gives their number."""
    lines = [
        json.dumps(
            {"path": entry.path, "rule": entry.rule, "text": entry.text, "fingerprint": entry.fingerprint},
            ensure_ascii=False,
        )
        for entry in entries
    ]
    body = ",\n    ".join(sorted(lines))
    listed = f"[\n    {body}\n  ]" if lines else "[]"
    write_whole(str(file), (f'{{\n  "version": {_VERSION},\n  "findings": {listed}\n}}\n',), "surrogatepass")
    return len(lines)


def _unusable(file: Path, message: str) -> PhrasebookError:
    return PhrasebookError([Problem(Location(file.as_posix()), message)])
