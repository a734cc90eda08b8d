"""What was worked out once, kept in the user's cache folder: the only owner of those files.

They are plain text, readable by their owner only, written whole or not at all. A file that is absent or not ours
counts as none; a folder that can't be written to costs time, never the answer.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def place(family: str, *contents: bytes | str, program: Path | None = None) -> Path | None:
    """Where the file of just these contents, made by just the program in that folder, is kept.

    `family` begins its name: letters and a hyphen. Without `program` the contents say what made them.
    None for a user without a home.
    """
    from hashlib import sha256

    from platformdirs import user_cache_path

    digest = sha256(repr(_state(program) if program else None).encode())
    for content in contents:
        raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        digest.update(b"%d:" % len(raw))
        digest.update(raw)
    try:
        folder = user_cache_path("huashu")
    except (OSError, RuntimeError):
        return None
    # Without a home the folder is a relative one, called ~.
    return folder / f"{family}-{digest.hexdigest()[:32]}.txt" if folder.is_absolute() else None


def read(path: Path) -> bytes | None:
    """What is kept there, if it is ours."""
    with suppress(OSError), path.open("rb") as file:
        if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
            return None
        return file.read()
    return None


def write(path: Path, text: str, most: int) -> None:
    """Keep the text, and of its family only the `most` newest files."""
    draft = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        _forget(path, most)


def _forget(path: Path, most: int) -> None:
    family = path.name.rpartition("-")[0]
    found = sorted(
        path.parent.glob(f"{family}-*.txt"), key=lambda each: each.stat().st_mtime_ns, reverse=True
    )
    for each in found[most:]:
        each.unlink(missing_ok=True)


def _state(program: Path) -> list[tuple[str, int, int]]:
    """What tells one state of the program from another, a developer's included."""
    modules = [each for each in os.scandir(program) if each.name.endswith(".py")]
    return sorted((each.name, each.stat().st_size, each.stat().st_mtime_ns) for each in modules)
