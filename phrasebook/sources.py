"""Paths to rule files: a file stands for itself, a folder for the YAML files in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from phrasebook.places import Location
from phrasebook.problems import Problem
from phrasebook.wording import visible

SUFFIXES = (".yaml", ".yml")


def files(path: Path, problems: list[Problem]) -> tuple[Path, ...]:
    """The rule files of one layer, folders within folders included, in the order of their names."""
    if path.is_dir():
        found = tuple(sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES and each.is_file()))
        if not found:
            problems.append(Problem(Location(shown(path)), "这个文件夹里没有 .yaml 文件"))
        return found
    return (path,)


def shown(path: Path) -> str:
    """The path as a message shows it: short where it lies under the working folder."""
    with suppress(ValueError, OSError):
        path = path.relative_to(Path.cwd())
    return visible(str(path))
