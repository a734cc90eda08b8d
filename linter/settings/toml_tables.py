"""TOML files as tables that say what is wrong with them, each fault with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from linter.settings.toml_places import place_of
from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem, did_you_mean


def read_toml(file: Path, table: tuple[str, ...] = ()) -> Table:
    """The file's table of that name, or its root; raises PhrasebookError where it can't be read."""
    import tomllib

    name = shown(file)
    try:
        text = file.read_text("utf-8-sig")
        content: object = tomllib.loads(text)
    except FileNotFoundError as error:
        raise PhrasebookError([Problem(Location(name), "找不到这个文件")]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise PhrasebookError([Problem(Location(name), "文件打不开，或者不是 UTF-8 编码")]) from error
    except tomllib.TOMLDecodeError as error:
        raise PhrasebookError([_broken(name, str(error))]) from error
    for key in table:
        content = content.get(key) if isinstance(content, dict) else None
    return Table(name, text, table, content)


def shown(file: Path) -> str:
    """The file as one would type it here."""
    try:
        return file.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()


def _broken(name: str, message: str) -> Problem:
    at = re.search(r"\(at line (\d+), column (\d+)\)", message)
    place = Location(name, int(at[1]), int(at[2])) if at else Location(name)
    return Problem(place, "TOML 写法有误，请检查引号、方括号和等号")


class Table:
    """A table of the file; asks for values by key and collects what is wrong with them."""

    def __init__(self, shown: str, text: str, path: tuple[str, ...], content: object, nth: int = 0) -> None:
        self.problems: list[Problem] = []
        self._shown, self._text, self._path, self._nth = shown, text, path, nth
        self._content: Mapping[str, object] = content if isinstance(content, dict) else {}

    def problem(self, key: str, message: str, below: str = "") -> None:
        path, last = ((*self._path, key), below) if below else (self._path, key)
        place = place_of(self._text, path, last, self._nth)
        self.problems.append(Problem(Location(self._shown, place.line, place.column), f"{key}：{message}"))

    def allow_only(self, keys: tuple[str, ...]) -> None:
        for key in self._content:
            if key not in keys:
                near = did_you_mean(key, keys)
                self.problem(key, f"不认识的设置{near or '；可用：' + '、'.join(sorted(keys))}")

    def words(self, key: str) -> tuple[str, ...]:
        value = self._content.get(key, [])
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        self.problem(key, '要写成文字的列表，例如 ["a", "b"]')
        return ()

    def word(self, key: str) -> str:
        value = self._content.get(key, "")
        if isinstance(value, str):
            return value
        self.problem(key, "要写成一段带引号的文字")
        return ""

    def flag(self, key: str) -> bool | None:
        value = self._content.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.problem(key, "只能是 true 或 false")
        return None

    def mapping(self, key: str) -> Mapping[str, object]:
        value = self._content.get(key, {})
        if isinstance(value, dict):
            return value
        self.problem(key, '要写成一张表，例如 { not-my-job = "hint" }')
        return {}

    def tables(self, key: str) -> list[Table]:
        value = self._content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.problem(key, f"要写成 [[{'.'.join((*self._path, key))}]] 的形式")
            return []
        below = [
            Table(self._shown, self._text, (*self._path, key), each, nth) for nth, each in enumerate(value)
        ]
        for table in below:
            table.problems = self.problems
        return below

    def day(self, key: str) -> date | None:
        value = self._content.get(key)
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                value = 0
        if value is None or type(value) is date:
            return value
        self.problem(key, "要写成日期，例如 2026-12-31")
        return None

    def place(self, key: str) -> Location:
        place = place_of(self._text, self._path, key, self._nth)
        return Location(self._shown, place.line, place.column)
