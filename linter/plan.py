"""What the index searches for, worked out from a phrasebook: plain lists, so that they can be kept.

A *member* is a run of words of a form or a word of a group; a *step* is one place of a form, said by any of its
members; a *path* is a form as steps; a *rendering* is a form spelled out, long enough to be known with a slip in
it, and found by its *pieces*.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from phrasebook import forms, keeping
from phrasebook.model import Phrasebook

GAP = -1  # in a path: anything short
HOLE = "\uf8ff"  # in a string: any one sound
TWO_SLIPS_FROM = 10  # sounds of a rendering
KEPT = 8
SHAPED_BY = (Path(__file__).parent / "tables", Path(forms.__file__))  # besides the program itself


@dataclass(slots=True)
class Plan:
    """Rows of numbers and texts; the comments give the columns."""

    letters: str = ""  # Latin letters of phrases
    members: str = (
        ""  # a line each: chars, within, lead, trail, parted by tabs; several within or lead by spaces
    )
    steps: str = ""  # of each member, a line: the steps it says
    targets: list[tuple[int, int, int, bool, bool, bool]] = field(
        default_factory=list
    )  # rule phrase marks inverted begins ends
    paths: list[tuple[int, list[int]]] = field(default_factory=list)  # target, steps
    renderings: str = ""  # a line each: members, then | and targets
    strings: str = ""  # what is searched for, a line each
    meanings: str = ""  # of each string: member:mistaken …, then | and rendering:offset …


def plan_of(phrasebook: Phrasebook) -> Plan:
    """The plan of a phrasebook, kept from an earlier time if it may be."""
    from linter.planning import planned

    said = [[[phrase.text, *phrase.forms] for phrase in rule.phrases] for rule in phrasebook.rules]
    content = json.dumps([said, dict(phrasebook.groups)], ensure_ascii=False)
    place = keeping.place("index", content, _state(), program=Path(__file__).parent)
    kept = keeping.read(place) if place else None
    if kept:
        try:
            return Plan(**json.loads(kept))
        except (ValueError, TypeError):
            pass  # cut short or another program's: made anew
    made = planned(phrasebook)
    if place:
        row = {name: getattr(made, name) for name in Plan.__slots__}
        keeping.write(place, json.dumps(row, ensure_ascii=False, separators=(",", ":")), KEPT)
    return made


def _state() -> str:
    """What else shapes a plan: the character tables and the form language."""
    files = [
        file for place in SHAPED_BY for file in ([place] if place.is_file() else sorted(place.iterdir()))
    ]
    return repr([(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files])


def most_wrong(length: int) -> int:
    """How many characters of a form may be others of the same sound at the very most."""
    return length - 1 if length < 3 else max(2, length // 3)


def slips(length: int) -> int:
    """How many slips a rendering of so many sounds may have."""
    return 2 if length >= TWO_SLIPS_FROM else 1
