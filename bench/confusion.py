"""How one character is typed for another, in tables made apart from the linter's own: neither proves itself.

Homophones come from pypinyin over the 3,755 characters of GB 2312's first level; the rest is by hand.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain

from pypinyin import Style, pinyin

# What handwriting, Wubi and scanned text put in place of a character.
SHAPES = dict(
    zip(
        "不归我管知道没空办法新来懂清楚能可简问早告诉错合同签软件做事训培效果电复位重启付费去欠款忙看册明"
        "白银行太土版必须本应该关小用它公司开发人员销售连他都好怎么样找工具机器负责产品别吧之前谁给根理最"
        "规定大从有出过种功只厂家等会马上回话讲声点听又是个着急倒耐烦火打对国说干什班正见喊儿意领导态度为"
        "你您这与无所谓水平差反要想得就各现在便宜需了的",
        "木旧找菅和逍设窄为去斩米僅情禁熊司筒间旱吿拆借台问鉴歃仵故亊川倍郊杲申夏拉垂后什贵丢次歀忘着删朋"
        "自很衍大士板心顺木庆刻并少甩宅么同并友入贝俏隻逢池郡奸忽公祥我土其杌嚣贞贵严晶刖肥乏剪准洽银埋曼"
        "现走太丛冇岀迈神巧叭广冢筹云鸟土囘活进芦黑昕叉昰介看隐侄酎颂灭扛村囯悦千仕斑止贝减几薏颌异恋席办"
        "伱悠迭写元听渭木乎羞友耍相碍僦名规左使宣儒子旳",
    )
)

# The traditional shape of every character the banned phrases have that differs from its simplified one.
TRADITIONAL = dict(
    zip(
        "这归谁规办无问题简关单东软说过诉错签训电复启费们里为没会见钱现着银买银发应该与个开员连样么机责别产负来从种给"
        "须讲听国话销烦态领导干时吗间对马后识当长认头经难学点师务处联动换",
        "這歸誰規辦無問題簡關單東軟說過訴錯簽訓電復啟費們裡為沒會見錢現著銀買銀發應該與個開員連樣麼機責別產負來從種給"
        "須講聽國話銷煩態領導幹時嗎間對馬後識當長認頭經難學點師務處聯動換",
    )
)

FILLERS = ("真的", "其实", "确实", "实在", "可真", "也")
DEMANDS = ("到底", "究竟")
PARTICLES = ("呀", "啊", "呢", "哦", "嘛", "哈", "啦")
NOISES = (" ", "  ", "…", "~", "-", "、", "。", "*", "/", "😅", "🙄", "_", "·", "　")


@cache
def homophones(char: str) -> str:
    """Everyday characters that sound like this one whatever the tone, itself left out; sorted."""
    return "".join(other for other in _by_sound().get(_syllable(char), "") if other != char)


def shape(char: str) -> str:
    """A character that looks like this one, or nothing."""
    like = SHAPES.get(char, "")
    return "" if like == char else like


def traditional(text: str) -> str:
    return text.translate(str.maketrans(TRADITIONAL))


@cache
def _by_sound() -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    rows = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    for char in chain(row.decode("gb2312", "ignore") for row in rows):
        if char:
            found[_syllable(char)] += char
    return dict(found)


@cache
def _syllable(char: str) -> str:
    return pinyin(char, style=Style.NORMAL)[0][0]
