"""Practice: which lines, and what rewording them scores."""

import pytest

from phrasebook.model import Phrase, Phrasebook, Source
from tests.screen_driver import agent
from tests.screen_linter import AT, RULES, ScreenLinter
from tui.exercise import Exercise, Result, tasks


def test_the_documents_lines_a_different_rule_each_time():
    first, second = RULES[0], RULES[1]
    from dataclasses import replace

    several = replace(
        first,
        phrases=(*first.phrases, Phrase("不归我管", Source("规范"), AT), Phrase("我们自己的", Source(), AT)),
    )
    found = tasks(Phrasebook((several, second)))
    assert [task.phrase.text for task in found] == ["这事不归我管", "我不知道", "不归我管"]


def test_every_line_of_the_documents_is_practised(linter):
    lines = [phrase for rule in linter.phrasebook.rules for phrase in rule.phrases if not phrase.source.ours]
    assert len(tasks(linter.phrasebook)) == len(lines) >= 107


def test_points():
    exercise = Exercise(tasks(Phrasebook(RULES)))
    exercise.passed()
    exercise.failed()
    exercise.passed()
    exercise.helped = True
    exercise.passed()
    exercise.skipped()
    assert exercise.results == [Result.FIRST_TRY, Result.LATER, Result.HELPED, Result.SKIPPED]
    assert (exercise.points, exercise.possible) == (19, 40)
    assert exercise.task is None


@pytest.mark.parametrize(
    ("answer", "objection"),
    [("这事不归我管啊", "还有不能说的话"), ("好的", "太短了"), ("", "太短了")],
)
async def test_what_is_not_accepted(tmp_path, answer, objection):
    async with agent(tmp_path, practice=True) as one:
        await one.press("ctrl+a", "delete")
        await one.type(answer)
        await one.press("f9")
        assert objection in one.message
        assert one.desk.exercise.results == []


async def test_a_round(tmp_path):
    async with agent(tmp_path, practice=True, linter=ScreenLinter(RULES[:2])) as one:
        assert "这事不归我管" in one.pane("task").words
        assert one.reply == "这事不归我管"
        await one.type("这件事我马上帮您处理")
        await one.press("f9")
        assert "改好了。参考：这件事我来帮您处理" in one.message
        await one.press("f4")
        assert "我马上帮您核实" in one.pane("why").words
        await one.type("我马上帮您核实")
        await one.press("f9")
        assert "练习结束：13 分（满分 20 分）" in one.pane("task").words
        assert "一次改好：1 句" in one.pane("why").words
        assert "看了参考：1 句" in one.pane("why").words


async def test_the_score_at_any_time(tmp_path):
    async with agent(tmp_path, practice=True) as one:
        await one.press("f6", "f10")
        assert "练习结束：0 分（满分 10 分）" in one.pane("task").words
        assert "F10 退出" in one.pane("why").words
        await one.press("f9", "f4", "f6")
        assert one.desk.exercise.results == [Result.SKIPPED]
        await one.press("f10")
        assert not one.app.is_running or one.app._exit
