import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.normalise import Skeletons, letters_of, plain

SKELETONS = Skeletons()


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("這個我不清楚", "这个我不清楚"),
        ("ＡＢＣ１２３，！", "abc123,!"),
        ("您好，妳们", "你好,你们"),
        ("İ", "İ"),  # its small letter is two characters: it stays
        ("㈱½ﬁ", "㈱½ﬁ"),
        ("\ud800x", "\ud800x"),
    ],
)
def test_plain_has_one_spelling(typed, spelled):
    assert plain(typed) == spelled


@given(st.text())
def test_plain_keeps_the_length(text):
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("我真的不知道呢", "我不知道"),
        ("我 不,知😀道", "我不知道"),
        ("我我不不知知道", "我不知道"),
        ("我a不b知道", "我不知道"),
        ("我其实不知道", "我不知道"),
        ("不了解", "不解"),
        ("我不了,做不 瞭", "我不料做不料"),
        ("管不着,拿着", "管不找拿着"),
        ("找别人把。把单号给我", "找别人把单号给我"),
        ("2024年11月", "2024年1月"),
        ("我是兼职的", "我是兼职"),  # sounds like 简直
        ("我其實不知道", "我不知道"),
        ("", ""),
    ],
)
def test_the_skeleton_keeps_what_is_said(typed, kept):
    assert SKELETONS.of(typed).plain == kept


def test_letters_of_a_phrase_are_no_noise():
    assert Skeletons(letters_of(["你去看FAQ"])).of("看FAQ").plain == "看faq"


@given(st.text(st.sampled_from("我不知道真的了着解其实确实,。 aB1😀您們說嘛\ud800\n")))
def test_the_way_back_is_exact(text):
    skeleton = SKELETONS.of(text)
    assert skeleton.codes == SKELETONS.codes(text)
    assert len(skeleton.codes) == len(skeleton.plain) == len(skeleton.places)
    read = {"料": "了", "找": "着"}  # after 不
    assert [plain(text)[place] for place in skeleton.places] == [read.get(c, c) for c in skeleton.plain]
    assert list(skeleton.places) == sorted(set(skeleton.places))
