"""The four sentence patterns: recognise the blunt form, fill the polite one. The forms are data of the phrasebook."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from linter.finding import Suggestion
from linter.rewording.choosing import (
    OFFER_TO_FILL,
    SAFE,
    SOURCE,
    Rewording,
    grammar_of,
    is_clean,
    reworded_sentences,
)
from linter.rewording.grammar import BLANK
from linter.rewording.sentences import in_the_width_of
from linter.rewording.turns import Exchange, read
from linter.rewording.understanding import opening
from linter.rewording.wording import to_customer
from phrasebook.places import Span

BUT = re.compile("^(?:但是?|不过|可是?)(?=[^以能不])[，,]?")

if TYPE_CHECKING:
    from linter.engine import Linter


def rewrite(linter: Linter, text: str) -> tuple[Suggestion, ...]:
    """The reply in the patterns that fit it, best first, with understanding before all; each replaces the whole reply.

    In a transcript that is the agent's last turn, otherwise the text.
    """
    exchange = read(text)
    reply = exchange.reply.of(text)
    note, said = reply[: exchange.aside], reply[exchange.aside :]
    soothing = _soothing(linter, text, exchange)
    kept = "" if soothing else note  # a note of the customer's mood is not for sending
    found = [
        replace(each, text=kept + each.text)
        for each in _whole_replies(said, reworded_sentences(linter, said, text))
    ]
    return tuple(replace(each, span=exchange.reply) for each in (*soothing, *found))


def _soothing(linter: Linter, text: str, exchange: Exchange) -> list[Suggestion]:
    """The reply with understanding first, the rest of it as its best rewording has it."""
    reply = exchange.reply.of(text)
    first = opening(reply, exchange, grammar_of(linter))
    if not first:
        return []
    rest = BUT.sub("", reply[first.rest :])
    whole = _whole_replies(rest, reworded_sentences(linter, rest, text))
    better = next((each for each in whole if OFFER_TO_FILL not in each.text), None)
    said = in_the_width_of(first.text, text) + (better.text if better else to_customer(rest))
    safe = first.sure >= SAFE and (better is None or better.safe)
    made = Suggestion(exchange.reply, said, first.pattern, first.sure / 100, safe, SOURCE)
    return [made] if is_clean(linter, said) else []


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
        lead = min(one.draft.sure for one in chosen if one.draft.pattern == pattern)
        weakest = min(chosen, key=lambda one: one.draft.sure)
        sure, safe = weakest.draft.sure / 100, all(one.is_safe for one in chosen)
        made = Suggestion(Span(0, len(reply)), text, pattern, sure, safe, SOURCE)
        if text != reply and (text not in found or found[text].confidence < lead / 100):
            found[text] = made
    return sorted(found.values(), key=lambda each: (BLANK in each.text, -each.confidence))


def _applied(reply: str, chosen: Iterable[Rewording]) -> str:
    for each in sorted(chosen, key=lambda one: one.sentence.span, reverse=True):
        reply = reply[: each.sentence.span.start] + each.text + reply[each.sentence.span.end :]
    return reply
