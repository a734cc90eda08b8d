"""The program behind one page of the browser."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tui.start import run


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--rules", action="append", type=Path, default=[])
    parser.add_argument("--no-builtin", dest="builtin", action="store_false")
    parser.add_argument("--practice", action="store_true")
    asked = parser.parse_args(argv)
    return run(None, path=asked.path, practice=asked.practice, rules=asked.rules, builtin=asked.builtin)


if __name__ == "__main__":
    sys.exit(main())
