"""Where exactly a form stands that was said, with the small words that are its own."""

from __future__ import annotations

from linter.clauses import PRINTED_MARKS
from linter.expressions import Expression
from linter.fillers import FILLERS, LONG_FILLERS
from linter.index import Said
from linter.likeness import sounds_like
from linter.normalise import Skeleton
from linter.particles import blames, blaming_end, found_by_sound
from phrasebook.model import Judge
from phrasebook.places import Span

PADDING = FILLERS.union(*LONG_FILLERS)
DISMISSING = ("呗", "咯", "喽")  # 重启呗 brushes off, 重启 tells what to do
EXCLAIMING = Expression(r"[\W的]*[啊呀阿吖丫哇鸭吧嘛嘞咧]")


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
    alone = said.target.rule.judge is Judge.ALONE
    if alone and trail[:1] in ("啊", "呀") and not EXCLAIMING.match(spelled, end):
        return 0  # 没有啊 denies, 没有 answers
    if trail[-1:] in DISMISSING and trail[-1:] not in spelled[end : end + len(trail) + 1]:
        return 0
    for character in trail:
        typed = spelled[end : end + 1]
        end += typed == character or (alone and sounds_like(character, typed))
    return _past_doubled(spelled, end)


def _past_doubled(spelled: str, end: int) -> int:
    """The end past a last character that is doubled, 我没空空, unless the clause goes on: 我没空空调."""
    doubled = end
    while doubled < len(spelled) and spelled[doubled] == spelled[doubled - 1] and spelled[doubled].isalnum():
        doubled += 1
    goes_on = doubled < len(spelled) and spelled[doubled].isalnum() and spelled[doubled] not in FILLERS
    return end if goes_on else doubled


def manner(span: Span, skeleton: Skeleton, said: Said) -> str:
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
    return "filler" if PADDING.issuperset(extra) else "noise"
