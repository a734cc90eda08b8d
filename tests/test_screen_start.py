"""What the first frame does without, so that it is there at once."""

import gc
import subprocess
import sys

import pytest

from tests.screen_driver import agent

LATER = (
    "jieba",
    "linter.engine",
    "linter.settings",
    "phrasebook.model",
    "phrasebook.loading",
    "yaml",
    "tomllib",
)


@pytest.mark.parametrize("path", ["None", "__import__('pathlib').Path('回复.txt')"])
def test_nothing_of_the_rules_is_imported_before_the_first_frame(path, tmp_path):
    program = f"""
import sys
from tui.app import HuashuApp
HuashuApp.run = lambda self: (self.get_default_screen(), print(*sys.modules))
import linter.commands.tui
from tui.start import run
sys.exit(run(None, path={path}, book=None))
"""
    own = {"XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=own, check=True
    )
    assert not set(LATER) & set(done.stdout.split())


def test_without_a_terminal_the_browser_is_offered():
    command = [sys.executable, "-m", "linter.commands", "tui"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 2
    assert "这里不是终端" in done.stderr


async def test_collections_are_on_once_all_is_loaded(tmp_path):
    gc.disable()
    async with agent(tmp_path) as one:
        await one.rest()
        assert gc.isenabled()
