"""The adverbs a form needs, looked for by their sound: 舅 for 就."""

from __future__ import annotations

from linter.sounds import codes


def found_by_sound(adverb: str, spelled: str, start: int, end: int) -> int:
    """Where the adverb begins between two places of a plain text; -1 if it is not there."""
    wanted, heard = _sounds(adverb), _sounds(spelled[start:end])
    at = heard.find(wanted)
    return start + at if at >= 0 else -1


def _sounds(text: str) -> str:
    known = codes()
    return "".join([known.get(character, character) for character in text])
