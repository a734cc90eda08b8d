"""Practice: one bad line at a time to be reworded until nothing is wrong with it, and a score at the end."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.geometry import Size

from linter import Linter
from tui import panes
from tui.actions import Where
from tui.exercise import SHORTEST, Exercise, Result, Task, tasks
from tui.keys import bindings
from tui.review import Verdict
from tui.screens.desk import Desk
from tui.widgets.bar import Bar
from tui.widgets.prose import Prose
from tui.widgets.rows import Line, Piece

RESULT_NAMES = {
    Result.FIRST_TRY: "一次改好",
    Result.LATER: "多次改好",
    Result.HELPED: "看了参考",
    Result.SKIPPED: "跳过",
}


class PracticeScreen(Desk, inherit_bindings=False):
    BINDINGS = bindings(Where.PRACTICE)
    PLACES = (Where.PRACTICE, Where.EVERYWHERE)

    def __init__(self, linter: Linter, size: Size) -> None:
        super().__init__(linter, size)
        self.exercise = Exercise(tasks(linter.phrasebook))

    def compose(self) -> ComposeResult:
        yield Bar(id="status")
        yield Prose(id="task", title="请改写这一句")
        yield self.make_draft("改写", "在这里改写")
        yield Prose(id="why", title="说明")
        yield Bar(id="message")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self._set_task()
        self.draft.focus()

    def show_review(self) -> None:
        exercise = self.exercise
        number = min(len(exercise.results) + 1, len(exercise.tasks))
        words = f" 练习 {number}/{len(exercise.tasks)}  得分 {exercise.points}/{exercise.possible} "
        self.bar("status").show((Piece(words, "strong"), *panes.status(self.review)))

    def action_submit(self) -> None:
        task = self._open_task
        if task is None:
            return
        objection = self._objection(task)
        if objection:
            self.exercise.failed()
            self.query_one("#why", Prose).show(self._faults())
            self.say(objection, "error")
            return
        self.exercise.passed()
        self._set_task()
        answer = f"参考：{task.answers[0]}" if task.answers else ""
        self.say(f"改好了。{answer}", "good")

    def action_show_answer(self) -> None:
        if task := self._open_task:
            self.exercise.helped = True
            self.query_one("#why", Prose).show(_answers(task))

    def action_skip(self) -> None:
        if self._open_task:
            self.exercise.skipped()
            self._set_task()

    def action_finish(self) -> None:
        """The score; one more time leaves."""
        if self._is_over:
            self.app.exit()
        else:
            self._show_score()

    @property
    def _is_over(self) -> bool:
        return self.draft.disabled

    @property
    def _open_task(self) -> Task | None:
        """The line to reword; none once the score is shown, though some were not reached."""
        return None if self._is_over else self.exercise.task

    def _objection(self, task: Task) -> str:
        text = self.review.text.strip()
        if self.review.verdict in (Verdict.STOP, Verdict.REWRITE):
            return "还有不能说的话，看下面的说明再改。"
        if self.review.characters < SHORTEST:
            return "太短了，请写一句完整的回复。"
        return "和原句一样，请换一种说法。" if text == task.phrase.text else ""

    def _faults(self) -> list[Line]:
        lines: list[Line] = []
        for finding in self.review.findings:
            lines += [panes.finding(finding), (Piece(finding.rule.why),)]
        return lines

    def _set_task(self) -> None:
        """Put the next bad line before the trainee, also as the draft to begin with."""
        task = self.exercise.task
        if task is None:
            self._show_score()
            return
        self.query_one("#task", Prose).show(
            [(Piece(task.phrase.text, "strong"),), (Piece(f"出处：{task.phrase.source}", "muted"),)]
        )
        self.query_one("#why", Prose).show([(Piece("为什么不能说：", "muted"), Piece(task.rule.why))])
        self.draft.load_text(task.phrase.text)
        self.draft.action_select_all()

    def _show_score(self) -> None:
        exercise = self.exercise
        self.draft.load_text("")
        self.draft.disabled = True
        score = f"练习结束：{exercise.points} 分（满分 {exercise.possible} 分）"
        self.query_one("#task", Prose).head("得分")
        self.query_one("#task", Prose).show([(Piece(score, "strong"),)])
        counts: list[Line] = [
            (Piece(f"{name}：{exercise.count(result)} 句"),) for result, name in RESULT_NAMES.items()
        ]
        leave: Line = (Piece(f"{self.app.keys.caption_of('finish')} 退出", "muted"),)
        self.query_one("#why", Prose).show([*counts, (), leave])


def _answers(task: Task) -> list[Line]:
    head: Line = (Piece("可以这样说：", "muted"),)
    return [head, *((Piece(f"· {answer}", "new"),) for answer in task.answers)]
