"""A draft that came from a file."""

import pytest

from phrasebook.problems import PhrasebookError
from tests.screen_driver import agent
from tui.opened import open_file


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize(
    "data",
    [
        "请稍等\n好的".encode(),
        "请稍等\r\n好的".encode(),
        "请稍等\n好的".encode("gb18030"),
        "\ufeff请稍等\n好的".encode("utf-16-le"),
    ],
    ids=["utf-8", "crlf", "gb18030", "utf-16"],
)
async def test_opened_changed_and_saved_in_its_own_way(tmp_path, data):
    path = tmp_path / "reply.txt"
    path.write_bytes(data)
    async with agent(tmp_path, opened=open_file(path)) as one:
        assert one.reply == "请稍等\n好的"
        await one.press("ctrl+s")
        assert path.read_bytes() == data
        assert "已保存到" in one.message


async def test_a_new_file(tmp_path):
    path = tmp_path / "new.txt"
    async with agent(tmp_path, "请稍等", opened=open_file(path)) as one:
        assert one.draft.border_title == "回复草稿 new.txt"
        assert "Ctrl+S 保存" in one.desk.bar("footer").words
        await one.press("ctrl+s")
        assert path.read_text("utf-8") == "请稍等"


async def test_nothing_to_save_to(tmp_path):
    async with agent(tmp_path, "请稍等") as one:
        await one.press("ctrl+s")
        assert one.message == "没有打开文件；草稿自动留着，F9 复制成稿。"
        assert "保存" not in one.desk.bar("footer").words


async def test_what_can_not_be_written_is_told(tmp_path):
    path = tmp_path / "folder" / "reply.txt"
    async with agent(tmp_path, "请稍等", opened=open_file(path)) as one:
        await one.press("ctrl+s")
        assert "没能保存" in one.message


def test_a_file_that_can_not_be_read(tmp_path):
    (tmp_path / "binary").write_bytes(b"\x00\x01\x02")
    with pytest.raises(PhrasebookError):
        open_file(tmp_path / "binary")
    with pytest.raises(PhrasebookError):
        open_file(tmp_path)


def test_a_save_that_fails_leaves_the_file(tmp_path, monkeypatch):
    path = tmp_path / "draft.txt"
    path.write_text("您好", "utf-8")
    opened = open_file(path)
    monkeypatch.setattr("os.replace", lambda *places: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        opened.save("别的")
    assert path.read_text("utf-8") == "您好"
    assert [each.name for each in tmp_path.iterdir()] == ["draft.txt"]
