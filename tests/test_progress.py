"""The progress line: only on a terminal, only when it takes long, and gone before anything else is written."""

import io

import pytest

from linter.commands import progress
from linter.commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "patience", "shown"), [
    (Terminal, 0.0, True), (Terminal, 60.0, False), (io.StringIO, 0.0, False),
])  # fmt: skip
def test_progress(monkeypatch, stream, patience, shown):
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    monkeypatch.setattr("sys.stderr", stream())
    with Progress() as line:
        line.show(3, 10, 7)
        told = progress.sys.stderr.getvalue()
        assert ("3/10" in told) is shown
    assert progress.sys.stderr.getvalue().endswith("\r\x1b[K") is shown
