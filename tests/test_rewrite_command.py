"""`huashu rewrite`: a sentence in, the candidates with their pattern and confidence out."""

import io
import json

import pytest

from linter.commands import main


def test_text(capsys):
    assert main(["rewrite", "你周五之前必须给我们打电话!"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "您能在周五之前给我们打电话吗?",
        "    你能……吗  把握 92%",
    ]


def test_json_has_the_best_first(capsys):
    assert main(["rewrite", "--format", "json", "你必须先付款才能发货"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["version"], said["text"]) == (1, "你必须先付款才能发货")
    assert {"text", "pattern", "confidence"} == set(said["candidates"][0])
    assert said["candidates"][0]["text"] == "您能先付款吗?这样才能发货。"
    assert [each["pattern"] for each in said["candidates"]] == ["can-you", "in-order-to"]


def test_a_frame_says_that_it_is_one(capsys):
    assert main(["rewrite", "没有房间了。"]) == 0
    assert "句式，请补全" in capsys.readouterr().out


def test_nothing_to_reword(capsys):
    assert main(["rewrite", "您好,请稍等。"]) == 0
    assert capsys.readouterr().out == "没有要改的，或者没有把握改好。\n"


def test_from_standard_input(capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("你不能拔电源\n"))
    assert main(["rewrite", "-"]) == 0
    assert capsys.readouterr().out.startswith("您能先不要拔电源吗?\n")


def test_without_patterns_there_is_nothing_to_offer(capsys, tmp_path):
    from tests.books import RULE, write

    (path,) = write(tmp_path, mine=RULE)
    assert main(["rewrite", "--no-builtin", "--rules", str(path), "你必须先付款"]) == 0
    assert capsys.readouterr().out == "没有要改的，或者没有把握改好。\n"
