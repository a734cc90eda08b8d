"""The agent's own choices for the screen, from a file in the user's settings folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem, did_you_mean
from tui.actions import ACTIONS, Where
from tui.files import settings_file
from tui.keys import keycap

THEMES = {"深色": "huashu-dark", "浅色": "huashu-light"}
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_THEME = re.compile(r"""^[ \t]*["']?theme["']?[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*')""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    theme: str = THEMES["深色"]
    hints: bool = True
    keep_draft: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load(path: Path | None = None) -> Settings:
    """The settings; those of the program when there is no file. PhrasebookError tells every fault."""
    path = path or settings_file()
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as fault:
        raise PhrasebookError([Problem(Location(str(path)), f"读不了设置文件：{fault}")]) from fault
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise PhrasebookError([Problem(Location(str(path)), f"设置文件写得不对：{fault}")]) from fault
    return _Reader(path, text).settings(found)


def keep_theme(theme: str, path: Path | None = None) -> None:
    """Write the theme into the settings file and leave the rest of it as it stands. Raises OSError."""
    from linter.whole_files import put_bytes

    path = path or settings_file()
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    wanted = f'theme = "{next(name for name, id in THEMES.items() if id == theme)}"'
    table = _TABLE.search(text)
    top_end = table.start() if table else len(text)  # below it, `theme` is the key of an action
    top, count = _THEME.subn(wanted, text[:top_end], count=1)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    put_bytes(str(path), ((top if count else f"{wanted}\n{top}") + text[top_end:]).encode())


class _Reader:
    """Collects every fault with the line its name stands in."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._problems: list[Problem] = []

    def settings(self, found: Mapping[str, object]) -> Settings:
        for name in found.keys() - {"theme", "hints", "keep_draft", "keys"}:
            near = did_you_mean(name, ["theme", "hints", "keep_draft", "keys"])
            self._fault(name, f"没有“{name}”这一项设置{near}")
        settings = Settings(
            theme=self._theme(found.get("theme", "深色")),
            hints=self._yes_no("hints", found.get("hints", True)),
            keep_draft=self._yes_no("keep_draft", found.get("keep_draft", True)),
            keys=self._keys(found.get("keys", {})),
        )
        if self._problems:
            raise PhrasebookError(self._problems)
        return settings

    def _theme(self, value: object) -> str:
        if value not in THEMES:
            self._fault("theme", "theme 只能是 " + " 或 ".join(f'"{name}"' for name in THEMES))
        return THEMES.get(str(value), THEMES["深色"])

    def _yes_no(self, name: str, value: object) -> bool:
        if not isinstance(value, bool):
            self._fault(name, f"{name} 只能是 true 或 false")
        return bool(value)

    def _keys(self, value: object) -> dict[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            self._fault("keys", '[keys] 下面每行写一个动作，例如 replace = "f2"')
            return {}
        ids = [action.id for action in ACTIONS]
        keys = {}
        for action, keys_of in value.items():
            if action not in ids:
                self._fault(action, f"没有“{action}”这个动作{did_you_mean(action, ids)}")
            keys[action] = self._keys_of(action, keys_of)
        self._check_clashes(keys)
        return keys

    def _keys_of(self, action: str, value: object) -> tuple[str, ...]:
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            self._fault(
                action, f'{action} 写成一个按键，如 "f2"，或几个按键，如 ["f2", "ctrl+r"]；不要按键写 []'
            )
            return ()
        for key in keys:
            if len(key.split("+")[-1]) == 1 and "+" not in key:
                self._fault(action, f"“{key}”是打字用的键，输入法会先拿走；请用功能键，或加上 ctrl+、alt+")
        return tuple(keys)

    def _check_clashes(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Two actions of one place on one key: only the first would ever happen."""
        for place in Where:
            taken: dict[str, str] = {}
            for action in (one for one in ACTIONS if one.where is place):
                for key in chosen.get(action.id, action.keys):
                    other = taken.setdefault(key, action.id)
                    if other != action.id:
                        name = action.id if action.id in chosen else other
                        self._fault(name, f"{keycap(key)} 已经是“{other}”的按键，不能又给“{action.id}”")

    def _fault(self, name: str, message: str) -> None:
        line = next(
            (number for number, text in enumerate(self._lines, 1) if text.lstrip(' "').startswith(name)), 1
        )
        self._problems.append(Problem(Location(str(self._path), line), message))
