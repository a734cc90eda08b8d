"""Which keys do what: the table's own, or the agent's from the settings file."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from textual.binding import Binding, BindingType

from tui.actions import ACTIONS, Action, Where, actions

KEYCAPS = {
    "escape": "Esc",
    "enter": "回车",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "backspace": "退格",
    "delete": "Del",
    "super": "⌘",
}


def bindings(*places: Where) -> list[BindingType]:
    """The keys of some places for Textual, which finds the agent's own by id."""
    return [
        Binding(_joined(action.keys, action), action.does, action.name, show=False, id=action.id)
        for action in actions(*places)
    ]


def _joined(keys: tuple[str, ...], action: Action) -> str:
    """Textual wants a key for every action; one that no keyboard has stands for none."""
    return ",".join(keys) or f"no-key-for-{action.id}"


class Keys:
    """The keys in force: `chosen` holds the agent's, by action id."""

    def __init__(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        self._chosen = {action.id: chosen.get(action.id, action.keys) for action in ACTIONS}

    def of(self, action: Action) -> tuple[str, ...]:
        return self._chosen[action.id]

    def keymap(self) -> dict[str, str]:
        """What Textual wants to hear: only those that differ from the table."""
        return {
            action.id: _joined(self.of(action), action)
            for action in ACTIONS
            if self.of(action) != action.keys
        }

    def caption(self, action: Action) -> str:
        """The first key as printed on the keyboard, or nothing."""
        keys = self.of(action)
        return keycap(keys[0]) if keys else ""

    def captions(self, action: Action) -> str:
        """All its keys that this machine's keyboards have."""
        here = [key for key in self.of(action) if sys.platform == "darwin" or "super" not in key]
        return "、".join(map(keycap, here))

    def caption_of(self, id: str) -> str:
        """The same for the action with this id."""
        return self.caption(next(action for action in ACTIONS if action.id == id))


def keycap(key: str) -> str:
    """`ctrl+r` as `Ctrl+R`."""
    return "+".join(KEYCAPS.get(part, part.capitalize()) for part in key.split("+"))
