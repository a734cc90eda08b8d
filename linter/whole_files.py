"""Files written whole or not at all: reports, baselines, drafts."""

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


def put_bytes(path: str, data: bytes) -> None:
    """Put the bytes in place of what was there, through a link too, and with its permissions."""
    real = os.path.realpath(path)
    draft = f"{real}.{os.getpid()}"
    try:
        with open(draft, "xb") as file:
            file.write(data)
        if os.path.exists(real):
            os.chmod(draft, os.stat(real).st_mode & 0o7777)
        os.replace(draft, real)
    finally:
        if os.path.exists(draft):
            os.remove(draft)
