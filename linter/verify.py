"""Is what was found really that phrase, how was it typed, and where exactly does it stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.clauses import marks
from linter.edits import Alignment
from linter.index import Said
from linter.lookalikes import lookalikes
from linter.members import Member
from linter.normalise import FILLERS, LONG_FILLERS, Skeleton, plain
from linter.sounds import syllable
from phrasebook.model import Phrase, Rule
from phrasebook.places import Span

PERSONS = {"我": 1, "咱": 1, "俺": 1, "你": 2, "他": 3, "她": 3, "它": 3}
NEGATORS = frozenset("不没未无别勿莫非")
CLAUSE_SIGNS = "，,。.！!？?；;、：:"
LOOSE_FROM = 6  # sounds; a shorter form is hardly ever broken by a mark
FREE_SUBSTITUTION_FROM = 8  # sounds; in shorter forms only a homophone or look-alike passes for a slip


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
    wrong: list[int] = []
    kinds: set[str] = set()
    for member, start in zip(said.members, said.starts, strict=True):
        for k, wanted in enumerate(member.chars):
            typed = skeleton.plain[start + k]
            if typed == wanted:
                continue
            if _turned(wanted, typed):
                return None
            wrong.append(skeleton.places[start + k])
            kinds.add(
                "sound" if syllable(typed) and _same_sound(skeleton, start + k, wanted) else "look-alike"
            )
    span = _span(text, skeleton, said)
    if span is None:
        return None
    length = sum(len(member.chars) for member in said.members)
    missing = _missing(text, span, said.members)
    if len(wrong) + missing > _spare(length) or not _joined(text, span, skeleton, said):
        return None
    match = _kind(kinds, text, span, said, skeleton)
    cost = (len(wrong) + missing) / (length + missing)
    return Hit(
        said.target.rule, said.target.phrase, span, match, round(1 - cost / 2, 3), length,
        _first_person(said.members), tuple(wrong),
    )  # fmt: skip


def slipped(text: str, skeleton: Skeleton, found: Alignment) -> list[Hit]:
    """The hits for a form said with a slip, one for each phrase it renders."""
    wanted, positions = found.rendering.chars, found.positions
    wrong: list[int] = []
    sounds = 0
    for k, position in enumerate(positions):
        if position < 0:
            if wanted[k] in PERSONS or wanted[k] in NEGATORS:
                return []
            continue
        typed = skeleton.plain[position]
        if typed != wanted[k]:
            if _turned(wanted[k], typed) or not _plausible(wanted[k], typed, len(wanted)):
                return []
            wrong.append(skeleton.places[position])
            sounds += skeleton.codes[position] == found.rendering.codes[k]
    kept = {position for position in positions if position >= 0}
    inserted = [p for p in range(found.start, found.end) if p not in kept]
    if any(skeleton.plain[p] in PERSONS or skeleton.plain[p] in NEGATORS for p in inserted):
        return []
    if sounds + found.slips > 1 + len(wanted) // 4:
        return []
    span = Span(skeleton.places[found.start], skeleton.places[found.end - 1] + 1)
    if len(marks(text, span)) > 2:
        return []
    score = round(1 - (found.slips + sounds / 2) / len(wanted), 3)
    return [
        Hit(target.rule, target.phrase, _whole(text, span, target.phrase.text), "edit", score, len(wanted),
            "我" in wanted, tuple(wrong))
        for target in found.rendering.targets
    ]  # fmt: skip


def _turned(wanted: str, typed: str) -> bool:
    """Whether one person or one polarity stands for another: that is another sentence, no typing slip."""
    if wanted in PERSONS and typed in PERSONS:
        return PERSONS[wanted] != PERSONS[typed]
    return (wanted in NEGATORS) != (typed in NEGATORS) and (wanted in NEGATORS or typed in NEGATORS) and (
        syllable(wanted) != syllable(typed) and typed not in lookalikes(wanted)
    )  # fmt: skip


def _plausible(wanted: str, typed: str, length: int) -> bool:
    alike = syllable(wanted) == syllable(typed) or typed in lookalikes(wanted) or wanted in lookalikes(typed)
    return alike or length >= FREE_SUBSTITUTION_FROM


def _same_sound(skeleton: Skeleton, at: int, wanted: str) -> bool:
    return syllable(skeleton.plain[at]) == syllable(wanted) or not lookalikes(wanted).count(
        skeleton.plain[at]
    )


def _spare(length: int) -> int:
    """How many of the characters may be wrong."""
    if length < 3:
        return 0
    return 1 if length < 5 else 2 if length < 8 else length // 3


def _span(text: str, skeleton: Skeleton, said: Said) -> Span | None:
    """From the first to the last sound, with the fillers of the phrase itself; nothing if a lead is missing."""
    spelled, start = plain(text), skeleton.places[said.start]
    before = said.start
    for member, first in zip(said.members, said.starts, strict=True):
        since = skeleton.places[before - 1] + 1 if before else 0
        leads = [spelled.find(adverb, since, skeleton.places[first]) for adverb in member.lead]
        if -1 in leads:
            return None
        if leads and first == said.start:
            start = leads[0]
        before = first + len(member.chars)
    end = skeleton.places[said.end - 1] + 1
    for character in said.members[-1].trail:
        end += spelled[end : end + 1] == character
    return Span(start, end)


def _whole(text: str, span: Span, phrase: str) -> Span:
    """The span with the particles that end the phrase itself."""
    end = span.end
    for character in re.search(f"[{''.join(FILLERS)}]*$", phrase.rstrip(CLAUSE_SIGNS))[0]:  # type: ignore[index]
        end += text[end : end + 1] == character
    return Span(span.start, end)


def _missing(text: str, span: Span, members: tuple[Member, ...]) -> int:
    said = plain(span.of(text))
    return sum(filler not in said for member in members for filler in member.within)


def _joined(text: str, span: Span, skeleton: Skeleton, said: Said) -> bool:
    """Whether the marks inside are noise, or stand where the phrase may be broken."""
    inside = marks(text, span)
    length = said.end - said.start
    if not inside:
        return True
    if any(_in_gap(mark, skeleton, said) for mark in inside):
        return False
    own = sum(c in CLAUSE_SIGNS for c in said.target.phrase.text)
    if len(inside) * 2 >= length - 1 or len(inside) <= own:
        return True
    if length >= LOOSE_FROM:
        return len(inside) <= 2
    return len(inside) == 1 and _after_subject(inside[0], skeleton, said)


def _after_subject(mark: int, skeleton: Skeleton, said: Said) -> bool:
    """我,不知道: the mark stands after the first member, which denies nothing."""
    if len(said.members) < 2 or NEGATORS & set(said.members[0].chars):
        return False
    end = said.starts[0] + len(said.members[0].chars)
    return skeleton.places[end - 1] < mark < skeleton.places[said.starts[1]]


def _in_gap(mark: int, skeleton: Skeleton, said: Said) -> bool:
    for member, start, following in zip(said.members, said.starts, said.starts[1:]):
        end = start + len(member.chars)
        if end < following and skeleton.places[end - 1] < mark < skeleton.places[following]:
            return True
    return False


def _first_person(members: tuple[Member, ...]) -> bool:
    return any(PERSONS.get(character) == 1 for character in members[0].chars[:2]) or any(
        member.chars in ("这边", "本人", "小妹") for member in members
    )


def _kind(kinds: set[str], text: str, span: Span, said: Said, skeleton: Skeleton) -> str:
    """Exact, sound or look-alike as to the characters; filler or noise as to what stands between them."""
    if kinds:
        return "sound" if "sound" in kinds else "look-alike"
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
