"""Driving the screen in tests: an app on the small linter, and keys as an input method sends them."""

from contextlib import asynccontextmanager

from textual import events

from tests.screen_linter import ScreenLinter
from tui.app import HuashuApp
from tui.screens import advise
from tui.settings import Settings
from tui.state import DraftFile

SIZE = (100, 30)
SMALL = object()
QUIET = 0.02  # seconds; an agent gets more before suggestions are worked out
SETTLED = 0.08


class Agent:
    """Someone at the screen."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    @property
    def desk(self):
        return self.app.screen_stack[0]

    @property
    def draft(self):
        return self.desk.draft

    @property
    def reply(self):
        return self.draft.reply

    @property
    def message(self):
        return self.desk.bar("message").words.strip()

    @property
    def status(self):
        return self.desk.bar("status").words

    def pane(self, id):
        return self.app.screen.query_one(f"#{id}")

    async def type(self, text):
        """Character by character: `pilot.press` knows no Chinese."""
        for character in text:
            key = "enter" if character == "\n" else character
            self.app.post_message(events.Key(key, None if character == "\n" else character))
        await self.settle()

    async def press(self, *keys):
        for key in keys:
            self.app.post_message(events.Key(key, None))
            await self.settle()

    async def paste(self, text):
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def rest(self, seconds=SETTLED):
        """Long enough for suggestions and workers."""
        await self.pilot.pause(seconds)
        await self.app.workers.wait_for_complete([w for w in self.app.workers if w.group != "rules"])
        await self.settle()

    async def settle(self):
        """Until no widget has a message waiting: on a busy machine one pause is not enough."""
        await self.pilot.pause()
        while any(
            one.message_queue_size for one in (self.app, *self.app.screen.walk_children(with_self=True))
        ):
            await self.pilot.pause()


@asynccontextmanager
async def agent(
    folder,
    text="",
    size=SIZE,
    settings=None,
    linter=SMALL,
    practice=False,
    rules=None,
    opened=None,
    keep=True,
):
    """The app with its files in `folder`, the text typed into it."""
    settings = settings or Settings()
    keeper = DraftFile(opened.path if opened else None, wanted=keep, folder=folder / "drafts")
    app = HuashuApp(
        ScreenLinter() if linter is SMALL else linter,
        settings,
        keeper,
        practice=practice,
        rules=rules and (lambda: rules),
        opened=opened,
    )
    advise.QUIET = QUIET
    async with app.run_test(size=size) as pilot:
        someone = Agent(app, pilot)
        await pilot.pause()
        if text:
            await someone.type(text)
            await someone.rest()
        yield someone
