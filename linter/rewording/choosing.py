"""Every sentence in the patterns that fit it: each draft is looked at before it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.finding import Suggestion
from linter.rewording.doubts import doubts
from linter.rewording.drafting import drafts
from linter.rewording.grammar import Grammar, read
from linter.rewording.joining import UNSURE, Draft
from linter.rewording.masks import Masked, mask
from linter.rewording.refusals import refusal
from linter.rewording.scruples import FACTS, refuses
from linter.rewording.sentences import Sentence, half_width, in_the_width_of, sentences
from linter.rewording.wording import words_of
from phrasebook.model import Severity
from phrasebook.places import Span

if TYPE_CHECKING:
    from linter.engine import Linter

SAFE = 80  # percent; a rewording at least this sure reads as a finished sentence
SAFE_OFFER = 90  # an offer less sure than that isn't added to one the reply makes
OFFER = "您可以"
OFFER_TO_FILL = "您可以____"
SOURCE = "句型改写"
LAW = re.compile(
    "(?:根据|按照?|依照?|依据)[^,，]{0,12}(?:法|条例|规定|办法|规则|要求|制度|标准|政策)(?!律)|《[^》]*(?:法|条例|规定|办法|通则|规则|规范|细则|公约)》"
)


@dataclass(frozen=True, slots=True)
class Rewording:
    """A sentence of the reply in one pattern, as it would stand there."""

    sentence: Sentence
    draft: Draft
    text: str
    is_blunt: bool = False  # it says a refusal of our own, or drops news: for the agent to read first

    @property
    def is_safe(self) -> bool:
        return self.draft.sure >= SAFE and not self.draft.is_frame and not self.is_blunt

    @property
    def suggestion(self) -> Suggestion:
        sure = self.draft.sure / 100
        return Suggestion(self.sentence.span, self.text, self.draft.pattern, sure, self.is_safe, SOURCE)


def reworded_sentences(linter: Linter, text: str, reply: str = "") -> tuple[Rewording, ...]:
    """Every sentence of a text that can be said better, in each pattern that fits, the surest first.

    A frame with a blank is given only where no finished sentence is. `reply`, where the text is a part of one, says
    how wide its marks are.
    """
    masked = mask(text)
    found: list[Rewording] = []
    for sentence in sentences(masked.text):
        if _is_law(masked.restore(sentence.span.of(masked.text)), grammar_of(linter)):
            continue
        finished = list(_offered(linter, sentence, masked, reply, frames=False))
        offered = finished or list(_offered(linter, sentence, masked, reply, frames=True))
        found.extend(sorted(offered, key=lambda each: (-each.draft.sure, len(each.draft.kept))))
    return tuple(found)


def _is_law(sentence: str, grammar: Grammar) -> bool:
    """Whether it cites a law or a rule and addresses nobody: that is no order."""
    cites = LAW.search(sentence) or grammar.words.any_in("法规", sentence)
    return bool(cites) and not grammar.words.any_in("客户", sentence)


def _offered(
    linter: Linter, sentence: Sentence, masked: Masked, reply: str, *, frames: bool
) -> Iterator[Rewording]:
    """In each pattern the first draft that is accepted."""
    grammar = grammar_of(linter)
    before = half_width(sentence.span.of(masked.text))
    for pattern in grammar.patterns:
        for draft in drafts(sentence, pattern, grammar, frames=frames):
            if _is_needless(draft, sentence.span, masked.text, grammar):
                continue
            if refuses(before, draft.text, draft.left_out, grammar):
                continue
            whole_draft, draft = draft, _without_threats(draft, linter, grammar)
            whole = masked.restore(in_the_width_of(draft.text, reply or masked.text))
            if is_clean(linter, whole):
                if doubts(before, draft.text, draft.kept):
                    draft = replace(draft, sure=min(draft.sure, UNSURE))
                blunt = _refuses_for_us(linter, whole, grammar) or _drops_news(whole_draft, draft, grammar)
                yield Rewording(sentence, draft, whole, blunt)
                break


def _without_threats(draft: Draft, linter: Linter, grammar: Grammar) -> Draft:
    """Without a clause kept from the draft that is a fault and states no fact or condition: 否则后果自负."""
    for clause in draft.kept:
        needed = FACTS.search(clause) or clause.startswith(grammar.words["条件"])
        if not needed and not is_clean(linter, clause):
            draft = draft.without(clause)
    return draft


def _is_needless(draft: Draft, place: Span, reply: str, grammar: Grammar) -> bool:
    """Whether the reply offers something already, and the draft would only be a frame or a guess at an offer."""
    if OFFER_TO_FILL in draft.text:
        return grammar.words.any_in("有办法", reply)
    elsewhere = reply[: place.start] + reply[place.end :]
    return draft.sure < SAFE_OFFER and OFFER in draft.text and grammar.words.any_in("已有建议", elsewhere)


@lru_cache(maxsize=4)
def grammar_of(linter: Linter) -> Grammar:
    return read(linter.phrasebook)


def is_clean(linter: Linter, text: str) -> bool:
    """Whether the linter has nothing worse than a hint against it."""
    return not any(each.severity > Severity.HINT for each in linter.check(text))


def _refuses_for_us(linter: Linter, text: str, grammar: Grammar) -> bool:
    """Whether it says 我们修不了 or 不归我管: a fault by its rule, though an offer beside it makes it a hint."""
    ours = (each for each in linter.check(text) if grammar.words.any_in("我们", each.text))
    return any(each.rule.severity > Severity.HINT for each in ours)


def _drops_news(before: Draft, after: Draft, grammar: Grammar) -> bool:
    """Whether a refusal, or what somebody else does (师傅马上到), went with the threats."""
    others = set(grammar.words["旁人"]) - set(grammar.words["我们"])
    gone = [clause for clause in before.kept if clause in before.text and clause not in after.text]
    return any(refusal(each, grammar.words) or others.intersection(words_of(each)) for each in gone)
