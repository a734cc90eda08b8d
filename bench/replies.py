"""Replies real agents sent, where such a corpus lies beside the project: how often is something found in them?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.finders import Finder, Found
from phrasebook.model import Severity

FOLDER = Path(__file__).parent.parent.parent / "shared" / "corpora"


@dataclass(frozen=True, slots=True)
class Replies:
    """A corpus: its name and the distinct texts of one side of it."""

    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catch:
    """A finding in a real reply."""

    text: str
    found: Found


def read_replies(folder: Path = FOLDER) -> tuple[Replies, ...]:
    """The agents' side of the dialogues, the customers' side for information, the canned replies."""
    wanted = (("crosswoz", "agent"), ("crosswoz", "customer"), ("canned", ""))
    return tuple(
        Replies(f"{name} {role}".strip(), _texts(folder / f"{name}.jsonl", role))
        for name, role in wanted
        if (folder / f"{name}.jsonl").exists()
    )


def catches(find: Finder, replies: Replies) -> tuple[Catch, ...]:
    return tuple(Catch(text, found) for text in replies.texts for found in find(text))


def per_ten_thousand(caught: Iterable[Catch], replies: Replies) -> dict[Severity, float]:
    count = Counter(catch.found.severity for catch in caught)
    return {severity: count[severity] * 10_000 / len(replies.texts) for severity in reversed(Severity)}


def _texts(path: Path, role: str) -> tuple[str, ...]:
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return tuple(dict.fromkeys(record["text"] for record in records if record.get("role", "") == role))
