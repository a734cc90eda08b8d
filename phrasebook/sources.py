"""Paths to the bytes of rule files: a file stands for itself, a folder for the YAML files in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from phrasebook.places import Location
from phrasebook.problems import Problem
from phrasebook.wording import visible

SUFFIXES = (".yaml", ".yml")
MAX_BYTES = 32 * 2**20  # 10,000 rich rules take a third of it


@dataclass(frozen=True, slots=True)
class File:
    """A rule file as it was read: the path as messages show it, and its bytes."""

    shown: str
    data: bytes


def gather(path: Path, problems: list[Problem]) -> tuple[File, ...]:
    """The files of one layer, read."""
    found = paths_of(path)
    if not found:
        problems.append(Problem(Location(_shown(path)), "这个文件夹里没有 .yaml 文件"))
    return tuple(file for each in found for file in _read(each, problems))


def paths_of(path: Path) -> list[Path]:
    """The path itself, or the rule files in a folder by their names: folders in it count, hidden ones don't."""
    if not _is_folder(path):
        return [path]
    return sorted(each for each in path.rglob("*") if _is_rule_file(each, path))


def _is_folder(path: Path) -> bool:
    with suppress(OSError):
        return path.is_dir()
    return False


def _is_rule_file(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix in SUFFIXES and not hidden and path.is_file()


def _read(path: Path, problems: list[Problem]) -> Iterator[File]:
    """The file, unless it can't be read or is too large to be read at all."""
    shown = _shown(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.append(Problem(Location(shown), _unreadable(error)))
        return
    if len(data) > MAX_BYTES:
        message = f"文件太大，最多 {MAX_BYTES // 2**20} MB，请分成几个文件"
        problems.append(Problem(Location(shown), message))
        return
    yield File(shown, data)


def _shown(path: Path) -> str:
    """Short where the path lies under the working folder."""
    with suppress(ValueError, OSError):
        path = path.relative_to(Path.cwd())
    return visible(str(path))


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "找不到这个文件"
    if isinstance(error, PermissionError):
        return "没有权限打开这个文件"
    return f"打不开这个文件（系统错误 {error.errno}）"
