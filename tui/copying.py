"""Before a reply is copied: is it fit to be, and does the agent insist?"""

from __future__ import annotations

from phrasebook.severity import Severity
from tui.blanks import blanks
from tui.review import Review


class Copying:
    """Refuses an unfit reply once; the same text asked for again is copied."""

    def __init__(self) -> None:
        self._refused = ""
        self._unanswered = ""

    def objection(self, review: Review, key: str) -> str:
        """Why not to copy, or nothing."""
        if not review.text.strip():
            return "还没有写回复，没有可以复制的。"
        faults = _faults(review)
        if not faults or review.text == self._refused:
            self._refused = ""
            return ""
        self._refused = review.text
        return f"没有复制（再按 {key} 仍要复制）：{'、'.join(faults)}。"

    def answered(self, text: str, *, surely: bool) -> None:
        """Remember a copy of which nobody can say whether it arrived."""
        self._unanswered = "" if surely else text

    def may_ask_terminal(self, text: str) -> bool:
        """Not a second time for the same text: it was asked for again because it did not arrive."""
        return text != self._unanswered


def _faults(review: Review) -> list[str]:
    faults = []
    if errors := review.count(Severity.ERROR):
        faults.append(f"还有 {errors} 处必改")
    if gaps := len(blanks(review.text)):
        faults.append(f"还有 {gaps} 个空没填")
    return faults
