"""The moving picture of the README: the real screen driven by key, one frame for each step.

Run from the repository: `python docs/make_walkthrough.py`. Needs chromium, the Noto CJK fonts and Pillow.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from textual.pilot import Pilot

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from docs.make_pictures import PICTURES, photograph, press, type_in, with_wide_characters
from linter import Linter
from tui.app import HuashuApp
from tui.settings import Settings
from tui.state import DraftFile

SIZE = (90, 24)
COLOURS = 128
TYPING, LOOKING, READING = 0.35, 1.6, 2.6  # seconds a frame stays
SAID = ("王先生您好，", "这事", "不归我管。", "你必须", "先把商品", "寄回来。")
CHECKED = "边写边查：不能说的话马上标出来"
FOUND = "常用语：按汉字、拼音或首字母查找"


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, by typing or by key, and what is said of it below the screen."""

    caption: str
    seconds: float
    words: str = ""
    keys: tuple[str, ...] = ()


def key(name: str, about: str, *keys: str, seconds: float = LOOKING) -> Step:
    return Step(f"<kbd>{name}</kbd>{about}", seconds, keys=keys)


def steps() -> Iterator[Step]:
    yield Step(CHECKED, LOOKING)
    for words in SAID:
        yield Step(CHECKED, TYPING, words)
    yield key("F3", "到下一处：为什么不能说，该怎么说，出自哪份文件", "f3", seconds=READING)
    yield key("F4", "换一条建议", "f4")
    yield key("Shift+F4", "退一条", "shift+f4")
    yield key("F2", "用选中的建议替换", "f2", seconds=READING)
    yield key("F5", "全部替换，可以发送了", "f5", seconds=READING)
    yield key("F6", FOUND, "end", "f6")
    for letter in "gxn":
        yield Step(f"<kbd>F6</kbd>{FOUND}", TYPING * 2, letter)
    yield key("回车", "选用", "enter", seconds=READING)


async def frames(folder: Path) -> list[tuple[Step, str]]:
    """The steps with the screen after each, as SVG."""
    linter = Linter.load()
    linter.warm()
    app = HuashuApp(linter, Settings(), DraftFile(None, wanted=False, folder=folder))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return [(step, await _after(step, pilot)) for step in steps()]


async def _after(step: Step, pilot: Pilot[None]) -> str:
    await press(pilot, *step.keys)
    await type_in(pilot, step.words)
    return with_wide_characters(pilot.app.export_screenshot(title="话术"))


def join(pictures: list[Path], seconds: list[float], target: Path) -> None:
    """One GIF of all, in the colours they share."""
    images = [Image.open(picture).convert("RGB") for picture in pictures]
    sheet = Image.new("RGB", (images[0].width, sum(image.height for image in images)))
    top = 0
    for image in images:
        sheet.paste(image, (0, top))
        top += image.height
    palette = sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    first, *rest = (image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images)
    times = [round(each * 1000) for each in seconds]
    first.save(target, save_all=True, append_images=rest, duration=times, loop=0, optimize=True)


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("chromium is not installed", file=sys.stderr)
        return 1
    target = PICTURES / "walk-through.gif"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shown = asyncio.run(frames(folder))
        pictures = [folder / f"{number}.png" for number in range(len(shown))]
        for (step, svg), picture in zip(shown, pictures, strict=True):
            photograph(svg, picture, chromium, step.caption)
        join(pictures, [step.seconds for step, _ in shown], target)
    print(f"{target.relative_to(PICTURES.parent.parent)}  {target.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
