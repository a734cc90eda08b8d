"""A headless Chromium that a test can type into: its DevTools protocol over a socket."""

import asyncio
import base64
import json
import shutil
from contextlib import asynccontextmanager

import aiohttp

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


class Page:
    """One page; `seen` is what its own sockets were sent, in order."""

    def __init__(self, socket):
        self._socket = socket
        self._answers = {}
        self._number = 0
        self.seen = ""
        self._reading = asyncio.ensure_future(self._read())

    async def _read(self):
        async for message in self._socket:
            event = json.loads(message.data)
            if "id" in event:
                self._answers.pop(event["id"]).set_result(event.get("result"))
            elif event["method"] == "Network.webSocketFrameReceived":
                frame = event["params"]["response"]
                data = frame["payloadData"]
                self.seen += (
                    base64.b64decode(data).decode("utf-8", "replace") if frame["opcode"] == 2 else data
                )

    async def tell(self, method, **arguments):
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": arguments})
        return await asyncio.wait_for(answer, 15)

    async def until_seen(self, words, patience=20):
        for _ in range(patience * 20):
            if words in self.seen:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{words!r} never came: {self.seen[-2000:]!r}")

    async def compose(self, *steps):
        """What an input method does: the composition changes, then the last step is committed."""
        for step in steps:
            await self.tell(
                "Input.imeSetComposition", text=step, selectionStart=len(step), selectionEnd=len(step)
            )
            await asyncio.sleep(0.1)
        await self.tell("Input.insertText", text=steps[-1])

    async def picture(self, path):
        answer = await self.tell("Page.captureScreenshot")
        path.write_bytes(base64.b64decode(answer["data"]))


@asynccontextmanager
async def page(url, folder):
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,760",
        f"--user-data-dir={folder}", "--remote-debugging-port=0", "about:blank",
    ]  # fmt: skip
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    try:
        line = b""
        while b"DevTools listening on " not in line:
            line = await asyncio.wait_for(process.stderr.readline(), 20)
        port = line.decode().split("//")[1].split("/")[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://{port}/json/list") as answer:
                (target,) = [each for each in await answer.json() if each["type"] == "page"]
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                one = Page(socket)
                await one.tell("Network.enable")
                await one.tell("Page.enable")
                await one.tell("Emulation.setFocusEmulationEnabled", enabled=True)
                await one.tell("Page.navigate", url=url)
                yield one
    finally:
        process.kill()
        await process.wait()
