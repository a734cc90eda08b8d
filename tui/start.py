"""Starting: the settings, the draft and the rules brought together, then the screen in the terminal or a browser."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebook.problems import PhrasebookError
from tui.reload import Rules

if TYPE_CHECKING:
    from linter import Linter
    from linter.settings import Book
    from tui.opened import OpenedFile


def run(
    linter: Linter | None,
    *,
    path: Path | None = None,
    practice: bool = False,
    port: int | None = None,
    book: Callable[[], Book] | None = None,
) -> int:
    """Open the screen and return an exit code.

    `path` is a file whose words are the draft. `book` says where the rules come from, so that they are loaded
    again when they change; it is asked, and they are loaded, once the screen is open: half a second sooner for
    the eye. With a `linter` there is no need to. With a `port` the screen is served to a browser there.
    Raises PhrasebookError for rules, settings or a file that can't be used.
    """
    find = partial(_rules, book)
    if port is not None:
        return _serve(find(), path=path, practice=practice, port=port)
    watched = find if linter is None or book else None
    return _show(find().load() if practice and linter is None else linter, watched, path, practice=practice)


def _show(
    linter: Linter | None, rules: Callable[[], Rules] | None, path: Path | None, *, practice: bool
) -> int:
    gc.disable()  # it costs a tenth of the time to the first frame; the app enables it once all is loaded
    from tui import settings as settings_of
    from tui.app import HuashuApp
    from tui.state import DraftFile

    settings = settings_of.load()
    keeper = DraftFile(path, wanted=settings.keep_draft and not practice)
    opened = _open(path) if path else None
    app = HuashuApp(linter, settings, keeper, opened=opened, practice=practice, rules=rules)
    app.run()
    if app.problems:
        raise PhrasebookError(app.problems)
    return app.return_code or 0


def _rules(book: Callable[[], Book] | None) -> Rules:
    if book is None:
        return Rules()
    chosen = book()
    return Rules(tuple(map(Path, chosen.rules)), chosen.builtin)


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
