"""The file a draft came from: its words, and the way they are written back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from linter.readers.decoding import Decoded, decode
from linter.whole_files import put_bytes
from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """`newline` is the file's own line end, kept when it is saved."""

    path: Path
    decoded: Decoded
    newline: str

    @property
    def text(self) -> str:
        return self.decoded.text.replace("\r\n", "\n")

    def save(self, text: str) -> None:
        """Whole or not at all. Raises OSError, or UnicodeEncodeError when the file's encoding has no such character."""
        put_bytes(str(self.path), self.decoded.encode(text.replace("\n", self.newline)))


def open_file(path: Path) -> OpenedFile:
    """A file that is not there yet is an empty one. Raises PhrasebookError when it can't be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = b""
    except OSError as fault:
        raise PhrasebookError([Problem(Location(str(path)), f"读不了这个文件：{fault.strerror}")]) from fault
    decoded = decode(data, str(path))
    if isinstance(decoded, Problem):
        raise PhrasebookError([decoded])
    return OpenedFile(path, decoded, "\r\n" if "\r\n" in decoded.text else "\n")
