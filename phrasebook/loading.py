"""Files and folders, layer upon layer, to one Phrasebook: built-in, then the company's, then the team's."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from phrasebook import shipped
from phrasebook.model import Phrasebook


def load(*paths: Path | str, builtin: bool = True, guards: Collection[str] | None = None) -> Phrasebook:
    """The built-in rules, unless `builtin` is false, changed and extended by each path in turn.

    A path is a YAML file or a folder of them: one layer. `guards` are the names `without` may hold;
    None leaves them unchecked. Raises PhrasebookError with every problem of every file.
    """
    from phrasebook.compiling import compile_layers  # PyYAML costs as much as starting Python

    layers = [Path(path) for path in paths]
    return compile_layers([shipped.rules(), *layers] if builtin else layers, guards)
