"""Compiled phrasebooks in the user's cache folder, so that YAML is read once for each content.

JSON, readable by its owner only. A file that is absent, damaged or not ours counts as none, and a folder that
can't be written to is no fault: the phrasebook is compiled again.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from phrasebook.model import Phrasebook
from phrasebook.packing import packed, unpacked
from phrasebook.sources import File

KEPT = 8  # phrasebooks; a trainer at work makes a new one with every save
_NOT_OURS = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


def place(layers: Sequence[Sequence[File]], guards: Collection[str] | None) -> Path | None:
    """Where the phrasebook of just these files, compiled by just this program, is kept; None without a home."""
    from hashlib import sha256

    from platformdirs import user_cache_path

    digest = sha256(repr((_program(), None if guards is None else sorted(guards))).encode())
    for layer in layers:
        digest.update(b"layer")
        for file in layer:
            digest.update(repr((file.shown, len(file.data))).encode())
            digest.update(file.data)
    folder = user_cache_path("huashu")  # relative, a folder called ~, for a user without a home
    return folder / f"rules-{digest.hexdigest()[:32]}.json" if folder.is_absolute() else None


def _program() -> list[tuple[str, int, int]]:
    """What tells one state of this package from another, a developer's included."""
    modules = [each for each in os.scandir(Path(__file__).parent) if each.name.endswith(".py")]
    return sorted((each.name, each.stat().st_size, each.stat().st_mtime_ns) for each in modules)


def kept(path: Path) -> Phrasebook | None:
    try:
        with path.open("rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            return unpacked(file.read())
    except (OSError, *_NOT_OURS):
        return None


def keep(path: Path, phrasebook: Phrasebook) -> None:
    """Write it whole or not at all: readers never see half a file."""
    draft = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with open(
                os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(packed(phrasebook))
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        _forget_old(path.parent)


def _forget_old(folder: Path) -> None:
    found = sorted(folder.glob("rules-*.json"), key=lambda each: each.stat().st_mtime_ns, reverse=True)
    for each in found[KEPT:]:
        each.unlink(missing_ok=True)
