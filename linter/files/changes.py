"""What changed since a git revision: which lines of which files, for `--changed-from`."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from phrasebook.places import Location
from phrasebook.problems import PhrasebookError, Problem

Lines = tuple[range, ...]
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Changes:
    """The files touched since the revision, by absolute path; asks git for a file's lines when needed."""

    root: Path
    base: str
    touched: frozenset[Path]
    new: frozenset[Path] = field(default=frozenset())

    def lines(self, path: str) -> Lines | None:
        """The lines that changed: empty for an untouched file, None where all of them count."""
        file = Path(path).resolve()
        if file in self.new:
            return None
        if file not in self.touched:
            return ()
        diff = _git(
            self.root, "diff", "--unified=0", "--no-color", "--no-ext-diff", self.base, "--", str(file)
        )
        hunks = [(int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(diff)]
        # A file that git takes for binary (XLSX, UTF-16) shows no lines: all of it counts.
        return tuple(range(first, first + count) for first, count in hunks if count) if hunks else None


def changes_since(revision: str) -> Changes:
    """Compared with where the work began: the revision's common ancestor with what is checked out.

    Raises PhrasebookError where there is no git, no repository or no such revision.
    """
    if revision.startswith("-"):
        raise _problem(f"“{revision}”不是 git 版本")
    here = Path.cwd()
    root = Path(_git(here, "rev-parse", "--show-toplevel").strip()).resolve()
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
    base = _git(root, "merge-base", commit, "HEAD", may_fail=True).strip() or commit
    touched = _paths(root, _git(root, "diff", "--name-only", "-z", "--no-ext-diff", base))
    new = _paths(root, _git(root, "ls-files", "--others", "--exclude-standard", "-z"))
    return Changes(root, base, touched, new)


def _paths(root: Path, listed: str) -> frozenset[Path]:
    return frozenset((root / name).resolve() for name in listed.split("\0") if name)


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise _problem("没有找到 git 命令") from error
    if done.returncode and not may_fail:
        if arguments[0] == "rev-parse":
            wanted = arguments[-1].removesuffix("^{commit}")
            unknown = (
                "这里不是 git 仓库"
                if wanted.startswith("--")
                else f"git 里没有“{wanted}”这个版本（浅克隆请先取全历史）"
            )
            raise _problem(unknown)
        raise _problem(f"git {arguments[0]} 没有成功：{done.stderr.decode(errors='replace').strip()[:200]}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _problem(message: str) -> PhrasebookError:
    return PhrasebookError([Problem(Location("--changed-from"), message)])
