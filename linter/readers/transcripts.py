"""Who says what in a transcript typed as text: 坐席: … 客户: …, a turn to each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.readers.choices import AGENTS, CUSTOMERS
from phrasebook.places import Span

_TIME = r"[\[(【]?\d[\d\-/:. ]{3,22}[\])】]?"
_ROLE = "|".join(sorted(map(re.escape, AGENTS | CUSTOMERS), key=len, reverse=True))
# 客服小王, 坐席8001, 客服(王丽): but not 客服电话: nor 客户姓名:, which are headings of a form.
_NAME = r"[ \t]*(?:[A-Za-z0-9_-]{1,12}号?|小\w|[(\[【（][^)\]】）\n]{1,12}[)\]】）])?"
_HEAD = rf"[ \t]*(?:{_TIME}[ \t]*)?[\[【]?(?P<role>{_ROLE}){_NAME}[\]】]?(?:[ \t]*{_TIME})?[ \t]*[:：]"
_LINE = re.compile(r"[^\n]+")
_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side says at once; no role where the text begins before anyone is named."""

    role: str
    span: Span


def turns_of(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript; none where the text isn't one."""
    if not _COLON.search(text) or not any(agent in text.lower() for agent in AGENTS):
        return ()  # most files: no need to compile what recognises a speaker
    head_of_turn = re.compile(_HEAD, re.IGNORECASE)
    heads = [
        (line, head_of_turn.match(line.group())) for line in _LINE.finditer(text) if line.group().strip()
    ]
    roles = [head.group("role").lower() for _, head in heads if head]
    if not _is_transcript(roles, len(heads)):
        return ()
    turns: list[Turn] = []
    for line, head in heads:
        start = line.start() + (head.end() if head else 0)
        if head or not turns:
            turns.append(Turn(head.group("role") if head else "", Span(start, line.end())))
        else:  # no new speaker: the turn goes on
            turns[-1] = Turn(turns[-1].role, Span(turns[-1].span.start, line.end()))
    return tuple(Turn(turn.role, _trimmed(text, turn.span)) for turn in turns)


def _is_transcript(roles: list[str], lines: int) -> bool:
    has_agent = any(role in AGENTS for role in roles)
    has_customer = any(role in CUSTOMERS for role in roles)
    return has_agent and (has_customer or len(roles) == lines)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
