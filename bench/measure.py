"""All the cases of a folder, and what a finder made of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.cases import CORPUS, Banned, Harmless, read_banned, read_exceptions, read_harmless
from bench.finders import Finder
from bench.scoring import Alarm, Firing, Hit, Owners, alarms, firings, hits, owners
from bench.turned import Turned, turned
from bench.variations import made, seeds
from phrasebook.model import Phrasebook


@dataclass(frozen=True, slots=True)
class Material:
    """`by_hand` and `harmless` are the tables; `by_program` and `turned` are made from the printed phrases."""

    by_hand: tuple[Banned, ...]
    by_program: tuple[Banned, ...]
    harmless: tuple[Harmless, ...]
    turned: tuple[Turned, ...]
    owners: Owners


@dataclass(frozen=True, slots=True)
class Measured:
    """A finder's answers to a `Material`."""

    by_hand: tuple[Hit, ...]
    by_program: tuple[Hit, ...]
    alarms: tuple[Alarm, ...]
    turned: tuple[Turned, ...]
    firings: tuple[Firing, ...]
    owners: Owners


def material(phrasebook: Phrasebook, folder: Path = CORPUS, kind: str = "", group: str = "") -> Material:
    """The cases of a folder, or only those of one kind or class. Programs vary our own tables' phrases only."""
    banned = read_banned(folder)
    printed = seeds(read_banned())
    roots = printed if folder == CORPUS else ()
    return Material(
        tuple(case for case in banned if kind in ("", case.kind)),
        tuple(case for case in made(roots) if kind in ("", case.kind)),
        tuple(case for case in read_harmless(folder) if group in ("", case.group)),
        turned(roots, read_exceptions(folder)),
        owners(phrasebook, printed),
    )


def measure(find: Finder, cases: Material) -> Measured:
    return Measured(
        hits(find, cases.by_hand),
        hits(find, cases.by_program),
        alarms(find, cases.harmless),
        cases.turned,
        firings(find, cases.turned, cases.owners),
        cases.owners,
    )
