"""The draft on disk, so that a crash or a closed terminal loses nothing: one file for each open screen."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tui.files import state_folder, write_private


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """`opened` is the file the draft came from, or empty."""

    text: str
    opened: str = ""


class DraftFile:
    """Keeps the draft of this process. `wanted` is the agent's choice to have it kept at all."""

    def __init__(self, opened: Path | None, *, wanted: bool = True, folder: Path | None = None) -> None:
        self._folder = folder or state_folder() / "drafts"
        self._opened = str(opened.resolve()) if opened else ""
        self._wanted = wanted
        self._kept = ""
        self.path = self._folder / f"draft-{os.getpid()}.json"

    def recover(self) -> str:
        """Take over the newest draft that a screen on the same file left behind; empty when there is none."""
        for path in self._left_behind() if self._wanted else ():
            saved = _read(path)
            if saved and saved.opened == self._opened and _claim(path, self.path):
                self._kept = saved.text
                return saved.text
        return ""

    def keep(self, text: str) -> None:
        """Write the draft when it changed; an empty one is removed."""
        if not text.strip():
            self.drop()
        elif self._wanted and text != self._kept:
            record = {"text": text, "opened": self._opened}
            write_private(self.path, json.dumps(record, ensure_ascii=False))
            self._kept = text

    def drop(self) -> None:
        """The draft was sent or cleared."""
        self.path.unlink(missing_ok=True)
        self._kept = ""

    def _left_behind(self) -> list[Path]:
        found = [path for path in self._folder.glob("draft-*.json") if not _is_open(path)]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _is_open(path: Path) -> bool:
    """Whether another process that still runs owns the file; a number reused by us is a container restarted."""
    number = path.stem.removeprefix("draft-")
    if not number.isdecimal() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _read(path: Path) -> SavedDraft | None:
    try:
        record = json.loads(path.read_text("utf-8"))
        return SavedDraft(str(record["text"]), str(record["opened"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _claim(path: Path, mine: Path) -> bool:
    """Of two screens that open at once, one gets the draft."""
    try:
        os.replace(path, mine)
    except OSError:
        return False
    return True
