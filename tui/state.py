"""The draft on disk, so that a crash or a closed terminal loses nothing: one file for each open screen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tui.files import state_folder, write_private
from tui.locks import Lock


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
        self._lock = _lock_of(self.path)

    def recover(self) -> str:
        """Take over the newest draft that a screen on the same file left behind; empty when there is none."""
        for path in self._newest_first() if self._wanted else ():
            lock = _lock_of(path)
            if not lock.take():
                continue  # a screen that is open
            saved = _read(path)
            if saved and saved.opened == self._opened:
                self._kept = saved.text
                os.replace(path, self.path)
                lock.release()
                self._lock.take()
                return saved.text
            lock.release()
        return ""

    def keep(self, text: str) -> None:
        """Write the draft when it changed; an empty one is removed."""
        if not text.strip():
            self.drop()
        elif self._wanted and text != self._kept:
            import json

            self._lock.take()
            write_private(self.path, json.dumps({"text": text, "opened": self._opened}, ensure_ascii=False))
            self._kept = text

    def drop(self, sent: str = "") -> None:
        """The draft was cleared, or copied to be sent: then it is kept again only once it is changed."""
        self.path.unlink(missing_ok=True)
        self._lock.release()
        self._kept = sent

    def _newest_first(self) -> list[Path]:
        return sorted(self._folder.glob("draft-*.json"), key=_time, reverse=True)


def _lock_of(path: Path) -> Lock:
    return Lock(path.with_suffix(".lock"))


def _time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0  # another screen has just taken it


def _read(path: Path) -> SavedDraft | None:
    import json

    try:
        record = json.loads(path.read_text("utf-8"))
        return SavedDraft(str(record["text"]), str(record["opened"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
