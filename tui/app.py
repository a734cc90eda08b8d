"""The program with a screen: keys, colours, files and workers; `run` starts it."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import App
from textual.screen import Screen

from phrasebook.problems import PhrasebookError, Problem
from tui import settings as settings_of
from tui.actions import ACTIONS, Action, Where, actions
from tui.keys import Keys, bindings
from tui.messages import RulesBroken, RulesLoaded, SelectionCopied, WordsReady
from tui.pinned import wrap_chinese
from tui.reload import Rules
from tui.screens.desk import Desk
from tui.screens.write import WriteScreen
from tui.state import DraftFile
from tui.themes import DARK, LIGHT
from tui.widgets.draft import Draft

if TYPE_CHECKING:
    from linter import Linter
    from tui.opened import OpenedFile

LOOK_AT_RULES = 1.0  # seconds between two looks at the rule files
SIGNALS = ("SIGHUP", "SIGTERM")  # the terminal was closed; the machine shuts down


class HuashuApp(App[None], inherit_bindings=False):
    """Without a `linter` it opens all the same and loads one by `rules`; if that fails, it ends with `problems`."""

    TITLE = "话术"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Where.EVERYWHERE)
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        linter: Linter | None,
        settings: settings_of.Settings,
        keeper: DraftFile,
        *,
        opened: OpenedFile | None = None,
        practice: bool = False,
        rules: Rules | None = None,
    ) -> None:
        super().__init__()
        self.keys = Keys(settings.keys)
        self.problems: tuple[Problem, ...] = ()
        self._linter = linter
        self._settings = settings
        self._keeper = keeper
        self._opened = opened
        self._practice = practice
        self._rules = rules
        self._rules_seen = rules.fingerprint() if rules else ()
        wrap_chinese()
        self.set_keymap(self.keys.keymap())
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = settings.theme

    def get_default_screen(self) -> Screen[None]:
        if self._practice and self._linter:
            from tui.screens.practice import PracticeScreen

            return PracticeScreen(self._linter, self.size)
        recovered = self._keeper.recover()
        text = recovered or (self._opened.text if self._opened else "")
        news = f"接着写上次没有复制的草稿；{self.caption('clear')} 清空重写。" if recovered else ""
        hints = self._settings.hints
        return WriteScreen(self._linter, self.size, self._keeper, hints=hints, text=text, news=news)

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)
        if self._rules:
            self.set_interval(LOOK_AT_RULES, self._look_at_rules)
        for name in SIGNALS:
            if hasattr(signal, name) and sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self._leave)

    def _begin(self) -> None:
        """What the first screen need not wait for."""
        if self._linter:
            self._warm(self._linter)
        elif self._rules:
            self._load(self._rules)

    def caption(self, action: str) -> str:
        """The key of an action as printed on the keyboard."""
        return self.keys.caption(next(one for one in ACTIONS if one.id == action))

    # --- workers

    def _warm(self, linter: Linter) -> None:
        """Have jieba's words read while the agent reads the screen."""

        def work() -> None:
            linter.warm()
            self.post_message(WordsReady())

        self.run_worker(work, thread=True, group="words")

    def _load(self, rules: Rules) -> None:
        def work() -> None:
            try:
                self.post_message(RulesLoaded(rules.load()))
            except PhrasebookError as broken:
                self.post_message(RulesBroken(broken.problems))

        self.run_worker(work, thread=True, exclusive=True, group="rules")

    def _look_at_rules(self) -> None:
        if self._rules and (seen := self._rules.fingerprint()) != self._rules_seen:
            self._rules_seen = seen
            self._load(self._rules)

    @on(WordsReady)
    def words_ready(self) -> None:
        gc.freeze()  # or a collection walks a million objects of rules and words in the middle of a keystroke
        for desk in self._desks:
            desk.draft.check_again()

    @on(RulesLoaded)
    def rules_loaded(self, event: RulesLoaded) -> None:
        first = self._linter is None
        self._linter = event.linter
        for desk in self._desks:
            desk.use(event.linter)
            if not first:
                desk.say("词库已更新。", "good")
        if first:
            self._warm(event.linter)

    @on(RulesBroken)
    def rules_broken(self, event: RulesBroken) -> None:
        if self._linter is None:
            self.problems = event.problems
            self._leave()
            return
        first = event.problems[0]
        more = f"（共 {len(event.problems)} 处）" if len(event.problems) > 1 else ""
        for desk in self._desks:
            desk.say(f"词库有错，仍用原来的：{first}{more}", "error")

    @property
    def _desks(self) -> list[Desk]:
        return [screen for screen in self.screen_stack if isinstance(screen, Desk)]

    # --- copying

    def ask_terminal_to_copy(self, text: str) -> None:
        """From a worker: send the text to the terminal, which gives no answer."""
        self.call_from_thread(super().copy_to_clipboard, text)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy and cut in the draft: to the terminal, and to a native tool where there is one."""
        super().copy_to_clipboard(text)
        self.run_worker(partial(self._copy_by_tool, text), thread=True, group="copy")

    def _copy_by_tool(self, text: str) -> None:
        from tui.clipboard import by_tool

        self.post_message(SelectionCopied(by_tool(text)))

    @on(SelectionCopied)
    def selection_copied(self, event: SelectionCopied) -> None:
        for desk in self._desks:
            desk.say(event.copied.message if event.copied else "已请终端复制选中的字（OSC 52，终端不回话）。")

    # --- actions everywhere

    def save_opened(self, text: str) -> str:
        """Write the draft to the file it came from; what to tell the agent."""
        if self._opened is None:
            return "没有打开文件。"
        try:
            self._opened.save(text)
        except (OSError, UnicodeEncodeError) as fault:
            return f"没能保存：{fault}"
        return f"已保存到 {self._opened.path}"

    def action_toggle_theme(self) -> None:
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen, self.keys))

    def action_commands(self) -> None:
        if isinstance(self.screen, Desk):
            from tui.catalogue import command_items

            here = list(self._commands(self.screen))
            self.screen.choose("命令", command_items(here, self.keys), self._command, "查找命令")

    def _commands(self, desk: Desk) -> Iterable[Action]:
        place = Where.PRACTICE if self._practice else Where.WRITE
        return actions(place, Where.EVERYWHERE, Where.EDITING)

    def _command(self, id: str) -> None:
        action = next(one for one in ACTIONS if one.id == id)
        desk = self._desks[0]
        owner: App[None] | Draft | Desk = desk
        if action.where is Where.EVERYWHERE:
            owner = self
        elif action.where is Where.EDITING:
            owner = desk.draft
        self.call_later(owner.run_action, action.does)

    async def action_quit(self) -> None:
        self._leave()

    def _leave(self) -> None:
        for desk in self._desks:
            desk.keep_draft()
        self.exit()


def run(
    linter: Linter | None,
    *,
    path: Path | None = None,
    practice: bool = False,
    web: bool = False,
    rules: Iterable[Path | str] | None = None,
    builtin: bool = True,
    port: int = 8000,
) -> int:
    """Open the screen and return an exit code.

    `path` is a file whose words are the draft. `rules` and `builtin` say where the rules come from, so that they
    are loaded again when they change. With None for the linter they are loaded once the screen is open: half a
    second sooner for the eye. Raises PhrasebookError for rules, settings or a file that can't be used.
    """
    where = Rules(tuple(map(Path, rules or ())), builtin)
    if web:
        from tui.web import serve

        return serve(where, path=path, practice=practice, port=port)
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


def _open(path: Path) -> OpenedFile:
    from tui.opened import open_file

    return open_file(path)
