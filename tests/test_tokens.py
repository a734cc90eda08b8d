import subprocess
import sys

import pytest

from linter import tokens


def test_the_words_of_a_text_are_the_text():
    text = "您不知道密码也没关系,保证金不在保修期\n😀 abc"
    assert "".join(tokens.words(text)) == text


@pytest.mark.parametrize(
    ("text", "word"), [("我没空调遥控器", "空调"), ("需要交保证金", "保证金"), ("步行十分钟", "步行")]
)
def test_common_words_are_known(text, word):
    assert word in tokens.words(text)
    assert tokens.is_word(word)


def test_a_beginning_of_a_word_is_no_word():
    assert not tokens.is_word("保证人民币的")


def test_words_have_tags():
    assert dict(tokens.tagged("您必须给我们打电话"))["必须"] == "d"


@pytest.mark.parametrize("spoiled", ["", "huashu-words-3\fa\fb", "huashu-words-3\f甲\f1\f\fx", "\0" * 50])
def test_a_spoiled_cache_is_made_again(tmp_path, monkeypatch, spoiled):
    kept = tmp_path / "words.txt"
    monkeypatch.setattr(tokens, "_place", lambda dictionary: kept)
    kept.write_text(spoiled, "utf-8")
    made = tokens._vocabulary.__wrapped__()
    assert len(made.words) > 100_000
    assert tokens._kept(kept) == made


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(tokens, "_place", lambda dictionary: blocked / "words.txt")
    assert len(tokens._vocabulary.__wrapped__().words) > 100_000


def test_jieba_waits_until_words_are_needed():
    code = "import sys, linter; assert not {'jieba', 'textual', 'openpyxl', 'rapidfuzz'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "reply", ["您好，我这事不归我管", "我们客服随时在线", "系统死机了", "请您先不要挂电话"]
)
def test_a_keystroke_does_not_wait_for_words(reply):
    """A screen's linter judges without words until they are there."""
    code = (
        "import sys; from linter import Linter; from phrasebook.loading import load;"
        f"Linter(load(), wait_for_words=False).check({reply!r}); assert 'jieba' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
