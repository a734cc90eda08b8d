"""Watching the phrasebook's files: a changed one is loaded at once, a broken one changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebook import shipped, sources
from phrasebook.problems import PhrasebookError
from tui.messages import RulesBroken, RulesLoaded, WordsReady

if TYPE_CHECKING:
    from textual.app import App

    from linter import Linter

Fingerprint = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Where the rules come from."""

    paths: tuple[Path, ...] = ()
    builtin: bool = True

    def load(self) -> Linter:
        """Raises PhrasebookError."""
        from linter import Linter
        from linter.guards import GUARDS
        from phrasebook.loading import load

        return Linter(load(*self.paths, builtin=self.builtin, guards=GUARDS), wait_for_words=False)

    def fingerprint(self) -> Fingerprint:
        """Differs as soon as a file was written, added or taken away."""
        folders = [shipped.rules()] if self.builtin else []
        return tuple(_prints(file for path in (*folders, *self.paths) for file in sources.paths_of(path)))


class Watch:
    """Loads the rules aside, once and whenever their files change, and tells the app.

    `find` says where they are, when they are needed; without it they are never loaded.
    """

    def __init__(self, app: App[None], find: Callable[[], Rules] | None) -> None:
        self._app = app
        self._find = find
        self._rules: Rules | None = None
        self._seen: Fingerprint = ()

    def begin(self, linter: Linter | None) -> None:
        """Load the rules, unless there is a linter that knows them."""
        if linter is None:
            self._load_aside()
            return
        self._look_for_rules()
        self.warm(linter)

    def look(self) -> None:
        """Load the rules again if their files are not what they were."""
        if self._rules and self._rules.fingerprint() != self._seen:
            self._load_aside()

    def warm(self, linter: Linter) -> None:
        """Have jieba's words read while the agent reads the screen."""
        self._app.run_worker(partial(self._warm, linter), thread=True, group="words")

    def _warm(self, linter: Linter) -> None:
        linter.warm()
        self._app.post_message(WordsReady())

    def _load_aside(self) -> None:
        if self._find:
            self._app.run_worker(self._load, thread=True, exclusive=True, group="rules")

    def _load(self) -> None:
        from textual.worker import get_current_worker

        worker = get_current_worker()
        told: RulesLoaded | RulesBroken | None
        try:
            rules = self._look_for_rules()
            told = RulesLoaded(rules.load()) if rules else None
        except PhrasebookError as broken:
            told = RulesBroken(broken.problems)
        if told and not worker.is_cancelled:  # a later change is being loaded already
            self._app.post_message(told)

    def _look_for_rules(self) -> Rules | None:
        """Where the rules are; their files are taken note of before they are read, or a change would be missed."""
        rules = self._rules or (self._find() if self._find else None)
        if rules:
            self._seen = rules.fingerprint()
            self._rules = rules  # last: from now on `look` compares
        return rules


def _prints(files: Iterable[Path]) -> Iterable[tuple[str, int, int]]:
    for file in files:
        try:
            about = file.stat()
        except OSError:
            yield str(file), 0, 0
        else:
            yield str(file), about.st_mtime_ns, about.st_size
