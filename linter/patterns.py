"""The four sentence patterns: recognise the blunt form, fill the polite one. The forms are data of the phrasebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.finding import Suggestion
from linter.rewording.drafting import drafts
from linter.rewording.grammar import Grammar
from linter.rewording.grammar import read as read_grammar
from linter.rewording.joining import Draft
from linter.rewording.masks import mask
from linter.rewording.scruples import FACTS, refuses
from linter.rewording.sentences import Sentence, half_width, in_the_width_of, sentences
from linter.rewording.turns import Exchange
from linter.rewording.turns import read as read_turns
from linter.rewording.understanding import opening
from linter.rewording.wording import to_customer
from phrasebook.model import Severity
from phrasebook.places import Span

if TYPE_CHECKING:
    from linter.engine import Linter

SAFE = 80  # percent; a rewording at least this sure reads as a finished sentence
SAFE_OFFER = 90  # an offer less sure than that isn't added to one the reply makes
OFFER = "您可以"
OFFER_TO_FILL = "您可以____"
SOURCE = "句型改写"
Clean = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Rewording:
    """A sentence of the reply in one pattern, as it would stand there."""

    sentence: Sentence
    draft: Draft
    text: str

    @property
    def suggestion(self) -> Suggestion:
        return _suggestion(self.sentence.span, self.text, self.draft)


def rewrite(linter: Linter, text: str) -> tuple[Suggestion, ...]:
    """The reply in the patterns that fit it, best first, with understanding before all; each replaces the whole reply.

    In a transcript that is the agent's last turn, otherwise the text.
    """
    exchange = read_turns(text)
    reply = exchange.reply.of(text)
    note, said = reply[: exchange.aside], reply[exchange.aside :]
    soothing = _soothing(linter, reply, exchange)
    kept = "" if soothing else note  # a note of the customer's mood is not for sending
    found = [
        replace(each, text=kept + each.text)
        for each in _whole_replies(said, reworded_sentences(linter, said))
    ]
    return tuple(replace(each, span=exchange.reply) for each in (*soothing, *found))


def _soothing(linter: Linter, reply: str, exchange: Exchange) -> list[Suggestion]:
    """The reply with understanding first, the rest of it as its best rewording has it."""
    first = opening(reply, exchange, _grammar(linter))
    if not first:
        return []
    rest = reply[first.rest :]
    whole = _whole_replies(rest, reworded_sentences(linter, rest))
    better = next((each for each in whole if OFFER_TO_FILL not in each.text), None)
    text = in_the_width_of(first.text, reply) + (better.text if better else to_customer(rest))
    safe = first.sure >= SAFE and (better is None or better.safe)
    made = Suggestion(exchange.reply, text, first.pattern, first.sure / 100, safe, SOURCE)
    return [made] if _is_clean(linter)(text) else []


def reworded_sentences(linter: Linter, text: str, reply: str = "") -> tuple[Rewording, ...]:
    """Every sentence of a text that can be said better, in each pattern that fits, the surest first.

    A frame with a blank is given only where no finished sentence is. `reply`, where the text is a part of one, says
    how wide its marks are.
    """
    masked = mask(text)
    grammar = _grammar(linter)
    clean = _is_clean(linter)
    found: list[Rewording] = []
    for sentence in sentences(masked.text):
        offered: list[Rewording] = []
        for pattern in grammar.patterns:
            for draft in drafts(sentence, pattern, grammar):
                if _is_needless(draft, sentence.span, masked.text, grammar):
                    continue
                if refuses(half_width(sentence.span.of(masked.text)), draft.text, draft.left_out, grammar):
                    continue
                draft = _without_threats(draft, clean, grammar)
                whole = masked.restore(in_the_width_of(draft.text, reply or masked.text))
                if clean(whole):
                    offered.append(Rewording(sentence, draft, whole))
                    break
        finished = [each for each in offered if not each.draft.is_frame]
        found.extend(sorted(finished or offered, key=lambda each: (-each.draft.sure, len(each.draft.kept))))
    return tuple(found)


def _without_threats(draft: Draft, clean: Clean, grammar: Grammar) -> Draft:
    """Without a clause kept from the draft that is a fault and states no fact or condition: 否则后果自负."""
    for clause in draft.kept:
        needed = FACTS.search(clause) or clause.startswith(grammar.words["条件"])
        if not needed and not clean(clause):
            draft = draft.without(clause)
    return draft


def _is_needless(draft: Draft, place: Span, reply: str, grammar: Grammar) -> bool:
    """Whether the reply offers something already, and the draft would only be a frame or a guess at an offer."""
    if OFFER_TO_FILL in draft.text:
        return grammar.words.any_in("有办法", reply)
    elsewhere = reply[: place.start] + reply[place.end :]
    return draft.sure < SAFE_OFFER and OFFER in draft.text and grammar.words.any_in("已有建议", elsewhere)


def _whole_replies(reply: str, rewordings: Iterable[Rewording]) -> list[Suggestion]:
    """One suggestion a pattern: every sentence in that pattern, or in its best where that one doesn't fit."""
    by_sentence: dict[Span, list[Rewording]] = {}
    for each in rewordings:
        by_sentence.setdefault(each.sentence.span, []).append(each)
    patterns = dict.fromkeys(each.draft.pattern for offered in by_sentence.values() for each in offered)
    found: dict[str, Suggestion] = {}
    for pattern in patterns:
        chosen = [next((one for one in offered if one.draft.pattern == pattern), offered[0])
                  for offered in by_sentence.values()]  # fmt: skip
        text = _applied(reply, chosen)
        lead = min(
            (one.draft for one in chosen if one.draft.pattern == pattern), key=lambda draft: draft.sure
        )
        weakest = min(chosen, key=lambda one: one.draft.sure).draft
        made = Suggestion(Span(0, len(reply)), text, pattern, weakest.sure / 100, _is_safe(weakest), SOURCE)
        if text != reply and (text not in found or found[text].confidence < lead.sure / 100):
            found[text] = made
    return sorted(found.values(), key=lambda each: (-each.safe, -each.confidence))


def _applied(reply: str, chosen: Iterable[Rewording]) -> str:
    for each in sorted(chosen, key=lambda one: one.sentence.span, reverse=True):
        reply = reply[: each.sentence.span.start] + each.text + reply[each.sentence.span.end :]
    return reply


def _suggestion(span: Span, text: str, draft: Draft) -> Suggestion:
    return Suggestion(span, text, draft.pattern, draft.sure / 100, _is_safe(draft), SOURCE)


def _is_safe(draft: Draft) -> bool:
    return draft.sure >= SAFE and not draft.is_frame


@lru_cache(maxsize=4)
def _grammar(linter: Linter) -> Grammar:
    return read_grammar(linter.phrasebook)


def _is_clean(linter: Linter) -> Clean:
    """A text the linter has nothing worse than a hint against."""
    return lambda text: not any(each.severity > Severity.HINT for each in linter.check(text))
