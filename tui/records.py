"""The agent's reports of false alarms, kept for the trainer who turns them into `good` examples."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from linter.finding import Finding
from tui.files import append_private, state_folder


def record_file() -> Path:
    return state_folder() / "false-alarms.yaml"


def record(finding: Finding, sentence: str, path: Path | None = None) -> Path:
    """Append one report; the file is a YAML list, and where it is is returned."""
    path = path or record_file()
    report = {
        "rule": finding.rule.id,
        "phrase": finding.phrase,
        "said": finding.text,
        "good": sentence,
        "time": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in report.items()]
    append_private(path, "- " + "\n  ".join(lines) + "\n")
    return path
