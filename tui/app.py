"""The program with a screen: keys, colours, files and workers; `run` starts it."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual import on
from textual.app import App
from textual.screen import Screen

from linter import Linter
from phrasebook.problems import PhrasebookError
from tui import settings as settings_of
from tui.actions import ACTIONS, Action, Where, actions
from tui.clipboard import by_tool
from tui.keys import Keys, bindings
from tui.messages import RulesBroken, RulesLoaded, SelectionCopied, WordsReady
from tui.opened import OpenedFile, open_file
from tui.pinned import wrap_chinese
from tui.reload import Rules
from tui.screens.desk import ROOMY, Desk
from tui.screens.write import WriteScreen
from tui.state import DraftFile
from tui.themes import DARK, LIGHT
from tui.widgets.draft import Draft

LOOK_AT_RULES = 1.0  # seconds between two looks at the rule files
SIGNALS = ("SIGHUP", "SIGTERM")  # the terminal was closed; the machine shuts down


class HuashuApp(App[None], inherit_bindings=False):
    TITLE = "话术"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Where.EVERYWHERE)
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (90, "-wide")]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-tiny"),
        (10, "-short"),
        (18, "-tall"),
    ]

    def __init__(
        self,
        linter: Linter,
        settings: settings_of.Settings,
        keeper: DraftFile,
        *,
        opened: OpenedFile | None = None,
        practice: bool = False,
        rules: Rules | None = None,
    ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ROOMY, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (18, "-tall")]
        self.keys = Keys(settings.keys)
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
        if self._practice:
            from tui.screens.practice import PracticeScreen

            return PracticeScreen(self._linter)
        recovered = self._keeper.recover()
        text = recovered or (self._opened.text if self._opened else "")
        news = f"接着写上次没有复制的草稿；{self.caption('clear')} 清空重写。" if recovered else ""
        return WriteScreen(self._linter, self._keeper, hints=self._settings.hints, text=text, news=news)

    def on_mount(self) -> None:
        self.run_worker(self._warm, thread=True)
        if self._rules:
            self.set_interval(LOOK_AT_RULES, self._look_at_rules)
        for name in SIGNALS:
            if hasattr(signal, name) and sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self._leave)

    def caption(self, action: str) -> str:
        """The key of an action as printed on the keyboard."""
        return self.keys.caption(next(one for one in ACTIONS if one.id == action))

    # --- workers

    def _warm(self) -> None:
        self._linter.warm()
        self.post_message(WordsReady())

    def _look_at_rules(self) -> None:
        if self._rules and (seen := self._rules.fingerprint()) != self._rules_seen:
            self._rules_seen = seen
            self.run_worker(partial(self._load, self._rules), thread=True, exclusive=True, group="rules")

    def _load(self, rules: Rules) -> None:
        try:
            self.post_message(RulesLoaded(rules.load()))
        except PhrasebookError as broken:
            self.post_message(RulesBroken(broken.problems))

    @on(WordsReady)
    def words_ready(self) -> None:
        for desk in self._desks:
            desk.use(self._linter)

    @on(RulesLoaded)
    def rules_loaded(self, event: RulesLoaded) -> None:
        self._linter = event.linter
        for desk in self._desks:
            desk.use(self._linter)
            desk.say("词库已更新。", "good")

    @on(RulesBroken)
    def rules_broken(self, event: RulesBroken) -> None:
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
    linter: Linter,
    *,
    path: Path | None = None,
    practice: bool = False,
    web: bool = False,
    rules: Iterable[Path] | None = None,
    builtin: bool = True,
    port: int = 8000,
) -> int:
    """Open the screen and return an exit code.

    `path` is a file whose words are the draft. `rules` and `builtin` say where the linter's rules came from,
    so that they are loaded again when they change; without `rules` they are not. Raises PhrasebookError for
    settings or a file that can't be used.
    """
    where = Rules(tuple(rules), builtin) if rules is not None else None
    if web:
        from tui.web import serve

        return serve(where or Rules(), path=path, practice=practice, port=port)
    settings = settings_of.load()
    opened = open_file(path) if path else None
    keeper = DraftFile(path, wanted=settings.keep_draft and not practice)
    app = HuashuApp(linter, settings, keeper, opened=opened, practice=practice, rules=where)
    app.run()
    return app.return_code or 0
