"""The same screen in a browser, for agents who live in one: served on the loopback address only."""

from tui.web.server import serve

__all__ = ["serve"]
