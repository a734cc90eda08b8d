"""Compiled phrasebooks, kept so that YAML is read once for each content."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from phrasebook import keeping
from phrasebook.model import Phrasebook
from phrasebook.packing import packed, unpacked
from phrasebook.sources import File

KEPT = 8  # phrasebooks; a trainer at work makes a new one with every save
_NOT_OURS = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


def place(layers: Sequence[Sequence[File]], guards: Collection[str] | None) -> Path | None:
    """Where the phrasebook of just these files, compiled by just this program, is kept; None without a home."""
    known = repr(None if guards is None else sorted(guards))
    return keeping.place("rules", known, *_contents(layers), program=Path(__file__).parent)


def _contents(layers: Sequence[Sequence[File]]) -> Iterator[bytes | str]:
    for layer in layers:
        yield f"layer of {len(layer)}"
        for file in layer:
            yield file.shown
            yield file.data


def kept(path: Path) -> Phrasebook | None:
    """The phrasebook that is kept there; None where the file is absent, damaged or not ours."""
    text = keeping.read(path)
    try:
        return unpacked(text) if text is not None else None
    except _NOT_OURS:
        return None


def keep(path: Path, phrasebook: Phrasebook) -> None:
    keeping.write(path, packed(phrasebook), KEPT)
