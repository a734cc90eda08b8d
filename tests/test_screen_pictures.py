"""Pictures of the screen at four sizes and in both colours: a change of looks is a change of these files.

After a wanted change: `HUASHU_NEW_PICTURES=1 pytest tests/test_screen_pictures.py`, and look at them in a browser.
"""

import os
import re
from pathlib import Path

import pytest

from docs.make_pictures import with_wide_characters
from tests.screen_driver import agent
from tui.settings import THEMES, Settings

GOLDEN = Path(__file__).parent / "golden" / "screens"
SIZES = {"wide": (100, 30), "stacked": (80, 24), "small": (40, 12), "tiny": (50, 8)}
REPLY = "王先生您好，退款的事我不知道怎么回事（这事不归我管）。\n你必须先把商品寄回来，大概三天。"


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def normal(svg):
    """Without the numbers Rich makes up anew, and with Chinese as wide as it is."""
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    return with_wide_characters(svg) + "\n"


def compare(name, app):
    svg = normal(app.export_screenshot(title="话术"))
    path = GOLDEN / f"{name}.svg"
    if os.environ.get("HUASHU_NEW_PICTURES"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        path.write_text(svg, "utf-8")
    assert svg == path.read_text("utf-8"), f"{name} looks different"


@pytest.mark.parametrize("theme", THEMES.values())
@pytest.mark.parametrize("size", SIZES)
async def test_at_work(tmp_path, size, theme):
    async with agent(tmp_path, REPLY, SIZES[size], Settings(theme=theme)) as one:
        await one.press("f3")
        await one.rest()
        compare(f"write-{size}-{theme.removeprefix('huashu-')}", one.app)


async def test_phrases(tmp_path):
    async with agent(tmp_path) as one:
        await one.press("f6")
        await one.type("dd")
        await one.rest()
        compare("phrases", one.app)


async def test_practice(tmp_path):
    async with agent(tmp_path, practice=True) as one:
        await one.press("f9")
        compare("practice", one.app)


async def test_without_colours(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with agent(tmp_path, REPLY) as one:
        compare("write-without-colours", one.app)


async def test_a_smaller_terminal_shows_the_same_as_one_opened_so(tmp_path):
    async with agent(tmp_path, REPLY) as one:
        await one.pilot.resize_terminal(*SIZES["stacked"])
        await one.press("f3")
        await one.rest()
        compare("write-stacked-dark", one.app)
