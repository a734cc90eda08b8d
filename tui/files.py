"""Files that hold customers' words: in the user's own folders, readable by nobody else, never half written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from platformdirs import user_config_path, user_state_path

APP = "huashu"


def state_folder() -> Path:
    return user_state_path(APP)


def settings_file() -> Path:
    return user_config_path(APP) / "screen.toml"


def write_private(path: Path, text: str) -> None:
    """Replace the file in one step; it is the owner's alone from its first byte."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def append_private(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8", newline="\n") as file:
        file.write(text)


def readable(path: Path) -> str:
    """The path as people write it, with ~ for the home folder."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
