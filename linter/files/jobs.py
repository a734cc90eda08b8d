"""Files to pieces of work: a file each, a large JSONL file in runs of whole lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from linter.files.checking import Job
from linter.files.targets import Target

PIECE = 1024 * 1024  # bytes of a JSONL file taken at once


def jobs_for(target: Target, source: BinaryIO, lines: tuple[range, ...] | None = None) -> Iterator[Job]:
    """The work a file is; of a JSONL file no more than a piece is in memory at a time."""
    settings = target.chosen
    if target.format.name != "jsonl":
        yield Job(target.path, source.read(), target.format, settings, lines=lines)
        return
    first_line = 1
    piece = _next_piece(source)
    while True:
        following = _next_piece(source) if len(piece) >= PIECE else b""
        yield Job(target.path, piece, target.format, settings, first_line, not following, lines)
        if not following:
            return
        first_line += piece.count(b"\n")
        piece = following


def _next_piece(source: BinaryIO) -> bytes:
    """Whole lines, about a piece's worth; UTF-16, whose line feed is two bytes, comes all at once."""
    piece = source.read(PIECE)
    if piece[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return piece + source.read()
    return piece + source.readline() if len(piece) == PIECE else piece


def bundles(jobs: Iterable[Job], most_bytes: int = 256 * 1024, most: int = 64) -> Iterator[tuple[Job, ...]]:
    """Small files together, so that handing them to a worker costs little."""
    bundle: list[Job] = []
    size = 0
    for job in jobs:
        bundle.append(job)
        size += len(job.data)
        if size >= most_bytes or len(bundle) >= most:
            yield tuple(bundle)
            bundle, size = [], 0
    if bundle:
        yield tuple(bundle)
