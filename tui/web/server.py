"""A web server for the screen: textual-serve with our own page, which fetches nothing from anywhere else."""

from __future__ import annotations

import errno
import shlex
import socket
import sys
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from tui.reload import Rules

HOST = "127.0.0.1"
PAGES = Path(__file__).with_name("pages")

_FAULTS = {errno.EADDRINUSE: "已经有别的程序在用", errno.EACCES: "没有权限"}


def serve(rules: Rules, *, path: Path | None, practice: bool, port: int) -> int:
    """Serve until Ctrl+C; each page that is opened has a screen of its own. Exit code 2 for a port in use."""
    if fault := _port_fault(port):
        sys.stderr.write(f"不能用端口 {port}：{fault}；请用 --port 换一个\n")
        return 2
    _OwnPages(_command(rules, path, practice), port).serve()
    return 0


def _port_fault(port: int) -> str:
    """Why it can't be listened on, or nothing: textual-serve would end in a traceback."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, sys.platform != "win32")
        try:
            trial.bind((HOST, port))
            trial.listen()
        except OSError as fault:
            return _FAULTS.get(fault.errno or 0) or str(fault)
    return ""


def _command(rules: Rules, path: Path | None, practice: bool) -> str:
    parts = [sys.executable, "-m", "tui.web.page"]
    parts += [f"--rules={rule.resolve()}" for rule in rules.paths]
    parts += ["--no-builtin"] * (not rules.builtin) + ["--practice"] * practice
    return shlex.join([*parts, *([str(path.resolve())] if path else ())])


class _OwnPages(Server):
    """Any page of the web could open a socket to this address; only our own may."""

    def __init__(self, command: str, port: int) -> None:
        super().__init__(command, host=HOST, port=port, title="话术", templates_path=PAGES)

    def initialize_logging(self) -> None:
        """No log: the agent's terminal says where to look, and nothing else."""

    async def on_startup(self, app: web.Application) -> None:
        print(f"请在浏览器里打开 {self.public_url} （按 Ctrl+C 停止）", flush=True)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        if request.headers.get("Origin") != self.public_url:
            raise web.HTTPForbidden(text="只能从本机打开的页面连接。")
        return await super().handle_websocket(request)
