"""Is what was found from end to end really that phrase, and how was it typed?"""

from __future__ import annotations

from linter import tokens
from linter.extent import manner
from linter.hit import Hit
from linter.joints import joined
from linter.likeness import COMMON, looks_like, sounds_like, turned
from linter.particles import blames
from linter.persons import of_ourselves
from linter.saying import Saying
from linter.sounds import syllable

GUESSED_FROM = 5  # sounds; a shorter form is not taken to be said by a common word in it
LEAST_RIGHT = 1.3  # how much must be right of a short form with a wrong character, as `weight` counts
LEAST_OF_CLAUSE = 0.85  # … when the form is the whole clause
MOST_HOMOPHONES = 2  # in a form that is the whole clause


def spoken(saying: Saying, *, words: bool) -> Hit | None:
    """The hit for a form said from end to end, or nothing when too much of it differs; `words` as for the judge."""
    if saying.span is None or saying.parted_by_homophone or not joined(saying) or _possessed(saying):
        return None
    wrong, spare = len(saying.wrong), _spare(saying)
    missing = _missing(saying)
    if saying.exchanged:
        return saying.hit("edit") if not missing and saying.length > 2 else None
    if wrong > spare and not _homophones_alone(saying):
        return None
    if (missing and wrong + missing > spare) or (wrong and not _slips(saying, words=words)):
        return None
    by_eye = any(not sounds_like(wanted, typed) for wanted, typed, _ in saying.wrong)
    slip = "look-alike" if by_eye else "sound"
    return saying.hit(slip if wrong else manner(saying.span, saying.skeleton, saying.said), missing)


def _spare(saying: Saying) -> int:
    """How many of the characters may be wrong; a phrase that is the whole reply is sure sooner."""
    if saying.length < 3:
        return int(saying.length == 2 and (saying.alone or saying.whole))
    return 1 if saying.length < 5 else 2 if saying.length < 8 else saying.length // 3


def _missing(saying: Saying) -> int:
    """How many fillers of the form itself were not said."""
    assert saying.span
    spelled = saying.span.of(saying.skeleton.spelled)
    return sum(filler not in spelled for member in saying.said.members for filler in member.within)


def _slips(saying: Saying, *, words: bool) -> bool:
    """Whether every wrong character is a likely slip, and a short form is still the form without them."""
    if saying.said.target.inverted or any(turned(wanted, typed) for wanted, typed, _ in saying.wrong):
        return False
    if _all_but_us(saying) or (words and any(_joins_members(saying, at) for _, _, at in saying.wrong)):
        return False
    if saying.whole and len(saying.wrong) == MOST_HOMOPHONES and _same_syllables(saying):
        return True
    short = saying.length < GUESSED_FROM and not saying.alone
    for wanted, typed, _ in saying.wrong:
        by_ear = sounds_like(wanted, typed)
        if not by_ear and not looks_like(wanted, typed):
            return False
        if short and typed in COMMON and not (saying.whole and (not by_ear or _sure(saying))):
            return False
    return not short or saying.right >= (LEAST_OF_CLAUSE if saying.whole else LEAST_RIGHT)


def _all_but_us(saying: Saying) -> bool:
    """Whether nothing is right but who says it: 我这边师傅 is not 我这边是服."""
    members, starts = saying.said.members, saying.said.starts
    said = range(
        starts[1] if of_ourselves(members[0].chars) and starts[1:] else saying.said.start, saying.said.end
    )
    return len(saying.wrong) > 1 and len(saying.wrong) == len(said)


def _joins_members(saying: Saying, at: int) -> bool:
    """Whether the wrong character makes a word with the member beside its own: 我们科|服 is not said by 我们客服."""
    plain, said = saying.skeleton.plain, saying.said
    seams = {at for at in (at, at + 1) if at in said.starts[1:]}
    return any(tokens.is_word(plain[seam - 1 : seam + 1]) for seam in seams)


def _sure(saying: Saying) -> bool:
    """Whether the clause is the form even though a common word stands in it: 你怎么高的."""
    return saying.right >= LEAST_RIGHT or blames(saying.said.members)


def _homophones_alone(saying: Saying) -> bool:
    """Whether the clause says nothing but the form, in homophones to the letter: 不直到 for 不知道."""
    if saying.alone or saying.length <= MOST_HOMOPHONES:
        return False
    return _same_syllables(saying) and saying.whole


def _same_syllables(saying: Saying) -> bool:
    """Whether every wrong character is a homophone to the letter: 直到 for 知道."""
    return all(syllable(wanted) == syllable(typed) != "" for wanted, typed, _ in saying.wrong)


def _possessed(saying: Saying) -> bool:
    """您的投诉 is a thing of the customer's, 您投诉 what the customer does; and 我们的布置 is not 我们不知."""
    said, places = saying.said, saying.skeleton.places
    if "的" in said.target.phrase.text:
        return False
    for member, start, following in zip(said.members, said.starts, said.starts[1:], strict=False):
        end = start + len(member.chars)
        owner = member.chars in ("你", "你们") or (saying.wrong and of_ourselves(member.chars))
        if owner and saying.text[places[end - 1] + 1] == "的" and end == following:
            return True
    return False
