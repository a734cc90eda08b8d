"""What an edit leaves of the rest of the text."""

from hypothesis import given
from hypothesis import strategies as st

from phrasebook.places import Span
from tui.edits import Change

TEXT = st.text("甲乙丙", max_size=12)


@given(TEXT, TEXT)
def test_the_change_makes_the_new_text_of_the_old(old, new):
    change = Change.between(old, new)
    assert old[: change.span.start] + change.text + old[change.span.end :] == new


@given(TEXT, TEXT, st.integers(0, 12), st.integers(0, 12))
def test_carried_words_are_the_same_words(old, new, start, length):
    span = Span(min(start, len(old)), min(start + length, len(old)))
    moved = Change.between(old, new).carry(span)
    assert moved is None or moved.of(new) == span.of(old)


def test_words_before_stay_and_words_behind_move():
    change = Change.between("甲乙丙丁", "甲新乙丙丁")
    assert change.carry(Span(0, 1)) == Span(0, 1)
    assert change.carry(Span(2, 4)) == Span(3, 5)
    assert Change.between("甲乙丙丁", "甲丁").carry(Span(1, 3)) is None
