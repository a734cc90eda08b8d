"""Which files a run checks: the paths given, folders gone through, include and exclude."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from linter.readers import FORMATS, TEXT, Format, format_of
from linter.settings import FileSettings, Settings
from linter.settings.globs import fits
from phrasebook.places import Location
from phrasebook.problems import Problem, did_you_mean

SettingsOf = Callable[[str], Settings]
STDIN = "<stdin>"
_SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "dist", "build", "site-packages"))
_UNREADABLE = {
    ".xls": "旧版 Excel 格式，请另存为 .xlsx 或 CSV",
    ".doc": "Word 文档，请另存为 .txt 或 .md",
    ".docx": "Word 文档，请另存为 .txt 或 .md",
    ".pdf": "PDF，请导出为文字",
    ".zip": "压缩包，请先解开",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check, by the path as it was given."""

    path: str
    format: Format
    settings: Settings
    chosen: FileSettings


class Finder:
    """Goes through paths; asks for the settings of each folder once."""

    def __init__(self, settings_of: SettingsOf, passed_over: str = "") -> None:
        self._settings_of = settings_of
        self._seen = {os.path.abspath(passed_over)} if passed_over else set()

    def targets(self, paths: Iterable[str]) -> Iterator[Target | Problem]:
        for path in paths:
            if os.path.isdir(path):
                yield from self._folder(path)
            elif os.path.exists(path):
                yield from self._file(path)
            else:
                yield Problem(Location(path), "没有这个文件或文件夹" + _near(path))

    def _folder(self, path: str) -> Iterator[Target | Problem]:
        count = 0
        for folder, folders, names in os.walk(path, onerror=None):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
            settings = self._settings_of(folder)
            for name in sorted(names):
                file = os.path.join(folder, name).removeprefix("./")
                if not name.startswith(".") and _is_wanted(file, settings):
                    count += 1
                    yield from self._file(file)
            if not os.access(folder, os.R_OK | os.X_OK):
                yield Problem(Location(folder), "没有权限打开这个文件夹")
        if not count:
            endings = " ".join(suffix for format in FORMATS for suffix in format.suffixes)
            yield Problem(Location(path), f"文件夹里没有可检查的文件（能读：{endings}）")

    def _file(self, path: str) -> Iterator[Target | Problem]:
        whole = os.path.abspath(path)
        if whole in self._seen:
            return
        self._seen.add(whole)
        settings = self._settings_of(os.path.dirname(path) or ".")
        chosen = settings.for_path(path)
        ending = os.path.splitext(path)[1].lower()
        if ending in _UNREADABLE and not chosen.format:
            yield Problem(Location(path), f"读不了{_UNREADABLE[ending]}，没有检查")
        else:
            yield Target(path, format_of(path, chosen.format) or TEXT, settings, chosen)


def _is_wanted(file: str, settings: Settings) -> bool:
    if settings.exclude and fits(settings.relative(file), settings.exclude):
        return False
    if settings.include:
        return fits(settings.relative(file), settings.include)
    if file.lower().endswith(".xls"):  # most likely replies: said to be unreadable rather than passed over
        return True
    return bool(format_of(file) or (settings.paths and settings.for_path(file).format))


def _near(path: str) -> str:
    parent = Path(path).parent
    try:
        names = [each.name for each in parent.iterdir()]
    except OSError:
        return ""
    return did_you_mean(Path(path).name, names)
