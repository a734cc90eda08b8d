"""Characters that are taken for one another by the eye."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("tables") / "lookalikes.txt"


def lookalikes(character: str) -> str:
    """Those that look like the character, most alike first."""
    return _table().get(character, "")


@cache
def _table() -> dict[str, str]:
    return {line[0]: line[1:] for line in TABLE.read_text("utf-8").splitlines()}
