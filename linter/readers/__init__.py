"""Readers: a file to the replies in it. One file per format and one row in this table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from linter.readers.decoding import Decoded, decode
from phrasebook.problems import Problem

if TYPE_CHECKING:
    from linter.readers.choices import Choices
    from linter.readers.documents import Document
    from linter.readers.replies import Reply

Reading: TypeAlias = "Iterator[Reply | Problem]"
TextReader: TypeAlias = "Callable[[Document, Choices], Reading]"
ByteReader: TypeAlias = "Callable[[str, bytes, Choices], Reading]"


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name and file endings; `module` has its `read`, imported only when it is needed.

    `comments` is how it writes a remark, so that Huashu can be spoken to in one; empty where it can't.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    comments: str = ""
    is_text: bool = True


TEXT = Format("text", (".txt", ".text"), "text_files", comments="#")  # also what has no known ending
FORMATS = (
    TEXT,
    Format("markdown", (".md", ".markdown", ".mdx"), "markdown_files", comments="<!--"),
    Format("html", (".html", ".htm", ".xhtml"), "html_files", comments="<!--"),
    Format("json", (".json",), "json_files"),
    Format("jsonl", (".jsonl", ".ndjson"), "json_lines"),
    Format("yaml", (".yaml", ".yml"), "yaml_files", comments="#"),
    Format("csv", (".csv", ".tsv", ".tab"), "tables"),
    Format("xlsx", (".xlsx", ".xlsm"), "workbooks", is_text=False),
)
_BY_SUFFIX = {suffix: format for format in FORMATS for suffix in format.suffixes}
_BY_NAME = {format.name: format for format in FORMATS}


def format_of(path: str, name: str = "") -> Format | None:
    """The format called `name`, or the one the path's ending says; None for an ending no reader knows."""
    if name:
        return _BY_NAME.get(name)
    dot = path.rfind(".")
    return _BY_SUFFIX.get(path[dot:].lower()) if dot >= 0 else None


def read_bytes(
    path: str, data: bytes, format: Format, choices: Choices, first_line: int = 1
) -> tuple[Decoded | None, Reading]:
    """The replies of a file and, where it is text, how it was decoded."""
    if not format.is_text:
        read: ByteReader = import_module(f"{__name__}.{format.module}").read
        return None, read(path, data, choices)
    from linter.readers.documents import Document

    decoded = decode(data, path, first_line)
    if isinstance(decoded, Problem):
        return None, iter((decoded,))
    read_text: TextReader = import_module(f"{__name__}.{format.module}").read
    return decoded, read_text(Document(path, decoded.text, first_line), choices)
