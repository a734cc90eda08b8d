"""Starting: the settings, the draft and the rules brought together, then the screen in the terminal or a browser."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebook.problems import PhrasebookError
from tui import settings as settings_of
from tui.app import HuashuApp
from tui.reload import Rules
from tui.state import DraftFile

if TYPE_CHECKING:
    from linter import Linter
    from tui.opened import OpenedFile


def run(
    linter: Linter | None,
    *,
    path: Path | None = None,
    practice: bool = False,
    rules: Iterable[Path | str] | None = None,
    builtin: bool = True,
    port: int | None = None,
) -> int:
    """Open the screen and return an exit code.

    `path` is a file whose words are the draft. `rules` and `builtin` say where the rules come from, so that they
    are loaded again when they change. With None for the linter they are loaded once the screen is open: half a
    second sooner for the eye. With a `port` it is served to a browser there. Raises PhrasebookError for rules, settings or a file that can't be used.
    """
    where = Rules(tuple(map(Path, rules or ())), builtin)
    if port is not None:
        return _serve(where, path=path, practice=practice, port=port)
    settings = settings_of.load()
    keeper = DraftFile(path, wanted=settings.keep_draft and not practice)
    opened = _open(path) if path else None
    if practice and linter is None:
        linter = where.load()
    watched = where if linter is None or rules is not None else None
    app = HuashuApp(linter, settings, keeper, opened=opened, practice=practice, rules=watched)
    app.run()
    if app.problems:
        raise PhrasebookError(app.problems)
    return app.return_code or 0


def _serve(rules: Rules, *, path: Path | None, practice: bool, port: int) -> int:
    try:
        from tui.web import serve
    except ImportError:
        sys.stderr.write("在浏览器里打开需要 textual-serve：pip install 'huashu[web]'\n")
        return 2
    return serve(rules, path=path, practice=practice, port=port)


def _open(path: Path) -> OpenedFile:
    from tui.opened import open_file

    return open_file(path)
