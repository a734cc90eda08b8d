"""Bytes to text and back: the only owner of encodings. UTF-8, UTF-16 with its mark, GB18030."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from phrasebook.places import Location
from phrasebook.problems import Problem

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "gb18030": "GB18030"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, and what is needed to write it back byte for byte."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        return self.mark + text.encode(self.encoding)


def decode(data: bytes, path: str, first_line: int = 1) -> Decoded | Problem:
    """The text of a file, or the reason it can't be read: never a guess that hides its words."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], path, first_line, encoding, mark)
    if b"\0" in data:
        return _problem(
            data, data.index(b"\0"), path, first_line, "含有空字节，像是二进制文件或缺少 BOM 的 UTF-16"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_gb18030(data, path, first_line, error)
    if _looks_misread(text):
        other = _gb18030(data)
        if other is not None and _share_of_common(other) > 0.9:
            return Decoded(other, "gb18030")
    return Decoded(text)


def _strictly(data: bytes, path: str, first_line: int, encoding: str, mark: bytes) -> Decoded | Problem:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"不是完整的 {_NAMES[encoding]}，文件可能被截断或混入了别的编码"
        return _problem(data, error.start, path, first_line, reason, encoding)
    if "\0" in text:
        return Problem(Location(path, first_line, 1), "含有空字符，像是二进制文件，没有检查")
    return Decoded(text, encoding, mark)


def _as_gb18030(data: bytes, path: str, first_line: int, error: UnicodeDecodeError) -> Decoded | Problem:
    """GB18030 accepts much damaged UTF-8 and Big5 as rare characters: such a reading is refused."""
    lenient = data.decode("utf-8", errors="replace")
    whole = sum(char >= "\u0800" and char != "\ufffd" for char in lenient)
    if whole >= lenient.count("\ufffd"):
        reason = "不是完整的 UTF-8，文件可能被截断或混入了别的编码"
        return _problem(data, error.start, path, first_line, reason)
    text = _gb18030(data)
    if text is None or _share_of_common(text) < 0.5:
        reason = "认不出编码（既不是 UTF-8 也不是 GB18030），请另存为 UTF-8 再检查"
        return _problem(data, error.start, path, first_line, reason)
    return Decoded(text, "gb18030")


def _gb18030(data: bytes) -> str | None:
    """The text, where writing it again gives the same bytes."""
    try:
        text = data.decode("gb18030")
        return text if text.encode("gb18030") == data else None
    except UnicodeError:
        return None


def _looks_misread(text: str) -> bool:
    """Only Latin, Greek or Cyrillic letters beside ASCII: two-byte UTF-8 that may be GB18030 (模 is C4 A3)."""
    return not text.isascii() and all(char < "\u0800" for char in text)


def _share_of_common(text: str) -> float:
    """How many of the characters beyond ASCII GB2312 has among its marks and 3,755 everyday characters."""
    beyond = [char for char in text if char > "\x7f"]
    return sum(map(_is_common, beyond)) / len(beyond) if beyond else 1.0


def _is_common(char: str) -> bool:
    if char >= "\U0001f000":  # emoji, which GB18030 writes in four bytes
        return True
    code = char.encode("gb2312", errors="ignore")
    return len(code) == 2 and (0xA1 <= code[0] <= 0xA3 or 0xB0 <= code[0] <= 0xD7)


def _problem(
    data: bytes, at: int, path: str, first_line: int, reason: str, encoding: str = "utf-8"
) -> Problem:
    before = data[:at].decode(encoding, errors="replace")
    line = first_line + before.count("\n")
    column = len(before) - before.rfind("\n")
    return Problem(Location(path, line, column), f"这里的字节 0x{data[at]:02X} {reason}")
