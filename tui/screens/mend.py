"""Mending: putting into the draft what is better said, taken from the advice or chosen in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from phrasebook.places import Span
from tui.blanks import form, next_blank
from tui.edits import Change
from tui.screens.advise import AdviceDesk
from tui.widgets.choices import Choices

if TYPE_CHECKING:
    from linter.finding import Suggestion


class MendDesk(AdviceDesk):
    """A desk on which advice, approved phrases and sentence patterns can be taken."""

    @on(Choices.Chosen)
    def chosen_from_list(self, event: Choices.Chosen) -> None:
        self.action_replace()

    # --- taking advice

    def action_replace(self) -> None:
        advice = self.advice_at_once()
        if advice is None:
            self.say("没有要替换的。")
        elif advice.suggestion is None:
            self.say("这一处没有现成的说法，请改写这一句。", "warning")
        else:
            self.apply(advice.suggestion)

    def action_replace_all(self) -> None:
        from tui.mending import mend_all

        self.check_now()
        mended = mend_all(self.review)
        if not mended.count:
            self.say("没有可以直接替换的，请逐处看建议。")
            return
        change = Change.between(self.review.text, mended.text)
        self.draft.replace_span(change.span, change.text)
        self.draft.focus()  # where the key to undo it works
        self.say(f"替换了 {mended.count} 处，{self.undo_hint()}", "good")

    # --- windows

    def action_phrases(self) -> None:
        from tui import catalogue

        book = self.book
        groups = catalogue.phrase_groups(book, self.situation)
        group = groups[0] if self.situation else ""
        items = catalogue.phrase_items(book, self.situation)
        self.choose("常用语", items, self._insert_phrase, groups, group)

    def _insert_phrase(self, id: str) -> None:
        phrase = next(one for one in self.book.recommendations if one.id == id)
        self.insert(form(phrase))

    def action_situation(self) -> None:
        from tui import catalogue

        items = catalogue.situation_items(self.book)
        self.choose("来电场景", items, self._take_situation)

    def _take_situation(self, id: str) -> None:
        self.situation = next((one for one in self.book.situations if one.id == id), None)
        self.show_review()

    def action_patterns(self) -> None:
        """The patterns for the sentence here; when no worker has looked yet, look now."""
        from tui import catalogue

        fitting = self.adviser.fitting = self.question.fitting()
        items = catalogue.pattern_items(self.book, fitting)
        self.choose("句式", items, self._use_pattern)

    def _use_pattern(self, id: str) -> None:
        fit = next((one for one in self.adviser.fitting if one.pattern == id), None)
        if fit:
            self.apply(fit)
            return
        from tui.catalogue import pattern_frame

        pattern = next(one for one in self.book.patterns if one.id == id)
        inside = self.draft.selected.of(self.draft.reply)
        self.insert(pattern_frame(pattern.name, inside))

    # --- changing the draft

    def apply(self, suggestion: Suggestion) -> None:
        self.draft.replace_span(suggestion.span, suggestion.text)
        end = suggestion.span.start + len(suggestion.text)
        self.go_to_blank(Span(suggestion.span.start, end))
        self.draft.focus()
        words = "已替换" if suggestion.safe else "已放进草稿，请补全这一句"
        self.say(f"{words}，{self.undo_hint()}", "good" if suggestion.safe else "warning")

    def insert(self, words: str) -> None:
        """Put words in place of the selection, and the cursor on their first blank."""
        span = self.draft.selected
        self.draft.replace_span(span, words)
        self.draft.focus()
        if self.go_to_blank(Span(span.start, span.start + len(words))):
            self.say(f"填好一个空，按 {self.app.keys.caption_of('next-blank')} 到下一个；{self.undo_hint()}")
        else:
            self.say(f"已放进草稿，{self.undo_hint()}", "good")

    def go_to_blank(self, inside: Span) -> bool:
        """Select the first blank in a stretch of the text; whether there is one."""
        gap = next_blank(self.draft.reply, inside.start)
        if gap is None or not inside.covers(gap):
            return False
        self.draft.select(gap)
        return True

    def undo_hint(self) -> str:
        return f"{self.app.keys.caption_of('undo')} 撤销。"
