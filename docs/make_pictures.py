"""Pictures of the screen for the README: the real app is driven by key, and Chromium makes the PNG files.

Run from the repository: `python docs/make_pictures.py`. Needs chromium and the Noto CJK fonts.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from html import escape, unescape
from pathlib import Path

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from linter import Linter
from tui.app import HuashuApp
from tui.settings import Settings
from tui.state import DraftFile

PICTURES = Path(__file__).with_name("pictures")
CHAR = 12.2  # SVG units a cell is wide in Textual's screenshots
ROW, BASE = 24.4, 17.0  # units a row is high, and from its top to the foot of its characters
FONT = "font-family: 'DejaVu Sans Mono', Han, monospace; font-size: 20px;"
HAN = '@font-face { font-family: Han; src: local("Noto Sans Mono CJK SC"); size-adjust: 112%; }'
CAPTION_HEIGHT = 56
STYLE = f"""{HAN}
body {{ margin: 0; background: #ffffff; }} svg {{ display: block; }}
p {{ margin: 0; font: bold 28px/{CAPTION_HEIGHT}px 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif; color: #1d2326; text-align: center; }}
kbd {{ font: inherit; background: #e4e1d8; border: 2px solid #c3beb1; border-radius: 8px; padding: 2px 12px; margin-right: 12px; }}
"""
REPLY = (
    "王先生您好，您说的退款我不知道怎么回事，公司规定就是这样的。\n"
    "你必须先把商品寄回来，这事不归我管，大概三天吧。"
)

Play = Callable[[Pilot[None]], Awaitable[None]]


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        pilot.app.post_message(events.Key(key, None))
        await pilot.pause(0.4)


async def type_in(pilot: Pilot[None], text: str) -> None:
    for character in text:
        key = events.Key("enter", None) if character == "\n" else events.Key(character, character)
        pilot.app.post_message(key)
    await pilot.pause(1.0)


async def at_work(pilot: Pilot[None]) -> None:
    await type_in(pilot, REPLY)
    await press(pilot, "f3", "f3")
    await pilot.pause(0.5)


async def mended(pilot: Pilot[None]) -> None:
    await at_work(pilot)
    await press(pilot, "f5")


async def phrases(pilot: Pilot[None]) -> None:
    await type_in(pilot, "王先生您好，")
    await press(pilot, "f6")
    await type_in(pilot, "qsd")


async def small(pilot: Pilot[None]) -> None:
    await type_in(pilot, REPLY.replace("\n", ""))
    await press(pilot, "f3", "f3")
    await pilot.pause(0.5)


SHOTS: dict[str, tuple[tuple[int, int], str, Play]] = {
    "at-work": ((100, 30), "huashu-dark", at_work),
    "at-work-light": ((100, 30), "huashu-light", at_work),
    "mended": ((100, 30), "huashu-dark", mended),
    "phrases": ((100, 30), "huashu-dark", phrases),
    "small": ((40, 12), "huashu-dark", small),
}


async def shoot(size: tuple[int, int], theme: str, play: Play, folder: Path) -> str:
    keeper = DraftFile(None, wanted=False, folder=folder)
    linter = Linter.load()
    linter.warm()
    app = HuashuApp(linter, Settings(theme=theme), keeper)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await play(pilot)
        return with_wide_characters(app.export_screenshot(title="话术"))


def with_wide_characters(svg: str) -> str:
    """Rich gives every character one cell in its pictures: give Chinese its two, and a font that has both widths."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: Fira Code, monospace;\s*font-size: 20px;\s*line-height: 24.4px;", FONT, svg)
    return re.sub(r'x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"([^>]*)>([^<]*)<', _placed, svg)


def _placed(text: re.Match[str]) -> str:
    """Every character at its own place, so that no font can move the columns."""
    x, y, rest, words = float(text[1]), text[2], text[3], unescape(text[4]).replace("\xa0", " ")
    places = [x + CHAR * cell_len(words[:index]) for index in range(len(words))]
    column = " ".join(f"{place:g}" for place in places)
    return f'x="{column}" y="{y}"{rest} xml:space="preserve">{escape(words)}<'


def with_whole_lines(svg: str) -> str:
    """A character is lower than its row: draw the upright lines of borders from row to row."""
    return re.sub(r'<text class="([^"]*)" x="([^"]*)" y="([\d.]+)"[^>]*>([^<]*│[^<]*)</text>', _lined, svg)


def _lined(text: re.Match[str]) -> str:
    places = zip(text[2].split(), unescape(text[4]), strict=True)
    lines = "".join(
        f'<rect class="{text[1]}" x="{float(x) + CHAR / 2 - 0.8:g}" y="{float(text[3]) - BASE:g}" '
        f'width="1.6" height="{ROW}"/>'
        for x, character in places
        if character == "│"
    )
    return text[0].replace("│", " ") + lines


def photograph(svg: str, picture: Path, chromium: str, caption: str = "") -> None:
    """Chromium's picture of the SVG at seven tenths of its size, with words below it."""
    svg = with_whole_lines(svg)
    width, height = (float(number) for number in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        below = f"<p>{caption}</p>" if caption else ""
        height += CAPTION_HEIGHT if caption else 0
        page.write_text(f"<style>{STYLE} svg {{ width: {width}px }}</style>{svg}{below}", "utf-8")
        command = [
            chromium,
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            "--force-device-scale-factor=0.7",
        ]
        command += [f"--window-size={width:.0f},{height:.0f}", f"--screenshot={picture}", f"file://{page}"]
        subprocess.run(command, check=True, capture_output=True, timeout=60)


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("chromium is not installed", file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    for name, (size, theme, play) in SHOTS.items():
        with tempfile.TemporaryDirectory() as folder:
            svg = asyncio.run(shoot(size, theme, play, Path(folder)))
        picture = PICTURES / f"{name}.png"
        photograph(svg, picture, chromium)
        print(f"{picture.relative_to(PICTURES.parent.parent)}  {picture.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
