"""The agent's screen: a reply is written, kept on disk, quietened where it is right, and copied."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.geometry import Size

from linter.clauses import whole_sentence
from phrasebook.places import Span
from tui.actions import Action, Where
from tui.copying import Copying
from tui.files import readable
from tui.keys import bindings
from tui.messages import ReplyCopied
from tui.screens.mend import MendDesk
from tui.state import DraftFile

if TYPE_CHECKING:
    from linter import Linter
    from tui.clipboard import Ask
    from tui.opened import OpenedFile

SAVE = 0.5  # seconds before a change is on disk


class WriteScreen(MendDesk, inherit_bindings=False):
    """The draft a crash left behind comes before the words of the `opened` file, which saving writes to."""

    BINDINGS = bindings(Where.WRITE)
    PLACES = (Where.WRITE, Where.EVERYWHERE)

    def __init__(
        self,
        linter: Linter | None,
        size: Size,
        keeper: DraftFile,
        *,
        hints: bool,
        opened: OpenedFile | None = None,
    ) -> None:
        self._recovered = keeper.recover()
        text = self._recovered or (opened.text if opened else "")
        title = f"回复草稿 {opened.path.name}" if opened else "回复草稿"
        super().__init__(linter, size, hints=hints, title=title, text=text)
        self._keeper = keeper
        self._opened = opened
        self._copying = Copying()
        self._save_is_due = False

    def on_mount(self) -> None:
        self.draft.update_suggestion()
        self.draft.go_to(len(self.draft.reply))
        self.draft.focus()
        if self._recovered:
            key = self.app.keys.caption_of("clear")
            self.say(f"接着写上次的草稿；{key} 清空重写。")

    def footer_actions(self) -> Iterable[Action]:
        return [one for one in super().footer_actions() if self._opened or one.id != "save"]

    # --- the draft on disk

    def edited(self) -> None:
        super().edited()
        if not self._save_is_due:
            self._save_is_due = True
            self.set_timer(SAVE, self.keep_draft)

    def keep_draft(self) -> None:
        """Keep the draft against a crash; a disk that can't be written is told, not fatal."""
        self._save_is_due = False
        try:
            self._keeper.keep(self.draft.reply)
        except OSError as fault:
            self.say(f"草稿没能存盘：{fault.strerror}", "warning")

    def action_save(self) -> None:
        if self._opened is None:
            self.say(f"没有打开文件；草稿自动留着，{self.app.keys.caption_of('copy')} 复制成稿。")
            return
        try:
            self._opened.save(self.draft.reply)
        except (OSError, UnicodeEncodeError) as fault:
            self.say(f"没能保存：{fault}")
        else:
            self.say(f"已保存到 {self._opened.path}")

    def action_clear_draft(self) -> None:
        self.review.forget_false_alarms()
        self.draft.replace_span(Span(0, len(self.draft.reply)), "")
        self._keeper.drop()
        self.draft.focus()
        self.say(f"已清空，{self.undo_hint()}")

    # --- quiet

    def action_false_alarm(self) -> None:
        finding = self.review.current
        if finding is None:
            self.say("没有发现问题。")
            return
        from tui.records import record

        said = whole_sentence(self.review.text, finding.span).of(self.review.text)
        self.review.silence(finding)
        self.show_current()
        try:
            path = record(finding, said)
        except OSError as fault:
            self.say(f"本稿不再提醒“{finding.text}”；没能记录：{fault.strerror}", "warning")
        else:
            self.say(f"本稿不再提醒“{finding.text}”，已记入 {readable(path)}", "good")

    def action_forget_false_alarms(self) -> None:
        self.review.forget_false_alarms()
        self.show_current()
        self.say("标为误报的重新提醒了。")

    def action_toggle_hints(self) -> None:
        self.review.shows_hints = not self.review.shows_hints
        self.review.sift()
        self.show_current()
        self.say("显示提示。" if self.review.shows_hints else "隐藏提示，只看必改和注意。")

    # --- copying

    def action_copy_reply(self) -> None:
        self.check_now()
        text = self.draft.reply
        key = self.app.keys.caption_of("copy")
        objection = self._copying.objection(self.review, key)
        if objection:
            self.say(objection, "error")
            return
        ask = self.app.ask_terminal_to_copy if self._copying.may_ask_terminal(text) else None
        self.run_worker(partial(self._copy, text, ask), thread=True, group="copy")

    def _copy(self, text: str, ask: Ask | None) -> None:
        from tui import clipboard

        self.post_message(ReplyCopied(text, clipboard.copy(text, ask)))

    @on(ReplyCopied)
    def reply_copied(self, event: ReplyCopied) -> None:
        sure = event.copied.sure
        self._copying.answered(event.text, surely=sure)
        self._keeper.drop(event.text)
        self.say(event.copied.message, "good" if sure else "warning")
