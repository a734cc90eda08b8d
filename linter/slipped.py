"""Is a form with a slip in it really that phrase? What is left must still say it, and not say its opposite."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from linter import tokens
from linter.alignment import Alignment
from linter.clauses import PRINTED_MARKS, clause, marks
from linter.fillers import FILLERS
from linter.hit import Hit
from linter.joints import BRACKETS
from linter.likeness import DECIDING, slip, turned, weight
from linter.members import Member
from linter.normalise import Skeleton
from linter.particles import blames, blaming_end, found_by_sound
from linter.persons import PERSONS, of_ourselves
from phrasebook.places import Span

LIGHTEST = 3.6  # a form that weighs less, as `weight` counts, must be the whole clause
LEAST_SAID = 3.0  # how much must be left of a form
LEAST_OF_CLAUSE = 2.4  # … that is the whole clause
MOST_LOST = 0.3  # of a form's weight
MOST_LOST_OF_CLAUSE = 0.35
ASIDE = "".join((*FILLERS, *PERSONS, "您们亲"))
LONG_FROM = 7  # sounds; a longer form may lose its first or last
GUESSED_FROM = 8  # sounds; a longer form may have one unlikely character
PROMISED = re.compile("[今明当]天|[0-9一二两三四五半几]分|[0-9一二两三四五半几]小")  # 有结果当天就联系您
NUMERALS = frozenset("一二两三四五六七八九十百千万")
LEAD = 4  # characters before a form in which the adverbs that lead it stand


@dataclass(slots=True)
class _Loss:
    """What the slips cost: weight, the places of wrong characters, those before missing ones, mere guesses."""

    weight: float
    wrong: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    guesses: int = 0


def slipped(text: str, skeleton: Skeleton, found: Alignment, *, words: bool) -> list[Hit]:
    """The hits for a form said with a slip, one for each phrase it renders; `words` as for the judge."""
    members = found.rendering.members
    span = Span(skeleton.places[found.start], skeleton.places[found.end - 1] + 1)
    loss = _loss(skeleton, found)
    wanted = "".join(member.chars for member in members)
    total = weight(wanted)
    if (
        loss is None
        or loss.guesses > 1
        or not _enough(loss.weight, total, whole=_whole_clause(text, span))
        or not _whole_members(found, words=words)
        or not _whole_edges(text, span, found)
        or (blames(members) and not blaming_end(skeleton.spelled, span.end))
        or not _led(skeleton.spelled, span, members)
        or BRACKETS & set(span.of(text))
        or _owned(text, skeleton, found)
    ):
        return []
    return [
        Hit(
            rule=target.rule,
            phrase=target.phrase,
            span=_ended(text, span, target.phrase.text),
            match="edit",
            score=round(1 - loss.weight / total, 3),
            length=len(wanted),
            first_person=of_ourselves(members[0].chars),
            begins=target.begins,
            ends=target.ends,
            wrong=tuple(loss.wrong),
            missing=tuple(loss.missing),
        )
        for target in found.rendering.targets
        if len(marks(text, span)) <= target.marks
    ]


def _enough(lost: float, total: float, *, whole: bool) -> bool:
    """Whether what is left of a form still says it."""
    if whole:
        return total - lost >= LEAST_OF_CLAUSE and lost <= MOST_LOST_OF_CLAUSE * total
    return total >= LIGHTEST and total - lost >= LEAST_SAID and lost <= MOST_LOST * total


def _whole_clause(text: str, span: Span) -> bool:
    """Whether the clause says nothing else."""
    around = clause(text, span)
    return not (text[around.start : span.start] + text[span.end : around.end]).strip(ASIDE)


def _loss(skeleton: Skeleton, found: Alignment) -> _Loss | None:
    """What is lost of the form, or nothing when a slip would change its sense."""
    wanted = "".join(member.chars for member in found.rendering.members)
    inserted = set(range(found.start, found.end)) - set(found.positions)
    if _decides("".join(skeleton.plain[at] for at in inserted)):
        return None
    if PROMISED.search("".join(skeleton.plain[at] for at in sorted(inserted))):
        return None
    loss = _Loss(0.5 * len(inserted))
    previous = -1
    for place, (character, at) in enumerate(zip(wanted, found.positions, strict=True)):
        if at < 0:
            if (_decides(character) and character != "我") or character in NUMERALS:
                return None  # 这事不归(我)管 still says who it is not; 前面还有(十)几位 is fewer
            loss.weight += weight(character)
            loss.missing.extend([skeleton.places[previous]] if previous >= 0 else [])
            continue
        typed, previous = skeleton.plain[at], at
        if typed == character:
            if at + 1 in found.positions[:place]:  # exchanged with the one before it
                loss.wrong.append(skeleton.places[at])
                loss.weight += weight(character) / 2
            continue
        likely = slip(character, typed)
        if turned(character, typed) or not (likely or _guessable(wanted, character + typed, at, found)):
            return None
        loss.guesses += not likely
        loss.wrong.append(skeleton.places[at])
        loss.weight += weight(character) / (2 if likely else 1)
    return loss


def _decides(characters: str) -> bool:
    """Whether one of them says who, or whether at all."""
    return not DECIDING.isdisjoint(characters)


def _guessable(wanted: str, pair: str, at: int, found: Alignment) -> bool:
    """Whether an unlikely character may pass for a slip: inside a long form, and it decides nothing."""
    return len(wanted) >= GUESSED_FROM and not _decides(pair) and found.start < at < found.end - 1


def _whole_edges(text: str, span: Span, found: Alignment) -> bool:
    """Whether the first and last sound were said; of a long form one may be missing at the clause's edge."""
    long, around = len(found.positions) >= LONG_FROM, clause(text, span)
    first = found.positions[0] >= 0 or (long and around.start == span.start)
    return first and (found.positions[-1] >= 0 or (long and around.end == span.end))


def _whole_members(found: Alignment, *, words: bool) -> bool:
    """Whether most of every member was said; without one of them it is no slip but another sentence."""
    at = 0
    for member in found.rendering.members:
        end = at + len(member.chars)
        missing = "".join(c for c, p in zip(member.chars, found.positions[at:end], strict=True) if p < 0)
        if weight(missing) > weight(member.chars) / 2:
            return False
        first_lost = len(member.chars) > 2 and missing == member.chars[0]
        if first_lost and words and tokens.is_word(member.chars[1:]):
            return False  # 系统死机 is not 系统老死机
        at = end
    return True


def _owned(text: str, skeleton: Skeleton, found: Alignment) -> bool:
    """我们的客服 is a thing of ours, not 我们小客服 with a character missing."""
    first = found.rendering.members[0].chars
    last = found.positions[len(first) - 1]
    return of_ourselves(first) and last >= 0 and text[skeleton.places[last] + 1 :].startswith("的")


def _led(spelled: str, span: Span, members: tuple[Member, ...]) -> bool:
    """Whether the adverbs that lead the members were said, before the form or in it."""
    first = max(0, span.start - LEAD)
    before = [found_by_sound(adverb, spelled, first, span.end) for adverb in members[0].lead]
    inside = [found_by_sound(a, spelled, span.start, span.end) for m in members[1:] for a in m.lead]
    return -1 not in (*before, *inside)


def _ended(text: str, span: Span, phrase: str) -> Span:
    """The span with the particles that end the phrase itself."""
    own = re.search(f"[{''.join(FILLERS)}]*$", phrase.rstrip(PRINTED_MARKS))
    end = span.end
    for character in own[0] if own else "":
        end += text[end : end + 1] == character
    return Span(span.start, end)
