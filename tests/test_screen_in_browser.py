"""The screen in a browser: served on this machine only, typed into through an input method."""

import asyncio
import os
import re
import socket
import sys
from pathlib import Path

import pytest

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")

from linter.commands import main  # noqa: E402
from tests.browser import CHROMIUM, page  # noqa: E402

ROOT = Path(__file__).parent.parent
PROGRAM = """
import sys
from linter.settings import Book
from tui.start import run
sys.exit(run(None, book=lambda: Book(({rules!r},), builtin=False), port={port}))
"""
RULES = """\
version: 1
rules:
  - {id: not-my-job, title: 推诿, scenario: 推诿, severity: error, why: 客户会觉得被推开了。,
     phrases: [这事不归我管], alternatives: [这件事我来帮您处理], bad: [这事不归我管], good: [您好]}
"""


async def listening(port):
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return


@pytest.fixture
async def address(tmp_path):
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM.format(rules=str(rules), port=port),
        env={**os.environ, **own}, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    line = (await asyncio.wait_for(server.stdout.readline(), 20)).decode()
    assert f"http://127.0.0.1:{port}" in line
    await listening(port)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    await server.wait()


async def test_our_page_fetches_nothing_from_elsewhere_and_is_chinese(address):
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        html = await answer.text()
    assert set(re.findall(r"\w+://[\w.]+", html)) <= {"http://127.0.0.1", "ws://127.0.0.1"}
    assert "话术" in html
    assert "Session" not in html


async def test_a_port_in_use_is_told(address):
    port = address.rsplit(":", 1)[1]
    command = [sys.executable, "-m", "linter.commands", "tui", "--web", "--port", port]
    second = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stderr=asyncio.subprocess.PIPE)
    _, said = await asyncio.wait_for(second.communicate(), 20)
    assert second.returncode == 2
    assert f"不能用端口 {port}：已经有别的程序在用" in said.decode()


@pytest.mark.parametrize(
    ("options", "complaint"),
    [(["--port", "9000"], "--port 要和 --web 一起用"), (["--web", "--port", "70000"], "“70000”不是端口")],
)
def test_ports_that_cannot_be_meant(options, complaint, capsys):
    assert main(["tui", *options]) == 2
    assert complaint in capsys.readouterr().err


async def test_other_pages_may_not_connect(address):
    async with aiohttp.ClientSession() as session:
        for origin in ({"Origin": "http://elsewhere.example"}, {}):
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(address + "/ws", headers=origin)


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
async def test_an_input_method(address, tmp_path):
    async with page(address, tmp_path / "browser") as one:
        await one.until_seen("禁忌 1 条")
        one.seen = ""
        await one.compose("z", "zh", "这", "这shi", "这事")
        await asyncio.sleep(0.5)
        composed = one.seen
        assert "这shi" not in composed
        assert "这事" in composed
        assert "这事这" not in composed
        await one.compose("bu", "不归我管")
        await one.until_seen("不可发送")
        if where := os.environ.get("HUASHU_BROWSER_PICTURE"):
            await asyncio.sleep(1)
            await one.picture(Path(where))
