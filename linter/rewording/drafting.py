"""One sentence said again in one of the patterns: which form fits where, and how the clauses stand afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.rewording import matching, wording
from linter.rewording.deeds import continues
from linter.rewording.filling import fill
from linter.rewording.grammar import BLANK, Grammar, Reading, Teaching, may_fit
from linter.rewording.sentences import Sentence

LONGEST = 200  # characters; a longer sentence is no sentence, and trying every form on it takes too long
SORRY = "抱歉,"
APOLOGY = re.compile("抱歉|对不起|不好意思|遗憾")
SENTENCE_MARKS = ("?", "。")


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence reworded, with half-width marks; `sure` is a percentage, `forms` names what was used."""

    text: str
    pattern: str
    sure: int
    forms: tuple[str, ...]

    @property
    def is_frame(self) -> bool:
        return BLANK in self.text


@dataclass(frozen=True, slots=True)
class Piece:
    """One or more clauses in the new sentence; `form` is empty where they were kept."""

    text: str
    sure: int = 100
    form: str = ""

    @property
    def closed(self) -> bool:
        return self.text.endswith(SENTENCE_MARKS)


def drafts(sentence: Sentence, grammar: Grammar) -> tuple[Draft, ...]:
    """The sentence in every pattern that fits it, in the phrasebook's order; a polite question needs none, nor does a page without marks."""
    if len(sentence.span) > LONGEST:
        return ()
    if sentence.clauses and sentence.clauses[-1].endswith(grammar.words["已经客气"]):
        return ()
    found = (draft(sentence, pattern, grammar) for pattern in grammar.patterns)
    return tuple(each for each in found if each)


def draft(sentence: Sentence, pattern: Teaching, grammar: Grammar) -> Draft | None:
    """The sentence in one pattern, or nothing where no form of it fits."""
    clauses = _asked(sentence)
    pieces: list[Piece] = []
    at = 0
    while at < len(clauses):
        pieces_here, at = _pieces_from(clauses, at, pattern, grammar)
        pieces.extend(pieces_here)
    used = [each for each in pieces if each.form]
    if not used:
        return None
    text = _joined([each for each in pieces if each.form or each.text not in grammar.words["废话"]], sentence)
    return Draft(text, pattern.id, min(each.sure for each in used), tuple(each.form for each in used))


def _asked(sentence: Sentence) -> tuple[str, ...]:
    """The clauses, with the question mark on the last one: a question is no order."""
    if not (sentence.asks and sentence.clauses):
        return sentence.clauses
    return (*sentence.clauses[:-1], sentence.clauses[-1] + "?")


def _pieces_from(
    clauses: tuple[str, ...], at: int, pattern: Teaching, grammar: Grammar
) -> tuple[list[Piece], int]:
    rest = ",".join(clauses[at:])
    run = _run(clauses, at, grammar)
    for form in pattern.forms:
        if not may_fit(form, rest, grammar.words) or (
            form.only_first and not _only_courtesy(clauses[:at], grammar)
        ):
            continue
        for end in _window_ends(clauses, at, form, run):
            said = _said(form, ",".join(clauses[at:end]), grammar)
            if said:
                return _with_tails(Piece(said, form.sure, form.name), clauses, end, pattern, grammar)
    return [Piece(wording.to_customer(clauses[at]).removesuffix("?"))], at + 1


def _run(clauses: tuple[str, ...], at: int, grammar: Grammar) -> tuple[bool, ...]:
    """For each clause whether it goes on with an order before it; those up to `at` don't matter."""
    return tuple(place > at and continues(clause, grammar.words) for place, clause in enumerate(clauses))


def _only_courtesy(clauses: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether nothing was said so far but 您好, 对不起 and the like: a frame is for a whole sentence."""
    return all(clause.startswith(grammar.words["寒暄"]) for clause in clauses)


def _window_ends(clauses: tuple[str, ...], at: int, form: Reading, goes_on: tuple[bool, ...]) -> list[int]:
    """Where the stretch of clauses a form is tried on may end, the longest first."""
    ends = [at + crossed + 1 for crossed in form.borders]
    if form.runs_on:
        while ends[-1] < len(clauses) and goes_on[ends[-1]]:
            ends.append(ends[-1] + 1)
    if form.takes_all:
        ends.append(len(clauses))
    return [end for end in reversed(ends) if end <= len(clauses)]


def _said(form: Reading, text: str, grammar: Grammar) -> str:
    if not may_fit(form, text, grammar.words):
        return ""
    fit = matching.fit(form.find, text, grammar.words)
    return wording.without_repeats(fill(form.say, fit.captured, grammar.words)) if fit else ""


def _with_tails(
    piece: Piece, clauses: tuple[str, ...], at: int, pattern: Teaching, grammar: Grammar
) -> tuple[list[Piece], int]:
    """A reason or a consequence after the reworded clause is reworded with it."""
    for tail in pattern.tails if at < len(clauses) else ():
        for end in _window_ends(clauses, at, tail, (False,) * len(clauses)):
            said = _said(tail, ",".join(clauses[at:end]), grammar)
            if said:
                return [piece, Piece(said, tail.sure, tail.name)], end
    return [piece], at


def _joined(pieces: list[Piece], sentence: Sentence) -> str:
    text = ""
    for piece in pieces:
        text = text.removesuffix("。")
        text += piece.text if not text or text.endswith("?") else f",{piece.text}"
    text = _with_one_apology(text)
    if text.endswith(SENTENCE_MARKS):
        return text + sentence.ending[len(sentence.ending.rstrip()) :]
    return text + (sentence.stop if sentence.stop.strip() else "。" + sentence.stop)


def _with_one_apology(text: str) -> str:
    """An apology opens the sentence and is made once: 对不起,今天没货 needs no second one."""
    first, sorry, rest = text.partition(SORRY)
    if not sorry:
        return text
    rest = rest.replace(SORRY, "")
    return first + rest if APOLOGY.search(first + rest) else SORRY + first + rest
