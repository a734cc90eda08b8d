"""Watching the phrasebook's files: a changed one is loaded at once, a broken one changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
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
    """Loads the rules aside, once and whenever their files change, and tells the app; without `rules` it never does."""

    def __init__(self, app: App[None], rules: Rules | None) -> None:
        self._app = app
        self._rules = rules
        self._seen = rules.fingerprint() if rules else ()

    def look(self) -> None:
        """Load the rules if their files are not what they were."""
        if self._rules and (seen := self._rules.fingerprint()) != self._seen:
            self._seen = seen
            self.load()

    def load(self) -> None:
        if self._rules:
            work = partial(self._load, self._rules)
            self._app.run_worker(work, thread=True, exclusive=True, group="rules")

    def warm(self, linter: Linter) -> None:
        """Have jieba's words read while the agent reads the screen."""
        self._app.run_worker(partial(self._warm, linter), thread=True, group="words")

    def _load(self, rules: Rules) -> None:
        try:
            self._app.post_message(RulesLoaded(rules.load()))
        except PhrasebookError as broken:
            self._app.post_message(RulesBroken(broken.problems))

    def _warm(self, linter: Linter) -> None:
        linter.warm()
        self._app.post_message(WordsReady())


def _prints(files: Iterable[Path]) -> Iterable[tuple[str, int, int]]:
    for file in files:
        try:
            about = file.stat()
        except OSError:
            yield str(file), 0, 0
        else:
            yield str(file), about.st_mtime_ns, about.st_size
