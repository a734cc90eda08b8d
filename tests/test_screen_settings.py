"""The agent's settings file: keys, colours, and what is wrong with it."""

import pytest

from phrasebook.problems import PhrasebookError
from tests.screen_driver import agent
from tui.actions import ACTIONS, Where
from tui.keys import Keys, keycap
from tui.settings import Settings, keep_theme, load


def read(folder, text):
    path = folder / "screen.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def faults(folder, text):
    with pytest.raises(PhrasebookError) as raised:
        read(folder, text)
    return [f"{problem.at.line}: {problem.message}" for problem in raised.value.problems]


def test_no_file_is_no_fault(tmp_path):
    assert load(tmp_path / "none.toml") == Settings()


def test_settings_are_read(tmp_path):
    settings = read(
        tmp_path, 'theme = "浅色"\nhints = false\nkeep_draft = false\n[keys]\nreplace = "f12"\nsave = []\ncopy = ["f9", "ctrl+g"]\n'
    )  # fmt: skip
    assert settings == Settings(
        theme="huashu-light", hints=False, keep_draft=False,
        keys={"replace": ("f12",), "save": (), "copy": ("f9", "ctrl+g")},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('them = "浅色"', "1: 没有“them”这一项设置，是不是想写“theme”？"),
        ('\ntheme = "绿色"', '2: theme 只能是 "深色" 或 "浅色"'),
        ("hints = 1", "1: hints 只能是 true 或 false"),
        ('[keys]\nreplac = "f2"', "2: 没有“replac”这个动作，是不是想写“replace”？"),
        ('[keys]\nreplace = "r"', "2: “r”是打字用的键，输入法会先拿走；请用功能键，或加上 ctrl+、alt+"),
        (
            "[keys]\nreplace = 2",
            '2: replace 写成一个按键，如 "f2"，或几个按键，如 ["f2", "ctrl+r"]；不要按键写 []',
        ),
        ('[keys]\nreplace = "f3"', "2: F3 已经是“replace”的按键，不能又给“next-finding”"),
        ("keys = 3", '1: [keys] 下面每行写一个动作，例如 replace = "f2"'),
    ],
)
def test_faults_are_told_with_their_line(tmp_path, text, complaint):
    (fault,) = faults(tmp_path, text)
    assert fault == complaint


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, 'theme = "浅色"\n'),
        ("", 'theme = "浅色"\n'),
        ("# 我的设置\nhints = false\n", 'theme = "浅色"\n# 我的设置\nhints = false\n'),
        ("hints = false\ntheme='深色' # 晚上\n", 'hints = false\ntheme = "浅色" # 晚上\n'),
        ('[keys]\ntheme = "f12"\n', 'theme = "浅色"\n[keys]\ntheme = "f12"\n'),
        ('theme = "浅色"\r\n[keys]\r\n', 'theme = "浅色"\r\n[keys]\r\n'),
    ],
)
def test_a_theme_is_kept_and_the_rest_left_alone(tmp_path, before, after):
    path = tmp_path / "own" / "screen.toml"
    if before is not None:
        path.parent.mkdir()
        path.write_bytes(before.encode())
    keep_theme("huashu-light", path)
    assert path.read_bytes().decode() == after
    assert load(path).theme == "huashu-light"


async def test_a_toggled_theme_is_there_next_time(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with agent(tmp_path) as one:
        one.app.action_toggle_theme()
    assert load().theme == "huashu-light"


async def test_a_theme_that_cannot_be_kept_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config").write_text("a file where the folder should be")
    async with agent(tmp_path) as one:
        one.app.action_toggle_theme()
        assert "没能记住" in one.message
        assert one.app.theme == "huashu-light"


def test_broken_toml(tmp_path):
    (fault,) = faults(tmp_path, "theme = ")
    assert fault.startswith("1: 设置文件写得不对")


async def test_a_key_of_ones_own(tmp_path):
    settings = Settings(keys={"replace": ("f12",), "next-finding": ("f2",)})
    async with agent(tmp_path, "这事不归我管，我不知道", settings=settings) as one:
        footer = one.desk.bar("footer").words
        assert "F12 替换" in footer
        assert "F2 下一处" in footer
        await one.press("f2")
        assert one.desk.review.current.rule.id == "not-my-job"
        await one.press("f12")
        assert one.reply == "这件事我来帮您处理，我不知道"


async def test_an_action_without_a_key_is_still_a_command(tmp_path):
    async with agent(tmp_path, "这事不归我管", settings=Settings(keys={"replace": ()})) as one:
        await one.press("f2")
        assert one.reply == "这事不归我管"
        await one.press("ctrl+p")
        await one.type("替换")
        await one.press("enter")
        await one.rest()
        assert one.reply == "这件事我来帮您处理"


def test_ids_are_unique_and_no_bare_letter_is_a_key():
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        for key in action.keys:
            assert len(key.split("+")[-1]) > 1 or "+" in key


@pytest.mark.parametrize("place", Where)
def test_no_two_actions_of_a_place_share_a_key(place):
    keys = [key for action in ACTIONS if action.where is place for key in action.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", ["ctrl+space", "ctrl+full_stop", "ctrl+j", "ctrl+m", "ctrl+i", "ctrl+enter"])
def test_keys_that_terminals_or_input_methods_take_are_not_used(key):
    assert all(key not in action.keys for action in ACTIONS)


def test_keys_of_another_machine_are_not_shown(monkeypatch):
    undo = next(action for action in ACTIONS if action.id == "undo")
    for platform, shown in (("linux", "Ctrl+Z"), ("darwin", "Ctrl+Z、⌘+Z")):
        monkeypatch.setattr("tui.keys.sys.platform", platform)
        assert Keys({}).captions(undo) == shown


def test_captions():
    assert [keycap(key) for key in ("f1", "ctrl+p", "shift+f3", "enter", "pageup")] == [
        "F1", "Ctrl+P", "Shift+F3", "回车", "PgUp",
    ]  # fmt: skip
    assert Keys({"copy": ()}).keymap() == {"copy": "no-key-for-copy"}
