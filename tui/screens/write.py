"""The agent's screen: write a reply, mend it, copy it, and the windows that help with that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.geometry import Size

from phrasebook.places import Span
from tui.actions import Where
from tui.blanks import form
from tui.copying import Copying
from tui.excerpt import sentence
from tui.files import readable
from tui.keys import bindings
from tui.messages import ReplyCopied
from tui.screens.mend import MendDesk
from tui.state import DraftFile

if TYPE_CHECKING:
    from linter import Linter
    from tui.clipboard import Ask

SAVE = 0.5  # seconds before a change is on disk


class WriteScreen(MendDesk, inherit_bindings=False):
    """`opened` tells whether the draft came from a file, which saving writes to."""

    BINDINGS = bindings(Where.WRITE)
    PLACES = (Where.WRITE, Where.EVERYWHERE)

    def __init__(
        self, linter: Linter | None, size: Size, keeper: DraftFile, *, hints: bool, text: str, news: str = ""
    ) -> None:
        super().__init__(linter, size, hints=hints, text=text)
        self._keeper = keeper
        self._copying = Copying()
        self._news = news
        self._save_is_due = False

    def on_mount(self) -> None:
        self.draft.update_suggestion()
        self.draft.go_to(len(self.draft.reply))
        self.draft.focus()
        self.say(self._news)

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
        self.say(self.app.save_opened(self.draft.reply))

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

        said = sentence(self.review.text, finding.span).of(self.review.text)
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
        key = self.app.caption("copy")
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

    # --- windows

    def action_phrases(self) -> None:
        from tui import catalogue

        book = self.book
        groups = catalogue.phrase_groups(book, self.situation)
        group = groups[0] if self.situation else ""
        items = catalogue.phrase_items(book, self.situation)
        self.choose("常用语", items, self._insert_phrase, "汉字、拼音或首字母", groups, group)

    def _insert_phrase(self, id: str) -> None:
        phrase = next(one for one in self.book.recommendations if one.id == id)
        self.insert(form(phrase))

    def action_situation(self) -> None:
        from tui import catalogue

        items = catalogue.situation_items(self.book)
        self.choose("来电场景", items, self._take_situation, "汉字、拼音或首字母")

    def _take_situation(self, id: str) -> None:
        self.situation = next((one for one in self.book.situations if one.id == id), None)
        self.show_review()

    def action_patterns(self) -> None:
        """The patterns for the sentence here; when no worker has looked yet, look now."""
        from tui import catalogue

        self.fitting = self.patterns_for(self.review.text, self.here)
        items = catalogue.pattern_items(self.book, self.fitting)
        self.choose("句式", items, self._use_pattern, "查找句式")

    def _use_pattern(self, id: str) -> None:
        fit = next((one for one in self.fitting if one.pattern == id), None)
        if fit:
            self.apply(fit)
            return
        from tui.catalogue import pattern_frame

        pattern = next(one for one in self.book.patterns if one.id == id)
        inside = self.draft.selected.of(self.draft.reply)
        self.insert(pattern_frame(pattern.name, inside))

    def insert(self, words: str) -> None:
        """Put words in place of the selection, and the cursor on their first blank."""
        span = self.draft.selected
        self.draft.replace_span(span, words)
        self.draft.focus()
        if self.go_to_blank(Span(span.start, span.start + len(words))):
            self.say(f"填好一个空，按 {self.app.caption('next-blank')} 到下一个。")
