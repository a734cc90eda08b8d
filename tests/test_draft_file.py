"""The draft on disk."""

import json
import os
import stat

import pytest

from tui.locks import Lock
from tui.state import DraftFile


def left_behind(folder, text, opened="", number=77):
    """A draft as a process leaves it that is no more."""
    path = folder / f"draft-{number}.json"
    path.write_text(json.dumps({"text": text, "opened": opened}), "utf-8")
    return path


def test_kept_recovered_and_dropped(tmp_path):
    keeper = DraftFile(None, folder=tmp_path)
    keeper.keep("请稍等")
    assert stat.S_IMODE(keeper.path.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*.json")] == [keeper.path.name]
    assert DraftFile(None, folder=tmp_path).recover() == ""
    keeper.drop()
    assert list(tmp_path.iterdir()) == []


def test_an_emptied_draft_leaves_no_file(tmp_path):
    keeper = DraftFile(None, folder=tmp_path)
    keeper.keep("请稍等")
    keeper.keep("  \n")
    assert list(tmp_path.iterdir()) == []


def test_the_newest_is_taken_and_the_others_stay(tmp_path):
    old = left_behind(tmp_path, "旧")
    os.utime(old, (1, 1))
    left_behind(tmp_path, "新", number=78)
    assert DraftFile(None, folder=tmp_path).recover() == "新"
    assert old.exists()


def test_a_draft_of_a_screen_that_is_open_is_left_alone(tmp_path):
    lock = Lock(left_behind(tmp_path, "别人的").with_suffix(".lock"))
    assert lock.take()
    assert DraftFile(None, folder=tmp_path).recover() == ""
    lock.release()
    assert DraftFile(None, folder=tmp_path).recover() == "别人的"


def test_a_draft_belongs_to_the_file_it_came_from(tmp_path):
    reply = tmp_path / "reply.txt"
    left_behind(tmp_path, "那个文件的", opened=str(reply.resolve()))
    assert DraftFile(None, folder=tmp_path).recover() == ""
    assert DraftFile(reply, folder=tmp_path).recover() == "那个文件的"


@pytest.mark.parametrize("junk", ["", "{", "[]", '{"text": 1}'])
def test_junk_is_passed_over(tmp_path, junk):
    left_behind(tmp_path, "").write_text(junk, "utf-8")
    assert DraftFile(None, folder=tmp_path).recover() == ""


def test_a_sent_draft_is_kept_again_only_when_changed(tmp_path):
    keeper = DraftFile(None, folder=tmp_path)
    keeper.keep("请稍等")
    keeper.drop("请稍等")
    keeper.keep("请稍等")
    assert list(tmp_path.iterdir()) == []
    keeper.keep("请稍等！")
    assert keeper.path.exists()


def test_switched_off(tmp_path):
    keeper = DraftFile(None, wanted=False, folder=tmp_path / "none")
    keeper.keep("请稍等")
    assert keeper.recover() == ""
    assert not (tmp_path / "none").exists()
