"""Every window in Chinese: nothing on screen is English but names of keys and standards."""

import re

import pytest

from tests.screen_driver import agent
from tui.actions import ACTIONS

NAMES = set("F Ctrl Shift Alt Tab Esc Home End PgUp PgDn Del OSC tmux huashu tousu ts".split())
PATHS = re.compile(r"[~/][\w./\\-]+|[\w-]+\.(?:toml|yaml|txt)|(?<![A-Za-z])[a-z]+(?:-[a-z]+)*$", re.MULTILINE)


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def seen(app):
    """What stands on the screen now, as text."""
    svg = app.export_screenshot()
    return re.sub(r"&#160;", " ", "\n".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))


def english(words):
    words = PATHS.sub("", words)
    return [word for word in re.findall("[A-Za-z]{2,}|F(?=[0-9])", words) if word not in NAMES]


async def all_windows(one):
    """The names of windows and states, each with the screen showing it."""
    yield "empty", one.app
    await one.type("这事不归我管，你必须等，大概三天")
    await one.rest()
    yield "at work", one.app
    for keys in (
        ["f2"], ["f5"], ["f5"], ["f4"], ["f7"], ["f9"], ["f9"], ["ctrl+l"], ["ctrl+s"], ["ctrl+n"], ["f3"], ["f2"], ["f7"],
    ):  # fmt: skip
        await one.press(*keys)
        await one.rest(0.05)
        yield str(keys), one.app
    for keys in (["f6"], ["f8"], ["ctrl+o"], ["ctrl+p"], ["f1"], ["f6", "f1"]):
        await one.press(*keys)
        await one.rest(0.05)
        yield str(keys), one.app
        for _ in range(2):
            await one.press("pagedown")
            yield f"{keys}, further down", one.app
        await one.press(*["escape"] * len(keys))


async def test_no_english_on_any_screen(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.by_tool", lambda text: None)
    async with agent(tmp_path) as one:
        async for name, app in all_windows(one):
            assert english(seen(app)) == [], name


async def test_no_english_in_practice(tmp_path):
    async with agent(tmp_path, practice=True) as one:
        for keys in ([], ["f9"], ["f4"], ["f6"], ["f1"], ["escape"], ["f10"]):
            await one.press(*keys)
            assert english(seen(one.app)) == [], keys


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_no_english_in_the_table_of_actions(action):
    for words in (action.name, action.about, action.brief):
        assert not english(words)
    assert action.name
    assert action.about
