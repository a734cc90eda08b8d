"""The agent's screen: every action with Chinese typed."""

import json
import os
import stat
import threading
from dataclasses import replace

import pytest
import yaml

from phrasebook.places import Span
from tests.screen_driver import SETTLED, agent
from tests.screen_linter import ScreenLinter
from tui.advice import Advice
from tui.adviser import Question
from tui.clipboard import Copied, Route
from tui.panes import explanation, explanation_in_brief
from tui.review import Review
from tui.widgets.rows import plain

FAULTY = "王先生您好，这事不归我管。你必须先付款。"


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


async def test_a_fault_is_found_as_it_is_typed(tmp_path):
    async with agent(tmp_path) as one:
        await one.type("这事不归我")
        assert "可发送" in one.status
        await one.type("管")
        assert "不可发送" in one.status
        assert one.pane("findings").words == ["[错] 这事不归我管  推诿"]


async def test_the_status_counts(tmp_path):
    async with agent(tmp_path, FAULTY + "大概三天。") as one:
        for words in "必改 1", "注意 1", "提示 1", "字数 25", "场景：不限", "禁忌 4 条，常用语 4 条":
            assert words in one.status


async def test_verdicts(tmp_path):
    async with agent(tmp_path) as one:
        assert "待输入" in one.status
        await one.type("大概三天")
        assert "[可发送]" in one.status
        await one.type("，你必须等")
        assert "[建议修改]" in one.status


async def test_a_worker_answers_for_the_draft_it_was_asked_about(tmp_path, monkeypatch):
    typed_on = threading.Event()
    answer = Question.answer

    def late(question):
        typed_on.wait(5)
        return answer(question)

    monkeypatch.setattr(Question, "answer", late)
    async with agent(tmp_path) as one:
        await one.type("王先生您好，我看一下。")
        await one.pilot.pause(SETTLED)
        await one.press("ctrl+u")
        await one.type("这事不归我管")
        typed_on.set()
        await one.rest()
        assert one.desk.adviser.advice.finding.text == "这事不归我管"
        assert one.desk.adviser.advice.ready


async def test_why_source_before_and_after(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        await one.press("f3", "f3")
        await one.rest()
        said = one.pane("why").words
        for words in (
            "原：王先生您好，这事不归我管。", "改：王先生您好，这件事我来帮您处理。",
            "为什么：客户会觉得没人愿意帮他。", "出处：《服务规范》忌语", "建议出处：本词库自拟",
        ):  # fmt: skip
            assert words in said


async def test_in_a_small_terminal_the_change_is_in_view(tmp_path):
    async with agent(tmp_path, "王先生您好，关于您昨天说的退款，这事不归我管。", size=(40, 12)) as one:
        assert one.pane("why").words.splitlines()[1] == "改 1/2：…退款，这件事我来帮您处理。"


def test_what_goes_over_a_line_end_is_explained_in_one_row():
    text = "这事不归我管。\n您好"
    (found,) = ScreenLinter().check(text)
    advice = Advice(replace(found, span=Span(0, len(text))), text, found.suggestions)
    review = Review(None, text)
    for line in (*explanation(advice), *explanation_in_brief(advice, review)):
        assert "\n" not in plain(line)


async def test_the_text_pane_is_read_by_key(tmp_path):
    async with agent(tmp_path, FAULTY, size=(80, 24)) as one:
        one.pane("why").focus()
        await one.press("pagedown", "f1")
        assert "── 阅读 ──" in one.pane("help").words
        assert "PgDn 下翻" in one.app.screen.bar("footer").words


async def test_a_phrase_put_in_says_how_to_undo_it(tmp_path):
    async with agent(tmp_path) as one:
        await one.press("f6")
        await one.type("qsd")
        await one.press("enter")
        assert one.message == "已放进草稿，Ctrl+Z 撤销。"


async def test_replace_takes_the_chosen_alternative(tmp_path):
    async with agent(tmp_path, "这事不归我管") as one:
        await one.press("f4", "f2")
        assert one.reply == "我马上请负责的同事联系您"
        assert "已替换" in one.message
        await one.press("ctrl+z")
        assert one.reply == "这事不归我管"


async def test_replace_before_any_worker_has_looked(tmp_path):
    async with agent(tmp_path) as one:
        await one.type("这事不归我管")
        await one.press("f2")
        assert one.reply == "这件事我来帮您处理"


async def test_alternatives_go_round_and_back(tmp_path):
    async with agent(tmp_path, "这事不归我管") as one:
        title = one.pane("alternatives")
        assert title.border_title == "建议 1/2"
        await one.press("f4")
        assert title.border_title == "建议 2/2"
        await one.press("f4", "shift+f4")
        assert title.border_title == "建议 2/2"


async def test_going_through_findings_moves_the_cursor(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        await one.press("home", "f3")
        assert one.draft.cursor_location == (0, 13)
        await one.press("f3")
        assert one.draft.cursor_location == (0, 6)
        await one.press("shift+f3")
        assert one.draft.cursor_location == (0, 13)


async def test_the_cursor_in_a_finding_makes_it_current(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        one.draft.go_to(8)
        await one.pilot.pause()
        assert one.desk.review.current.rule.id == "not-my-job"


async def test_replace_all_is_one_step_to_undo(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        await one.press("tab", "f5")
        assert one.reply == "王先生您好，这件事我来帮您处理。请您先付款。"
        assert "替换了 2 处" in one.message
        await one.press("ctrl+z")
        assert one.reply == FAULTY


async def test_a_false_alarm_is_silenced_and_recorded(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        await one.press("home", "f3", "f3", "f7")
        assert "必改 0" in one.status
        assert "false-alarms.yaml" in one.message
        record = tmp_path / "state" / "huashu" / "false-alarms.yaml"
        assert stat.S_IMODE(record.stat().st_mode) == 0o600
        (report,) = yaml.safe_load(record.read_text("utf-8"))
        assert (report["rule"], report["said"], report["good"]) == (
            "not-my-job", "这事不归我管", "王先生您好，这事不归我管。",
        )  # fmt: skip
        await one.type("这事不归我管")
        assert "必改 0" in one.status
        await one.press("ctrl+n")
        await one.type("这事不归我管")
        assert "必改 1" in one.status


async def test_hints_can_be_hidden(tmp_path):
    async with agent(tmp_path, "大概三天") as one:
        await one.press("ctrl+l")
        assert one.pane("findings").words == []
        assert "提示 隐藏" in one.status
        await one.press("ctrl+l")
        assert len(one.pane("findings").words) == 1


async def test_copy_is_refused_once_while_errors_remain(tmp_path, monkeypatch):
    copied = []
    monkeypatch.setattr(
        "tui.clipboard.copy", lambda text, ask: copied.append(text) or Copied(Route.TOOL, "已复制。")
    )
    async with agent(tmp_path, FAULTY) as one:
        await one.press("f9")
        await one.rest()
        assert copied == []
        assert "还有 1 处必改" in one.message
        await one.press("f9")
        await one.rest()
        assert copied == [FAULTY]
        assert one.message == "已复制。"


async def test_a_change_after_the_refusal_is_refused_again(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.copy", lambda text, ask: pytest.fail("copied"))
    async with agent(tmp_path, "这事不归我管") as one:
        await one.press("f9")
        await one.type("呀")
        await one.press("f9")
        await one.rest()
        assert "没有复制" in one.message


async def test_an_unanswered_copy_asked_again_goes_to_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.by_tool", lambda text: None)
    async with agent(tmp_path, "请稍等") as one:
        await one.press("f9")
        await one.rest()
        assert "OSC 52" in one.message
        assert "终端不回话" in one.message
        await one.press("f9")
        await one.rest()
        saved = tmp_path / "state" / "huashu" / "reply.txt"
        assert saved.read_text("utf-8") == "请稍等"
        assert "reply.txt" in one.message
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600


async def test_nothing_to_copy(tmp_path):
    async with agent(tmp_path) as one:
        await one.press("f9")
        assert "没有可以复制的" in one.message


async def test_phrases_by_pinyin_initials_then_blanks_with_tab(tmp_path):
    async with agent(tmp_path) as one:
        await one.press("f6")
        await one.type("nhws")
        await one.press("enter")
        assert one.reply == "您好，我是〔姓名〕"
        assert one.draft.selected_text == "〔姓名〕"
        assert "待填 1" in one.status
        await one.type("张三")
        assert one.reply == "您好，我是张三"
        assert "待填" not in one.status
        await one.press("tab")
        assert one.app.focused.id == "findings"


async def test_blanks_are_filled_in_order(tmp_path):
    async with agent(tmp_path) as one:
        await one.paste("〔姓氏〕先生，〔时间〕前给您回电话")
        await one.press("home", "tab")
        await one.type("王")
        await one.press("tab")
        await one.type("五点")
        assert one.reply == "王先生，五点前给您回电话"


async def test_unfilled_blanks_hold_a_copy_back(tmp_path):
    async with agent(tmp_path) as one:
        await one.paste("您好，我是〔姓名〕")
        await one.press("f9")
        assert "还有 1 个空没填" in one.message


@pytest.mark.parametrize("query", ["请稍等", "qingshaodeng", "qsd", "qingsd", "等待", "听不清"])
async def test_phrases_are_found(tmp_path, query):
    async with agent(tmp_path) as one:
        await one.press("f6")
        await one.type(query)
        assert "请稍等，我马上为您查询  等待" in one.pane("results").words


async def test_a_situation_puts_its_phrases_first(tmp_path):
    async with agent(tmp_path) as one:
        await one.press("ctrl+o")
        await one.type("ts")
        assert "不说：你投诉也没用" in one.pane("detail").words
        await one.press("enter")
        assert "场景：客户投诉" in one.status
        await one.press("f6")
        assert one.pane("results").words == ["很抱歉让您久等了  等待"]
        await one.press("tab")
        assert "场景：问候" in one.pane("title").words
        await one.press("escape")
        assert one.reply == ""


async def test_the_pattern_that_fits_is_shown_and_used(tmp_path):
    async with agent(tmp_path, "你必须先付款。") as one:
        assert "2✓ 你能……吗" in one.pane("patterns").words
        await one.press("f8")
        assert "您能先付款吗？" in one.pane("results").words[0]
        await one.press("enter")
        assert one.reply == "您能先付款吗？。"


async def test_a_pattern_that_does_not_fit_is_put_in_or_round_the_selection(tmp_path):
    async with agent(tmp_path) as one:
        await one.press("f8", "enter")
        assert one.reply == "我理解〔内容〕"
        await one.type("您的心情")
        assert one.reply == "我理解您的心情"
        await one.press("ctrl+n")
        await one.type("先付款")
        await one.press("ctrl+a", "f8")
        await one.type("你能")
        await one.press("enter")
        assert one.reply == "你能先付款吗"


async def test_every_command_is_in_the_palette_and_runs(tmp_path):
    async with agent(tmp_path, "这事不归我管") as one:
        await one.press("ctrl+p")
        await one.type("th")
        assert any(words.startswith("替换") for words in one.pane("results").words)
        await one.press("escape", "ctrl+p")
        await one.type("全部替换")
        await one.press("enter")
        await one.rest()
        assert one.reply == "这件事我来帮您处理"


async def test_the_palette_reaches_the_draft_and_the_app(tmp_path):
    async with agent(tmp_path, "你好") as one:
        await one.press("ctrl+p")
        await one.type("全选")
        await one.press("enter")
        await one.rest()
        assert one.draft.selected_text == "你好"
        await one.press("ctrl+p")
        await one.type("浅色")
        await one.press("enter")
        await one.rest()
        assert one.app.theme == "huashu-light"


async def test_help_explains_the_focused_pane(tmp_path):
    async with agent(tmp_path, "这事不归我管") as one:
        await one.press("f1")
        assert "写回复的地方" in one.pane("help").words
        await one.press("escape", "tab", "f1")
        words = one.pane("help").words
        assert "发现的问题" in words
        assert "── 列表 ──" in words
        assert "F2" in words
        await one.press("f1")
        assert one.app.screen is one.desk


async def test_lists_look_by_arrow_and_choose_by_enter(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        await one.press("tab", "down", "up")
        assert one.desk.review.current.rule.id == "not-my-job"
        await one.rest()
        await one.press("tab", "down")
        assert one.pane("alternatives").border_title == "建议 2/2"
        await one.press("enter")
        assert "我马上请负责的同事联系您" in one.reply
        await one.press("escape")
        assert one.app.focused is one.draft


async def test_what_is_typed_elsewhere_goes_into_the_draft(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        await one.pilot.click("#findings", offset=(5, 1))
        await one.type("请")
        await one.rest()
        assert one.reply == "王先生您好，请这事不归我管。你必须先付款。"
        assert one.app.focused is one.draft
        one.pane("why").focus()
        await one.paste("稍等，")
        await one.rest()
        assert "请稍等，这事" in one.reply


async def test_a_click_looks_and_a_double_click_chooses(tmp_path):
    async with agent(tmp_path, FAULTY) as one:
        await one.pilot.click("#findings", offset=(5, 1))
        await one.rest()
        assert one.desk.review.current.rule.id == "not-my-job"
        assert one.reply == FAULTY
        await one.pilot.click("#alternatives", offset=(5, 2), times=2)
        await one.rest()
        assert "我马上请负责的同事联系您" in one.reply


async def test_the_footer_is_clickable(tmp_path):
    async with agent(tmp_path, "这事不归我管") as one:
        await one.pilot.click("#footer", offset=(2, 0))
        await one.rest()
        assert one.reply == "这件事我来帮您处理"


async def test_clear_can_be_undone(tmp_path):
    async with agent(tmp_path, "请稍等") as one:
        await one.press("ctrl+n")
        assert one.reply == ""
        await one.press("ctrl+z")
        assert one.reply == "请稍等"


async def test_the_draft_is_on_disk_and_gone_once_copied(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.by_tool", lambda text: Copied(Route.TOOL, "已复制。"))
    async with agent(tmp_path, "请稍等") as one:
        await one.rest(0.6)
        (kept,) = (tmp_path / "drafts").glob("*.json")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert json.loads(kept.read_text("utf-8"))["text"] == "请稍等"
        await one.press("f9")
        await one.rest()
        assert list((tmp_path / "drafts").iterdir()) == []


async def test_a_draft_left_behind_is_taken_up(tmp_path):
    (tmp_path / "drafts").mkdir()
    left = json.dumps({"text": "请稍等", "opened": ""})
    (tmp_path / "drafts" / "draft-77.json").write_text(left, "utf-8")
    async with agent(tmp_path) as one:
        assert one.reply == "请稍等"
        assert "接着写上次" in one.message


async def test_the_draft_is_not_kept_when_switched_off(tmp_path):
    async with agent(tmp_path, "请稍等", keep=False) as one:
        await one.rest(0.6)
        assert not (tmp_path / "drafts").exists()


async def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def full(path, text):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("tui.state.write_private", full)
    async with agent(tmp_path, "请稍等") as one:
        await one.rest(0.6)
        assert "草稿没能存盘" in one.message


async def test_a_slow_check_does_not_hold_up_typing(tmp_path):
    linter = ScreenLinter(slowness=0.05)
    async with agent(tmp_path, linter=linter) as one:
        await one.paste("请稍等。" * 100)
        await one.rest()
        before = linter.checks
        await one.type("这事不归我管这事不归我管")
        await one.rest(0.5)
        assert linter.checks - before < 8
        assert "必改 2" in one.status


async def test_marks_stay_on_their_words_until_the_check_comes(tmp_path):
    linter = ScreenLinter(slowness=0.3)
    async with agent(tmp_path, linter=linter) as one:
        await one.paste("请稍等。" * 100 + "这事不归我管")
        await one.rest(1)
        await one.press("ctrl+home", "home")
        one.draft.go_to(0)
        await one.type("嗯")
        (found,) = one.desk.review.findings
        assert found.span.of(one.reply) == "这事不归我管"
        assert not one.desk.review.fresh


async def test_jieba_is_warmed_and_never_waited_for(tmp_path):
    async with agent(tmp_path, "这事不归我管") as one:
        assert one.desk.review.linter.is_warm
