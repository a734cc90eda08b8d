"""Words that may stand between the words of a phrase, or be left out, without changing what it says."""

from __future__ import annotations

import re

PARTICLES = "儿阿的地了呢啊吧呀嘛哦噢喔哈啦呗嗯诶唉哎咯喽哟呦嘞哒呵捏呐嗷呃咧"
ADVERBS = "就都也还又才太真很挺"
FILLERS = frozenset(PARTICLES + ADVERBS)
LONG_FILLERS = tuple(
    re.findall(".{2}", "其实确实实在根本反正现在目前暂时完全压根到底毕竟好像简直一下究竟居然竟然")
)
MISTYPED = ("现再", "先在")
TRADITIONAL = ("其實", "確實", "實在", "現在", "暫時", "壓根", "到底", "畢竟", "簡直", "居然")
LONG_FILLER = re.compile(
    "|".join(rf"{a}\W{{0,2}}{b}" for a, b in map(tuple, (*LONG_FILLERS, *TRADITIONAL, *MISTYPED)))
)
