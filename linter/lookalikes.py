"""Characters that are taken for one another by the eye."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

EVERYDAY = 1000  # characters
TABLES = Path(__file__).with_name("tables")


def lookalikes(character: str) -> str:
    """Those that look like the character, most alike first."""
    return _table("lookalikes").get(character, "")


def parts(character: str) -> str:
    """What the character is put together of: 口 and 斤 for 听."""
    return _table("parts").get(character, "")


@cache
def rare() -> re.Pattern[str]:
    """A character that is none of the thousand most frequent ones."""
    return re.compile(rf"[^{frequent()[:EVERYDAY]}\W\d_]")


@cache
def frequent() -> str:
    """The 3,500 most frequent characters, most frequent first."""
    return (TABLES / "frequent.txt").read_text("utf-8").strip()


@cache
def _table(name: str) -> dict[str, str]:
    rows = (TABLES / f"{name}.txt").read_text("utf-8").splitlines()
    return {row[0]: row[1:] for row in rows}
