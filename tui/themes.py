"""The two sets of colours."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="huashu-dark",
    primary="#6fb3d2",
    secondary="#8aa4b8",
    accent="#e0b070",
    foreground="#dfe3e6",
    background="#15191d",
    surface="#1b2025",
    panel="#252c33",
    error="#ff8080",
    warning="#f0c060",
    success="#7ccf93",
    dark=True,
    variables={"quiet": "#98a3ab", "line": "#3d464e"},
)
LIGHT = Theme(
    name="huashu-light",
    primary="#1f6f94",
    secondary="#51687a",
    accent="#8a5a00",
    foreground="#1d2326",
    background="#f2f0ea",
    surface="#fbfaf6",
    panel="#e4e1d8",
    error="#b3202c",
    warning="#8a5a00",
    success="#1f7a3d",
    dark=False,
    variables={"quiet": "#646b6e", "line": "#c3beb1"},
)
