"""The draft: marks in the right cells, Chinese words, clean text."""

import inspect

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.document import _wrapped_document

from phrasebook.places import Span
from tests.screen_driver import agent
from tui import pinned
from tui.widgets.chinese_area import clean
from tui.widgets.draft_rows import Mark, Row, Stretch, _by_line


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def underlined(one):
    """The underlined characters of each row of the draft, as they are painted."""
    rows = []
    for y in range(one.draft.size.height):
        strip = one.draft.render_line(y)
        words = "".join(segment.text for segment in strip if segment.style and segment.style.underline)
        if words:
            rows.append(words)
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("这事不归我管", ["这事不归我管"]),
        ("👍🏽 hi，这事不归我管。", ["这事不归我管"]),
        ("\t这事不归我管", ["这事不归我管"]),
        ("第一行\n\n这事不归我管\n大概", ["这事不归我管", "大概"]),
        ("请" * 50 + "这事不归我管", ["这事不归", "我管"]),
    ],
)
async def test_what_is_underlined_is_what_was_found(tmp_path, text, expected):
    async with agent(tmp_path) as one:
        await one.paste(text)
        assert underlined(one) == expected


async def test_each_severity_has_a_line_of_its_own(tmp_path):
    async with agent(tmp_path) as one:
        await one.paste("这事不归我管，你必须，大概")
        looks = {
            segment.text: (segment.style.bold, segment.style.underline2, segment.style.italic)
            for segment in one.draft.render_line(0)
            if segment.style.underline
        }
        assert len(set(looks.values())) == 3


async def test_marks_survive_selection(tmp_path):
    async with agent(tmp_path) as one:
        await one.paste("这事不归我管")
        await one.press("ctrl+a")
        assert underlined(one) == ["这事不归我管"]


@pytest.mark.parametrize(
    "pasted", ["第一行\r\n第二行", "第一行\r第二行", "第一行\n第二行", "第一\x07行\n第二\x1b行"]
)
async def test_line_ends_and_control_characters(tmp_path, pasted):
    async with agent(tmp_path) as one:
        await one.paste(pasted)
        assert one.reply == "第一行\n第二行"
        assert one.draft.text == "第一行\n第二行"


async def test_a_long_paste(tmp_path):
    text = "请您放心，这件事我马上帮您处理。\n" * 1177
    async with agent(tmp_path) as one:
        await one.paste(text)
        assert len(one.reply) == len(text) >= 20_000
        await one.type("这事不归我管")
        await one.rest(0.5)
        assert "必改 1" in one.status
        await one.press("ctrl+z", "ctrl+z")
        assert one.reply == ""
        await one.press("ctrl+y")
        assert len(one.reply) >= 20_000


async def test_words_are_jiebas(tmp_path, linter):
    linter.warm()
    async with agent(tmp_path) as one:
        await one.paste("请您核对一下订单号，谢谢")
        for column in (10, 9, 6, 4, 2, 1, 0):
            await one.press("ctrl+left")
            assert one.draft.cursor_location == (0, column)
        await one.press("ctrl+right", "ctrl+right")
        assert one.draft.cursor_location == (0, 2)
        await one.press("ctrl+w")
        assert one.reply == "请核对一下订单号，谢谢"
        await one.press("ctrl+delete")
        assert one.reply == "请一下订单号，谢谢"


async def test_words_go_over_line_ends(tmp_path):
    async with agent(tmp_path) as one:
        await one.paste("好\n的")
        await one.press("ctrl+left", "ctrl+left")
        assert one.draft.cursor_location == (0, 1)
        await one.press("ctrl+right")
        assert one.draft.cursor_location == (1, 0)


async def test_the_terminals_cursor_stands_where_an_input_method_composes(tmp_path):
    async with agent(tmp_path) as one:
        await one.type("请稍等")
        assert one.app.cursor_position == one.draft.cursor_screen_offset == (2 + 6, 2)


async def test_copy_cut_and_paste(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.by_tool", lambda text: None)
    async with agent(tmp_path) as one:
        await one.paste("请稍等")
        await one.press("ctrl+a", "ctrl+c")
        await one.rest()
        assert "OSC 52" in one.message
        await one.press("ctrl+x", "ctrl+v", "ctrl+v")
        assert one.reply == "请稍等请稍等"


async def test_nothing_moves_while_nobody_types(tmp_path):
    """An input method's composition is drawn by the terminal: each repaint under it would flicker."""
    async with agent(tmp_path, "这事不归我管") as one:
        painted = []
        one.draft.render_line = lambda y: painted.append(y)
        for bar in one.app.screen.query("Bar"):
            bar.render_line = lambda y: painted.append(y)
        await one.pilot.pause(1.3)
        assert painted == []


def test_clean():
    assert clean("甲\r\n乙\u2028丙\x00") == "甲\n乙丙"


LINES = st.lists(st.text("甲乙丙", max_size=8), min_size=1, max_size=4)


@given(LINES, st.integers(0, 30), st.integers(1, 12))
def test_marks_by_line_hold_the_marked_characters(lines, start, length):
    text = "\n".join(lines)
    span = Span(min(start, len(text)), min(start + length, len(text)))
    found = _by_line(lines, [Mark(span, "look")])
    said = "\n".join(lines[number][one.start : one.end] for number in sorted(found) for one in found[number])
    assert said.replace("\n", "") == span.of(text).replace("\n", "")


def test_a_row_cuts_what_lies_in_it():
    row = Row(line=0, start=10, text="甲乙丙", last=False)
    assert row.cut(Stretch(8, 12, "look")) == Stretch(0, 2, "look")
    assert row.cut(Stretch(13, 20, "look")) is None
    assert Row(0, 10, "甲乙丙", last=True).cut(Stretch(13, 14, "cursor")) == Stretch(3, 4, "cursor")


def test_the_private_name_is_still_what_was_read():
    pinned.wrap_chinese()
    source = inspect.getsource(_wrapped_document)
    assert source.count("compute_wrap_offsets(") == 2
    wrapped = _wrapped_document.WrappedDocument(
        _wrapped_document.DocumentBase.__subclasses__()[0]("请稍等，好吗"), 6
    )
    assert wrapped.get_offsets(0) == [2, 5]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("好的，。a \n\t😀“”"), max_size=80), st.integers(20, 100))
async def test_every_character_is_painted(tmp_path, text, width):
    async with agent(tmp_path, size=(width, 40)) as one:
        await one.paste(text)
        rows = "".join(one.draft.render_line(y).text for y in range(one.draft.size.height))
        if text.strip():
            assert "".join(rows.split()) == "".join(text.split())
