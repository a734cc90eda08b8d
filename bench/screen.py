"""How fast the screen is in a real terminal: key to painted frame, first paint, memory; beside a bare TextArea.

A pseudo-terminal is opened for a child process that runs the app; a key is written to it, and the frame counts
as painted when the terminal has been sent nothing more for a while. Run: `python bench/screen.py`.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
SIZE = (30, 100)  # rows, columns
KEYS = 120
SETTLED = 0.06  # seconds without output after which a frame is whole
SENTENCE = "王先生您好，您反映的退款问题我已经登记，今天下午五点前给您答复，请您放心。"
BARE = """
from textual.app import App
from textual.widgets import TextArea
import sys, pathlib
class Bare(App):
    def compose(self):
        text = TextArea(pathlib.Path(sys.argv[1]).read_text("utf-8"))
        text.cursor_blink = False
        yield text
    def on_mount(self):
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
Bare().run()
"""
OURS = """
import sys
from linter.commands import main
sys.exit(main(["tui", sys.argv[1]]))
"""
WITHOUT_JIEBA = """
import sys
from linter.commands import main
from linter.engine import Linter
Linter.warm = lambda self: None
sys.exit(main(["tui", sys.argv[1]]))
"""


@dataclass(frozen=True, slots=True)
class Child:
    pid: int
    terminal: int
    started: float

    def read(self, wait: float) -> bytes:
        ready, _, _ = select.select([self.terminal], [], [], wait)
        try:
            return os.read(self.terminal, 1 << 16) if ready else b""
        except OSError:
            return b""

    def settle(self, quiet: float, limit: float = 20.0) -> float:
        """Read until nothing comes for a while; the time of the last output."""
        last = end = time.perf_counter()
        while end - last < quiet and end - self.started < limit + 60:
            if self.read(quiet):
                last = time.perf_counter()
            end = time.perf_counter()
        return last

    def work(self) -> float:
        """Milliseconds of processor time so far: what a busy machine does not change."""
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[0]) / 1e6

    def memory(self) -> float:
        """Resident megabytes."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0


@dataclass(frozen=True, slots=True)
class Paint:
    """Milliseconds by the clock and by the processor."""

    clock: float
    work: float


@contextlib.contextmanager
def running(program: str, text: str) -> Iterator[Child]:
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "reply.txt"
        draft.write_text(text, "utf-8")
        pid, terminal = pty.fork()
        if pid == 0:
            kept = {"XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder, "PYTHONPATH": str(ROOT)}
            os.environ.update(kept, TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(sys.executable, [sys.executable, "-c", program, str(draft)])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        try:
            yield Child(pid, terminal, time.perf_counter())
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            os.close(terminal)


def first_paint(program: str, mark: str) -> Paint:
    """From the start of Python until the first frame, which holds the mark, is in the terminal."""
    with running(program, "") as child:
        seen = b""
        while mark.encode() not in seen:
            seen += child.read(10)
        work = child.work()
        return Paint((child.settle(0.01) - child.started) * 1000, work)


def latencies(program: str, text: str) -> list[float]:
    """Milliseconds from a key to its frame."""
    times = []
    with running(program, text) as child:
        child.settle(2.0)
        for number in range(KEYS):
            sent = time.perf_counter()
            os.write(child.terminal, "好的请稍等"[number % 5].encode())
            child.read(5.0)
            times.append((child.settle(SETTLED) - sent) * 1000)
            time.sleep(0.02)
    return times


def memory(program: str) -> float:
    with running(program, "") as child:
        child.settle(3.0)
        return child.memory()


def report(name: str, values: list[float]) -> str:
    cuts = quantiles(values, n=20)
    return f"{name:<44}{median(values):>8.1f}{cuts[-1]:>8.1f}"


def main(argv: list[str] | None = None) -> int:
    argparse.ArgumentParser(description=__doc__).parse_args(argv)
    drafts = {
        "200 characters": SENTENCE * 5,
        "2,000 characters in 20 lines": "\n".join([SENTENCE * 2 + SENTENCE[:24]] * 20),
        "2,000 characters in one line": SENTENCE * 54,
    }
    print(f"{'key to painted frame, ms':<44}{'p50':>8}{'p95':>8}")
    for name, text in drafts.items():
        for app, program in (("huashu", OURS), ("bare TextArea", BARE)):
            print(report(f"{name}, {app}", latencies(program, text)), flush=True)
    print(f"\n{'first paint, ms':<44}{'p50':>8}{'p95':>8}")
    for app, program, mark in (("huashu", OURS, "回复草稿"), ("bare TextArea", BARE, "▔▔▔")):
        paints = [first_paint(program, mark) for _ in range(12)]
        print(report(app, [each.clock for each in paints]))
        print(report(f"{app}, processor time", [each.work for each in paints]), flush=True)
    cold, warm, bare = memory(WITHOUT_JIEBA), memory(OURS), memory(BARE)
    print(f"\nmemory, MB: before jieba {cold:.0f}, with jieba {warm:.0f}, bare TextArea {bare:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
