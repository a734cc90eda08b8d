"""Is what was found from end to end really that phrase, how was it typed, and where exactly does it stand?"""

from __future__ import annotations

from bisect import bisect_left

from linter.clauses import PRINTED_MARKS, clause
from linter.expressions import Expression
from linter.fillers import FILLERS, LONG_FILLERS
from linter.hit import Hit, of_ourselves
from linter.index import Said
from linter.joints import joined
from linter.likeness import COMMON, looks_like, sounds_like, turned, weight
from linter.normalise import Skeleton
from linter.particles import blames, blaming_end, found_by_sound
from linter.sounds import syllable
from phrasebook.model import Judge
from phrasebook.places import Span

GUESSED_FROM = 5  # sounds; a shorter form is not taken to be said by a common word in it
LEAST_RIGHT = 1.3  # how much must be right of a short form with a wrong character, as `weight` counts
LEAST_OF_CLAUSE = 0.85  # … when the form is the whole clause
MOST_HOMOPHONES = 2  # in a form that is the whole clause
EXCLAIMING = Expression(r"[\W的]*[啊呀阿吖丫哇鸭吧嘛嘞咧]")


def spoken(text: str, skeleton: Skeleton, said: Said) -> Hit | None:
    """The hit for a form said from end to end, or nothing when too much of it differs."""
    length = sum(len(member.chars) for member in said.members)
    wrong = [pair for pair in characters(said) if pair[0] != skeleton.plain[pair[1]]]
    spare = _spare(length, _alone(said))
    if len(wrong) > max(spare, MOST_HOMOPHONES):
        return None
    span = span_of(skeleton, said)
    if span is None or not joined(text, span, skeleton, said) or _possessed(text, skeleton, said):
        return None
    if len(wrong) > spare and not _homophones_alone(wrong, text, span, skeleton, said, length):
        return None
    missing = sum(
        filler not in span.of(skeleton.spelled) for member in said.members for filler in member.within
    )
    if missing and len(wrong) + missing > spare:
        return None
    if wrong and not _slips(wrong, text, span, skeleton, said, length):
        return None
    by_eye = any(not sounds_like(wanted, skeleton.plain[at]) for wanted, at in wrong)
    match = ("look-alike" if by_eye else "sound") if wrong else _between(span, skeleton, said)
    return hit_of(said, span, skeleton, wrong, match, missing)


def hit_of(
    said: Said, span: Span, skeleton: Skeleton, wrong: list[tuple[str, int]], match: str, missing: int = 0
) -> Hit:
    """The hit for a form said with these wrong characters and so many fillers of its own missing."""
    length = sum(len(member.chars) for member in said.members)
    return Hit(
        rule=said.target.rule,
        phrase=said.target.phrase,
        span=span,
        match=match,
        score=round(1 - (len(wrong) + missing) / (length + missing) / 2, 3),
        length=length,
        first_person=of_ourselves(said.members[0]),
        begins=said.target.begins,
        ends=said.target.ends and not said.target.inverted,
        wrong=tuple(skeleton.places[at] for _, at in wrong),
    )


def _alone(said: Said) -> bool:
    return said.target.rule.judge is Judge.ALONE


def characters(said: Said) -> list[tuple[str, int]]:
    """Every character of the form with the skeleton position it was said at."""
    pairs = zip(said.members, said.starts, strict=True)
    return [(character, start + k) for member, start in pairs for k, character in enumerate(member.chars)]


def _spare(length: int, alone: bool) -> int:
    """How many of the characters may be wrong; a phrase that is the whole reply is sure sooner."""
    if length < 3:
        return int(alone and length == 2)
    return 1 if length < 5 else 2 if length < 8 else length // 3


def _slips(
    wrong: list[tuple[str, int]], text: str, span: Span, skeleton: Skeleton, said: Said, length: int
) -> bool:
    """Whether every wrong character is a likely slip, and a short form is still the form without them."""
    if said.target.inverted:
        return False
    places = {at for _, at in wrong}
    right = weight("".join(character for character, at in characters(said) if at not in places))
    short = length < GUESSED_FROM and not _alone(said)
    whole, blaming = says_all(text, span, skeleton), blames(said.members)
    if whole and len(wrong) == MOST_HOMOPHONES and _same_syllables(wrong, skeleton):
        return not any(turned(wanted, skeleton.plain[at]) for wanted, at in wrong)
    for wanted, at in wrong:
        typed = skeleton.plain[at]
        by_ear = sounds_like(wanted, typed)
        if turned(wanted, typed) or not (by_ear or looks_like(wanted, typed)):
            return False
        if short and typed in COMMON and not (whole and (not by_ear or blaming or right >= LEAST_RIGHT)):
            return False
    return not short or right >= (LEAST_OF_CLAUSE if whole else LEAST_RIGHT)


def _homophones_alone(
    wrong: list[tuple[str, int]], text: str, span: Span, skeleton: Skeleton, said: Said, length: int
) -> bool:
    """Whether the clause says nothing but the form, in homophones to the letter: 不直到 for 不知道."""
    if _alone(said) or length <= MOST_HOMOPHONES:
        return False
    return _same_syllables(wrong, skeleton) and says_all(text, span, skeleton)


def _same_syllables(wrong: list[tuple[str, int]], skeleton: Skeleton) -> bool:
    """Whether every wrong character is a homophone to the letter: 直到 for 知道."""
    return all(syllable(wanted) == syllable(skeleton.plain[at]) != "" for wanted, at in wrong)


def says_all(text: str, span: Span, skeleton: Skeleton) -> bool:
    """Whether the clause says nothing else, 我 or 你 aside; one that begins with 我 may follow another."""
    around = clause(text, span)
    first, last = bisect_left(skeleton.places, around.start), bisect_left(skeleton.places, around.end)
    if skeleton.spelled[span.start] == "我":
        around = Span(span.start, around.end)
        first = bisect_left(skeleton.places, around.start)
    outside = (k for k in range(first, last) if not span.start <= skeleton.places[k] < span.end)
    return all(skeleton.plain[k] in "我你们咱亲" for k in outside)


def _possessed(text: str, skeleton: Skeleton, said: Said) -> bool:
    """您的投诉 is a thing of the customer's, 您投诉 what the customer does."""
    if "的" in said.target.phrase.text:
        return False
    for member, start, following in zip(said.members, said.starts, said.starts[1:], strict=False):
        end = start + len(member.chars)
        if member.chars in ("你", "你们") and text[skeleton.places[end - 1] + 1] == "的" and end == following:
            return True
    return False


def span_of(skeleton: Skeleton, said: Said) -> Span | None:
    """From the first to the last sound, with the fillers of the phrase itself; nothing if one it needs is missing."""
    spelled, start = skeleton.spelled, skeleton.places[said.start]
    before = said.start
    for member, first in zip(said.members, said.starts, strict=True):
        since = skeleton.places[before - 1] + 1 if before else 0
        leads = [found_by_sound(adverb, spelled, since, skeleton.places[first]) for adverb in member.lead]
        if -1 in leads:
            return None
        if leads and first == said.start:
            start = leads[0]
        before = first + len(member.chars)
    end = _end(spelled, skeleton.places[said.end - 1] + 1, said)
    return Span(start, end) if end else None


def _end(spelled: str, end: int, said: Said) -> int:
    """Past the particles that end the phrase; 0 if it is another sentence without them."""
    end, trail = _past_doubled(spelled, end), said.members[-1].trail
    if blames(said.members):
        return blaming_end(spelled, end)
    if _alone(said) and trail[:1] in ("啊", "呀") and not EXCLAIMING.match(spelled, end):
        return 0  # 没有啊 denies, 没有 answers
    for character in trail:
        typed = spelled[end : end + 1]
        end += typed == character or (_alone(said) and sounds_like(character, typed))
    return _past_doubled(spelled, end)


def _past_doubled(spelled: str, end: int) -> int:
    """The end past a last character that is doubled, 我没空空, unless the clause goes on: 我没空空调."""
    doubled = end
    while doubled < len(spelled) and spelled[doubled] == spelled[doubled - 1] and spelled[doubled].isalnum():
        doubled += 1
    goes_on = doubled < len(spelled) and spelled[doubled].isalnum() and spelled[doubled] not in FILLERS
    return end if goes_on else doubled


def _between(span: Span, skeleton: Skeleton, said: Said) -> str:
    """Exact, filler or noise, as to what stands between the phrase's own characters."""
    kept = set(skeleton.places[said.start : said.end])
    own = said.target.phrase.text + "".join(f for m in said.members for f in (*m.within, *m.lead, m.trail))
    own += PRINTED_MARKS if set(PRINTED_MARKS) & set(own) else ""
    spelled = skeleton.spelled
    extra = [
        spelled[k] for k in range(span.start, span.end)
        if k not in kept and (spelled[k] not in own or spelled[k] == spelled[k - 1])
    ]  # fmt: skip
    if not extra:
        return "exact"
    return "filler" if all(c in FILLERS or c in "".join(LONG_FILLERS) for c in extra) else "noise"
