"""Files and folders, layer upon layer, to one Phrasebook: built-in, then the company's, then the team's."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from phrasebook import cache, shipped, sources
from phrasebook.collecting import paused
from phrasebook.model import Phrasebook
from phrasebook.problems import Problem


def load(*paths: Path | str, builtin: bool = True, guards: Collection[str] | None = None) -> Phrasebook:
    """The built-in rules, unless `builtin` is false, changed and extended by each path in turn.

    A path is a YAML file or a folder of them: one layer. `guards` are the names `without` may hold;
    None leaves them unchecked. Raises PhrasebookError with every problem of every file.
    """
    problems: list[Problem] = []
    folders = [shipped.rules()] if builtin else []
    with paused():
        layers = [sources.gather(Path(path), problems) for path in (*folders, *paths)]
        place = None if problems else cache.place(layers, guards)
        phrasebook = cache.kept(place) if place else None
        if phrasebook is None:
            from phrasebook.compiling import compile_layers  # PyYAML costs as much as starting Python

            phrasebook = compile_layers(layers, guards, problems)
            if place:
                cache.keep(place, phrasebook)
    return phrasebook
