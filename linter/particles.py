"""The small words that a form can't do without: leading adverbs, and the 的 that makes a question a reproach."""

from __future__ import annotations

from linter.expressions import Expression
from linter.members import Member
from linter.sounds import codes

METHOD = Expression("[怎咋谁啥]")
BLAMING = Expression(r"\W*[的得地旳]")


def found_by_sound(adverb: str, spelled: str, start: int, end: int) -> int:
    """Where the adverb begins between two places of a plain text, by its sound (舅 for 就); -1 if it isn't there."""
    wanted, heard = _sounds(adverb), _sounds(spelled[start:end])
    at = heard.find(wanted)
    return start + at if at >= 0 else -1


def blames(members: tuple[Member, ...]) -> bool:
    """Whether a form ends in a 的 that it needs: 怎么签的 blames, 怎么签 asks for the way."""
    return members[-1].trail[:1] == "的" and bool(METHOD.search("".join(member.chars for member in members)))


def blaming_end(spelled: str, end: int) -> int:
    """The place after that 的, in whichever spelling; 0 without it."""
    found = BLAMING.match(spelled, end)
    return found.end() if found else 0


def _sounds(text: str) -> str:
    known = codes()
    return "".join([known.get(character, character) for character in text])
