"""Files of our own (reports, baselines) written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable


def write_whole(path: str, pieces: Iterable[str], errors: str) -> None:
    """Write the text in UTF-8; a broken run leaves what was there before. `errors` is for lone surrogates."""
    draft = f"{path}.{os.getpid()}"
    try:
        with open(draft, "w", encoding="utf-8", errors=errors, newline="\n") as file:
            file.writelines(pieces)
        os.replace(draft, path)
    finally:
        if os.path.exists(draft):
            os.remove(draft)
