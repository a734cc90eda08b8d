"""Where rows of Chinese end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.linebreak import NEVER_FIRST, NEVER_LAST, breaks, clip, rows


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("请您稍等一下", 12, ["请您稍等一下"]),
        ("请您稍等一下好吗", 12, ["请您稍等一下", "好吗"]),
        ("请您稍等一下，好吗", 12, ["请您稍等一", "下，好吗"]),
        ("您好（王先生）", 6, ["您好", "（王先", "生）"]),
        ("好的好的“稍等”吧", 10, ["好的好的", "“稍等”吧"]),
        ("真的……好的", 5, ["真", "的……", "好的"]),
        ("订单AB12345号", 8, ["订单", "AB12345", "号"]),
        ("请看 huashu 好吗", 9, ["请看 ", "huashu 好", "吗"]),
        ("ABCDEFGHIJ", 4, ["ABCD", "EFGH", "IJ"]),
        ("，，，，，，", 4, ["，，", "，，", "，，"]),
        ("第一行\n\n第三行", 20, ["第一行", "", "第三行"]),
    ],
)
def test_rows(text, width, expected):
    assert rows(text, width) == expected


WORDS = st.text(st.sampled_from("好的请您稍等abc12，。！？、）”（“… 😀é"), max_size=60)


@given(WORDS, st.integers(4, 20))
def test_rows_fit_and_lose_nothing(text, width):
    found = rows(text, width)
    assert "".join(found) == text
    assert all(cell_len(row) <= width for row in found)


@given(WORDS, st.integers(8, 20))
def test_no_row_begins_or_ends_badly_unless_it_must(text, width):
    for before, after in zip(rows(text, width), rows(text, width)[1:]):
        bad = after[0] in NEVER_FIRST or before[-1] in NEVER_LAST
        assert not bad or not _has_a_better_break(before)


def _has_a_better_break(row):
    return any(
        row[k] not in NEVER_FIRST and row[k] != " " and row[k - 1] not in NEVER_LAST
        and not (row[k].isascii() and row[k - 1].isascii())
        for k in range(1, len(row))
    )  # fmt: skip


def test_tabs_have_the_width_they_are_given():
    assert breaks("好\t好\t好", 6, (2, 1)) == [3]


@pytest.mark.parametrize(("width", "expected"), [(6, "请稍等"), (5, "请稍…"), (4, "请…"), (2, "…")])
def test_clip(width, expected):
    assert clip("请稍等", width) == expected
