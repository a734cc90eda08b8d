"""What a screen may ask of the program it stands in: the keys in force and the clipboard."""

from __future__ import annotations

from functools import partial

from textual.app import App

from tui.keys import Keys
from tui.messages import SelectionCopied


class Host(App[None], inherit_bindings=False):
    """Screens know the program as this, so that it may know them."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.keys = keys
        self.set_keymap(keys.keymap())

    def copy_to_clipboard(self, text: str) -> None:
        """Copy and cut in the draft: to the terminal, and to a native tool where there is one."""
        super().copy_to_clipboard(text)
        self.run_worker(partial(self._copy_by_tool, text), thread=True, group="copy")

    def ask_terminal_to_copy(self, text: str) -> None:
        """From a worker: send the text to the terminal, which gives no answer."""
        self.call_from_thread(super().copy_to_clipboard, text)

    def _copy_by_tool(self, text: str) -> None:
        from tui.clipboard import by_tool

        self.post_message(SelectionCopied(by_tool(text)))
