"""Is what was found really that phrase, how was it typed, and where exactly does it stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.clauses import clause, marks
from linter.edits import Alignment
from linter.index import Said
from linter.likeness import COMMON, NEGATORS, PERSONS, looks_like, slip, sounds_like, turned, weight
from linter.normalise import FILLERS, LONG_FILLERS, Skeleton, plain
from linter.sounds import codes
from phrasebook.model import Judge, Phrase, Rule
from phrasebook.places import Span

CLAUSE_SIGNS = "，,。.！!？?；;、：:"
FULL_STOPS = frozenset("。！!？?；;\n")
BRACKETS = frozenset("“”「」『』《》〈〉【】[]（）()")
LOOSE_FROM = 6  # sounds; a shorter form is hardly ever broken by a mark
JOINED_FROM = 5  # sounds; from here on a mark may stand between any two members
LONG_FROM = 7  # sounds; a longer form may lose its first or last
GUESSED_FROM = 5  # sounds; a shorter form is not taken to be said by a common word in it
FREE_SUBSTITUTION_FROM = 8  # sounds; in shorter forms only a likely slip passes for one
LEAST_SAID = 3.0  # how much must be left of a form with a slip in it, as `weight` counts
MOST_LOST = 0.3  # of a form's weight
METHOD = re.compile("[怎咋谁啥]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that stands in the text: where, how it was typed, and how sure that is (score 0 to 1).

    `wrong` are the places of characters that are not the phrase's own; `length` counts its sounds.
    """

    rule: Rule
    phrase: Phrase
    span: Span
    match: str
    score: float
    length: int
    first_person: bool
    wrong: tuple[int, ...] = ()


def spoken(text: str, skeleton: Skeleton, said: Said) -> Hit | None:
    """The hit for a form said from end to end, or nothing when too much of it differs."""
    span = _span(text, skeleton, said)
    if span is None or not _joined(text, span, skeleton, said):
        return None
    alone = said.target.rule.judge is Judge.ALONE
    length = sum(len(member.chars) for member in said.members)
    wrong: list[int] = []
    looks = False
    for wanted, at in _characters(said):
        typed = skeleton.plain[at]
        if typed == wanted:
            continue
        by_ear = sounds_like(wanted, typed)
        if turned(wanted, typed) or not (by_ear or looks_like(wanted, typed)):
            return None
        common = typed in COMMON and length < GUESSED_FROM and not alone
        if said.target.inverted or (common and (by_ear or clause(text, span) != span)):
            return None
        wrong.append(skeleton.places[at])
        looks |= not by_ear
    missing = _missing(text, span, said)
    if len(wrong) + missing > _spare(length, alone):
        return None
    if _possessed(text, skeleton, said):
        return None
    match = ("look-alike" if looks else "sound") if wrong else _between(text, span, said, skeleton)
    score = 1 - (len(wrong) + missing) / (length + missing) / 2
    return _hit(
        said.target.rule, said.target.phrase, span, match, score, length, said.members[0].chars, wrong
    )


def slipped(text: str, skeleton: Skeleton, found: Alignment) -> list[Hit]:
    """The hits for a form said with a slip, one for each phrase it renders."""
    rendering = found.rendering
    wanted = "".join(member.chars for member in rendering.members)
    inserted = set(range(found.start, found.end)) - set(found.positions)
    span = Span(skeleton.places[found.start], skeleton.places[found.end - 1] + 1)
    if (
        not _whole_members(found)
        or not _whole_edges(text, span, found)
        or _changes_sense("".join(skeleton.plain[at] for at in inserted))
        or any(
            _found(a, plain(text), span.start, span.end) < 0 for m in rendering.members[1:] for a in m.lead
        )
        or len(marks(text, span)) > rendering.targets[0].marks
        or BRACKETS & set(span.of(text))
    ):
        return []
    wrong: list[int] = []
    lost = 0.5 * len(inserted)
    guessed = 0
    for character, at in zip(wanted, found.positions, strict=True):
        if at >= 0 and skeleton.plain[at] == character:
            continue
        if at < 0:
            if _changes_sense(character):
                return []
            lost += weight(character)
            continue
        typed = skeleton.plain[at]
        likely = slip(character, typed)
        guessed += not likely
        if turned(character, typed) or not (likely or _guessable(wanted, character + typed, at, found)):
            return []
        wrong.append(skeleton.places[at])
        lost += weight(character) / (2 if likely else 1)
    total = weight(wanted)
    if total - lost < LEAST_SAID or lost > MOST_LOST * total or guessed > 1:
        return []
    first = rendering.members[0].chars
    return [
        _hit(target.rule, target.phrase, _ended(text, span, target.phrase.text), "edit", 1 - lost / total,
             len(wanted), first, wrong)
        for target in rendering.targets
    ]  # fmt: skip


def _possessed(text: str, skeleton: Skeleton, said: Said) -> bool:
    """您的投诉 is a thing of the customer's, 您投诉 what the customer does."""
    for member, start, following in zip(said.members, said.starts, said.starts[1:]):
        end = start + len(member.chars)
        if member.chars in ("你", "你们") and "的" not in said.target.phrase.text:
            between = text[skeleton.places[end - 1] + 1 : skeleton.places[following]]
            if between[:1] == "的":
                return True
    return False


def _hit(
    rule: Rule,
    phrase: Phrase,
    span: Span,
    match: str,
    score: float,
    length: int,
    first: str,
    wrong: list[int],
) -> Hit:
    ours = PERSONS.get(first[0]) == 1 or first in ("这边", "本人", "小妹")
    return Hit(rule, phrase, span, match, round(score, 3), length, ours, tuple(wrong))


def _characters(said: Said) -> list[tuple[str, int]]:
    """Every character of the form with the skeleton position it was said at."""
    pairs = zip(said.members, said.starts, strict=True)
    return [(character, start + k) for member, start in pairs for k, character in enumerate(member.chars)]


def _spare(length: int, alone: bool) -> int:
    """How many of the characters may be wrong; a phrase that is the whole reply is sure sooner."""
    if length < 3:
        return int(alone and length == 2)
    return 1 if length < 5 else 2 if length < 8 else length // 3


def _changes_sense(characters: str) -> bool:
    return any(character in PERSONS or character in NEGATORS for character in characters)


def _guessable(wanted: str, pair: str, at: int, found: Alignment) -> bool:
    """Whether an unlikely character may pass for a slip: inside a long form, and no person or negator."""
    long = len(wanted) >= FREE_SUBSTITUTION_FROM
    return long and not _changes_sense(pair) and found.start < at < found.end - 1


def _whole_edges(text: str, span: Span, found: Alignment) -> bool:
    """Whether the first and last sound were said; of a long form one may be missing at the clause's edge."""
    long, around = len(found.positions) >= LONG_FROM, clause(text, span)
    first = found.positions[0] >= 0 or (long and around.start == span.start)
    return first and (found.positions[-1] >= 0 or (long and around.end == span.end))


def _whole_members(found: Alignment) -> bool:
    """Whether most of every member was said; without one of them it is no slip but another sentence."""
    at = 0
    for member in found.rendering.members:
        end = at + len(member.chars)
        missing = "".join(c for c, p in zip(member.chars, found.positions[at:end], strict=True) if p < 0)
        if weight(missing) > weight(member.chars) / 2:
            return False
        at = end
    return True


def _span(text: str, skeleton: Skeleton, said: Said) -> Span | None:
    """From the first to the last sound, with the fillers of the phrase itself; nothing if a lead is missing."""
    spelled, start = plain(text), skeleton.places[said.start]
    before = said.start
    for member, first in zip(said.members, said.starts, strict=True):
        since = skeleton.places[before - 1] + 1 if before else 0
        leads = [_found(adverb, spelled, since, skeleton.places[first]) for adverb in member.lead]
        if -1 in leads:
            return None
        if leads and first == said.start:
            start = leads[0]
        before = first + len(member.chars)
    end = skeleton.places[said.end - 1] + 1
    trail = said.members[-1].trail
    if trail[:1] == "的" and METHOD.search("".join(member.chars for member in said.members)):
        blaming = re.match(r"\W*[的得地旳]", spelled[end:])  # 怎么签的 blames, 怎么签 asks for the way
        return Span(start, end + blaming.end()) if blaming else None
    for character in trail:
        end += spelled[end : end + 1] == character
    while end < len(text) and text[end] == text[end - 1] and text[end].isalnum():
        end += 1  # 我没空空
    return Span(start, end)


def _found(adverb: str, spelled: str, start: int, end: int) -> int:
    """Where the adverb stands, by its sound; -1 if it does not."""
    wanted = _by_sound(adverb)
    at = _by_sound(spelled[start:end]).find(wanted)
    return start + at if at >= 0 else -1


def _by_sound(text: str) -> str:
    known = codes()
    return "".join([known.get(character, character) for character in text])


def _ended(text: str, span: Span, phrase: str) -> Span:
    """The span with the particles that end the phrase itself."""
    end = span.end
    own = re.search(f"[{''.join(FILLERS)}]*$", phrase.rstrip(CLAUSE_SIGNS))
    for character in own[0] if own else "":
        end += text[end : end + 1] == character
    return Span(span.start, end)


def _missing(text: str, span: Span, said: Said) -> int:
    spelled = plain(span.of(text))
    return sum(filler not in spelled for member in said.members for filler in member.within)


def _joined(text: str, span: Span, skeleton: Skeleton, said: Said) -> bool:
    """Whether the marks inside are noise, or stand where the phrase may be broken."""
    inside = marks(text, span)
    if BRACKETS & set(span.of(text)):
        return False
    if said.target.inverted:
        return _inverted(text, span, skeleton, said)
    if not inside:
        return True
    length = said.end - said.start
    if len(inside) > 1 and len(inside) * 2 >= length - 1:
        return True  # 不.归.我.管
    if any(_in_gap(mark, skeleton, said) for mark in inside):
        return False
    if len(inside) <= said.target.marks:
        return True
    if any(text[mark] in FULL_STOPS for mark in inside):
        return False
    if length >= LOOSE_FROM:
        return len(inside) <= 2
    joint = _after_subject if length < JOINED_FROM else _between_members
    return len(inside) == 1 and joint(inside[0], skeleton, said)


def _inverted(text: str, span: Span, skeleton: Skeleton, said: Said) -> bool:
    """没空啊我; 不归我管,这事: a particle or mark before the subject, and the clause ends with it."""
    start = said.starts[-1]
    if not set(said.members[-1].chars) & (PERSONS.keys() | set("这那事")):
        return False
    between = text[skeleton.places[start - 1] + 1 : skeleton.places[start]]
    after = text[span.end : clause(text, span).end]
    return bool(between.strip("的地")) and all(c in FILLERS for c in after) and len(marks(text, span)) < 2


def _after_subject(mark: int, skeleton: Skeleton, said: Said) -> bool:
    """我,不知道: the mark stands after the first member, which names who or what is spoken of."""
    first = said.members[0].chars
    if len(said.members) < 2 or not (set(first) & (PERSONS.keys() | set("这那事"))):
        return False
    end = said.starts[0] + len(first)
    return skeleton.places[end - 1] < mark < skeleton.places[said.starts[1]]


def _between_members(mark: int, skeleton: Skeleton, said: Said) -> bool:
    return any(
        skeleton.places[following - 1] < mark < skeleton.places[following] for following in said.starts[1:]
    )


def _in_gap(mark: int, skeleton: Skeleton, said: Said) -> bool:
    for member, start, following in zip(said.members, said.starts, said.starts[1:]):
        end = start + len(member.chars)
        if end < following and skeleton.places[end - 1] < mark < skeleton.places[following]:
            return True
    return False


def _between(text: str, span: Span, said: Said, skeleton: Skeleton) -> str:
    """Exact, filler or noise, as to what stands between the phrase's own characters."""
    kept = set(skeleton.places[said.start : said.end])
    own = said.target.phrase.text + "".join(f for m in said.members for f in (*m.within, *m.lead, m.trail))
    own += CLAUSE_SIGNS if set(CLAUSE_SIGNS) & set(own) else ""
    spelled = plain(text)
    extra = [
        spelled[k] for k in range(span.start, span.end)
        if k not in kept and (spelled[k] not in own or spelled[k] == spelled[k - 1])
    ]  # fmt: skip
    if not extra:
        return "exact"
    return "filler" if all(c in FILLERS or c in "".join(LONG_FILLERS) for c in extra) else "noise"
