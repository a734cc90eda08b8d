"""Finding phrases by Chinese, pinyin and initials."""

import pytest

from tui.search import Words, best

PHRASES = [
    Words("您好，请问有什么可以帮您？", "问候 接听"),
    Words("请稍等，我帮您查一下。", "等待"),
    Words("很抱歉让您久等了", "等待 致歉"),
    Words("通话质量不好，我再打给您", "听不清"),
    Words("WiFi 信号不好时请重启路由器", "网络"),
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("请稍等", [1]),
        ("qsd", [1]),
        ("qingshaodeng", [1]),
        ("qshaod", [1]),
        ("等待", [1, 2]),
        ("dengdai", [1, 2]),
        ("dd", [1, 2]),
        ("久等", [2]),
        ("thzl", [3]),
        ("听不清", [3]),
        ("tbq", [3]),
        ("wifi", [4]),
        ("等待 抱歉", [2]),
        ("dd bq", [2]),
        ("请，稍等", [1]),
        ("没有这句", []),
        ("zzz", []),
    ],
)
def test_best(query, expected):
    assert best(query, PHRASES) == expected


def test_what_begins_so_comes_first():
    assert best("请", [Words("您请坐"), Words("请坐")]) == [1, 0]
    assert best("qz", [Words("您请坐"), Words("请坐")]) == [1, 0]
