"""A reply cut into sentences and their clauses, to be reworded one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phrasebook.places import Span

ENDS = "。！？!?；;\n\r…~～"
SENTENCE = re.compile(rf"[^{ENDS}]+[{ENDS}]*|[{ENDS}]+")
HAN = r"[\u3400-\u9fff]"
ENDING = re.compile(rf"(?:[{ENDS}\s]|(?<={HAN})\.)*$")
BORDER = re.compile(rf"[，,]+\s*|(?<={HAN})[ \u3000\t]+(?={HAN})|——+|--+")
FULL_WIDTH = str.maketrans(",?!:;", "，？！：；")
MARK = re.compile(r"(?<![0-9A-Za-z])[,?!:;]|[,?!:;](?![0-9A-Za-z])")  # 17:00 and 1,000 stay
HALF_WIDTH = str.maketrans("，？！：；", ",?!:;")
FULL = re.compile("[，？！：；]")
HALF = re.compile("[,?!;]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the reply, its clauses without borders, and the marks it ends with."""

    span: Span
    clauses: tuple[str, ...]
    ending: str

    @property
    def asks(self) -> bool:
        return "?" in self.ending or "？" in self.ending

    @property
    def stop(self) -> str:
        """The ending as a calm writer would put it: a full stop for an exclamation, nothing where there was none."""
        marks = self.ending.strip()
        if not marks:
            return self.ending
        return self.ending.replace(marks, "?" if self.asks else "。", 1)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; joined by their spans they are the text again."""
    return tuple(_sentence(found.group(), found.start()) for found in SENTENCE.finditer(text))


def _sentence(text: str, start: int) -> Sentence:
    ending = ENDING.search(text)
    cut = ending.start() if ending else len(text)
    body = text[:cut]
    indent = len(body) - len(body.lstrip())
    clauses = tuple(clause for each in BORDER.split(body) if (clause := each.strip()))
    return Sentence(Span(start + indent, start + len(text)), clauses, text[cut:])


def in_the_width_of(text: str, reply: str) -> str:
    """Half-width marks become full-width ones where the reply is written with those, or has none but 。."""
    if not FULL.search(reply) and (HALF.search(reply) or "。" not in reply):
        return text
    return MARK.sub(lambda mark: mark.group().translate(FULL_WIDTH), text)


def half_width(text: str) -> str:
    return text.translate(HALF_WIDTH)
