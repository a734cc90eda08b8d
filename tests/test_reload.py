"""Phrasebooks that change while the screen is open."""

import asyncio

import pytest

from phrasebook.problems import PhrasebookError
from tests.books import RULE, write
from tests.screen_driver import agent
from tui import app as app_module
from tui.opened import open_file
from tui.reload import Rules


@pytest.fixture(autouse=True)
def quick(monkeypatch, tmp_path):
    monkeypatch.setattr(app_module, "LOOK_AT_RULES", 0.05)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


async def until(found):
    for _ in range(200):
        if found():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it never happened")


async def test_a_changed_phrasebook_is_used_at_once(tmp_path):
    (path,) = write(tmp_path, team=RULE)
    rules = Rules((path,), builtin=False)
    async with agent(tmp_path, linter=rules.load(), rules=rules) as one:
        await one.type("这事真烦")
        assert "必改 0" in one.status
        path.write_text(RULE.replace("[这事不归我管]", "[这事不归我管, 这事真烦]"), "utf-8")
        await until(lambda: "必改 1" in one.status)
        assert one.message == "词库已更新。"


async def test_a_broken_phrasebook_changes_nothing_and_is_told(tmp_path):
    (path,) = write(tmp_path, team=RULE)
    rules = Rules((path,), builtin=False)
    async with agent(tmp_path, linter=rules.load(), rules=rules) as one:
        await one.type("这事不归我管")
        path.write_text(RULE.replace("severity: error", "severity: eror"), "utf-8")
        await until(lambda: "词库有错" in one.message)
        assert f"{path}:6:" in one.message
        assert "必改 1" in one.status
        path.write_text(RULE, "utf-8")
        await until(lambda: one.message == "词库已更新。")


async def test_the_screen_opens_before_the_rules_are_there(tmp_path):
    (path,) = write(tmp_path, team=RULE)
    async with agent(tmp_path, linter=None, rules=Rules((path,), builtin=False)) as one:
        await one.type("这事不归我管")
        await until(lambda: "必改 1" in one.status)


async def test_rules_loaded_for_the_first_time_are_no_news(tmp_path):
    (path,) = write(tmp_path, team=RULE)
    async with agent(tmp_path, linter=None, rules=Rules((path,), builtin=False)) as one:
        assert "没有发现问题" not in one.pane("why").words
        await one.type("这事不归我管")
        await until(lambda: "必改 1" in one.status)
        await one.rest(0.3)
        assert one.message == ""


async def test_a_draft_from_before_gets_suggestions_as_soon_as_the_rules_are_there(tmp_path):
    (path,) = write(tmp_path, team=RULE)
    (tmp_path / "draft.txt").write_text("这事不归我管", "utf-8")
    opened = open_file(tmp_path / "draft.txt")
    async with agent(tmp_path, linter=None, rules=Rules((path,), builtin=False), opened=opened) as one:
        await until(lambda: one.pane("alternatives").words)


async def test_rules_that_never_load_end_the_program_with_their_faults(tmp_path):
    (path,) = write(tmp_path, team=RULE.replace("version: 1", "version: 9"))
    async with agent(tmp_path, linter=None, rules=Rules((path,), builtin=False)) as one:
        await until(lambda: one.app.problems)


def test_a_fingerprint_changes_with_every_file_of_a_folder(tmp_path):
    rules = Rules((tmp_path,), builtin=False)
    before = rules.fingerprint()
    (path,) = write(tmp_path, team=RULE)
    after = rules.fingerprint()
    assert before != after
    path.unlink()
    assert rules.fingerprint() == before
    assert Rules((tmp_path / "none.yaml",)).fingerprint()


def test_loading_raises_every_problem(tmp_path):
    (path,) = write(tmp_path, team=RULE.replace("error", "eror"))
    with pytest.raises(PhrasebookError):
        Rules((path,), builtin=False).load()


def test_a_change_in_a_folder_of_the_folder_is_seen(tmp_path):
    (tmp_path / "team").mkdir()
    rules = Rules((tmp_path,), builtin=False)
    before = rules.fingerprint()
    write(tmp_path / "team", more=RULE)
    assert rules.fingerprint() != before
