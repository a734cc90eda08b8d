"""The program with a screen: which windows there are, and what happens to all of them."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from phrasebook.problems import Problem
from tui.actions import ACTIONS, Where, actions
from tui.host import Host
from tui.keys import Keys, bindings
from tui.messages import RulesBroken, RulesLoaded, SelectionCopied, WordsReady
from tui.pinned import wrap_chinese
from tui.reload import Rules, Watch
from tui.screens.desk import Desk
from tui.screens.window import Window
from tui.screens.write import WriteScreen
from tui.settings import Settings, keep_theme
from tui.state import DraftFile
from tui.themes import DARK, LIGHT
from tui.widgets.draft import Draft

if TYPE_CHECKING:
    from linter import Linter
    from tui.opened import OpenedFile

LOOK_AT_RULES = 1.0  # seconds between two looks at the rule files
SIGNALS = ("SIGHUP", "SIGTERM")  # the terminal was closed; the machine shuts down


class HuashuApp(Host):
    """Without a `linter` it opens all the same and loads one by `rules`; if that fails, it ends with `problems`."""

    TITLE = "话术"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(Where.EVERYWHERE)
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        linter: Linter | None,
        settings: Settings,
        keeper: DraftFile,
        *,
        opened: OpenedFile | None = None,
        practice: bool = False,
        rules: Callable[[], Rules] | None = None,
    ) -> None:
        super().__init__(Keys(settings.keys))
        self.problems: tuple[Problem, ...] = ()
        self._linter = linter
        self._settings = settings
        self._keeper = keeper
        self._opened = opened
        self._practice = practice
        self._watch = Watch(self, rules)
        wrap_chinese()
        self._begin_in(settings.theme)

    def get_default_screen(self) -> Screen[None]:
        if self._practice and self._linter:
            from tui.screens.practice import PracticeScreen

            return PracticeScreen(self._linter, self.size)
        return WriteScreen(
            self._linter, self.size, self._keeper, hints=self._settings.hints, opened=self._opened
        )

    def _begin_in(self, theme: str) -> None:
        """As setting `theme` would, which has the whole style sheet parsed a second time."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.set_reactive(HuashuApp.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)
        self.set_interval(LOOK_AT_RULES, self._watch.look)
        for name in SIGNALS:
            if hasattr(signal, name) and sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self._leave)

    def _begin(self) -> None:
        """What the first screen need not wait for."""
        self._watch.begin(self._linter)

    # --- what workers tell

    @on(WordsReady)
    def words_ready(self) -> None:
        gc.enable()
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
            self._watch.warm(event.linter)

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

    @on(SelectionCopied)
    def selection_copied(self, event: SelectionCopied) -> None:
        for desk in self._desks:
            desk.say(event.copied.message if event.copied else "已请终端复制选中的字（OSC 52，终端不回话）。")

    @property
    def _desks(self) -> list[Desk]:
        return [screen for screen in self.screen_stack if isinstance(screen, Desk)]

    # --- actions everywhere

    def action_toggle_theme(self) -> None:
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        try:
            keep_theme(self.theme)
        except OSError as fault:
            for desk in self._desks:
                desk.say(f"颜色换了，但没能记住：{fault.strerror}", "warning")

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        asked = self.screen
        if isinstance(asked, Window) and not isinstance(asked, HelpScreen):
            pane = asked.focused.id if asked.focused else None
            self.push_screen(HelpScreen(self.size, pane or "", asked.helped))

    def action_commands(self) -> None:
        if isinstance(self.screen, Desk):
            from tui.catalogue import command_items

            place = Where.PRACTICE if self._practice else Where.WRITE
            here = actions(place, Where.EVERYWHERE, Where.EDITING)
            self.screen.choose("命令", command_items(here, self.keys), self._command)

    def _command(self, id: str) -> None:
        action = next(one for one in ACTIONS if one.id == id)
        desk = self._desks[0]
        owner: Host | Draft | Desk = desk
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
