"""One sentence said again in one of the patterns: which form fits which of its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.rewording import matching, wording
from linter.rewording.filling import fill
from linter.rewording.following import continues
from linter.rewording.grammar import Grammar, Reading, Teaching, may_fit
from linter.rewording.joining import Draft, Piece, join
from linter.rewording.sentences import Sentence

LONGEST = 200  # characters; a longer sentence is no sentence, and trying every form on it takes too long
OFFERED = re.compile("您(?:最多)?可以[^_]|您能[^,]*吗|您看可以吗")  # the patterns themselves
INTERNAL = re.compile(
    "(?:(?:跟进|交接|交班)?(?:待办|备注|备忘录?|记录|工单|小结)|内部[^,:：]{1,4}|交接班?|交班|(?:[给致请@]?各?位?同事们?|同事提醒))[:：]"
)  # for colleagues
CASES = ("的话", "的时候")
FOR_NOW, FOR_GOOD = "能先不要", "能不要"  # 您能不要把密码告诉别人吗
TRIES = 4  # forms, one after the other, until a draft isn't refused


def drafts(
    sentence: Sentence, pattern: Teaching, grammar: Grammar, *, frames: bool = False
) -> Iterator[Draft]:
    """The sentence in one pattern, the best form first, then without that one; with `frames`, what has a blank in it.

    What is in a pattern already or asks politely needs none, nor does a page without marks.
    """
    if len(sentence.span) > LONGEST:
        return
    if sentence.clauses and sentence.clauses[-1].endswith(grammar.words["已经客气"]):
        return
    clauses = _telling(_asked(sentence), grammar)
    text = ",".join(clauses)
    if INTERNAL.match(text) or (OFFERED.search(text) and "你" not in text):
        return
    every = pattern.frames if frames else pattern.finished
    forms = tuple(each for each in every if may_fit(each, text, grammar.words))
    for _ in range(TRIES):
        pieces = _pieces(clauses, forms, pattern, grammar)
        used = next((each.form for each in pieces if each.form in forms), None)
        if not used:
            return
        yield join(pieces, sentence, pattern, grammar)
        forms = tuple(each for each in forms if each is not used)


def _asked(sentence: Sentence) -> tuple[str, ...]:
    """The clauses, with the question mark on the last one: a question is no order."""
    if not (sentence.asks and sentence.clauses):
        return sentence.clauses
    return (*sentence.clauses[:-1], sentence.clauses[-1] + "?")


def _telling(clauses: tuple[str, ...], grammar: Grammar) -> tuple[str, ...]:
    """The first clause and those after it that say something."""
    return tuple(each for at, each in enumerate(clauses) if at == 0 or each not in grammar.words["废话"])


def _pieces(
    clauses: tuple[str, ...], forms: tuple[Reading, ...], pattern: Teaching, grammar: Grammar
) -> list[Piece]:
    """Once the pattern was used, an order in what is left of the sentence becomes a request."""
    pieces: list[Piece] = []
    at, borrowed = 0, False
    while at < len(clauses):
        ordered = bool(pieces and pieces[-1].form)
        more, at = _pieces_from(clauses, at, forms, pattern, grammar, ordered)
        pieces.extend(more)
        if not borrowed and at < len(clauses) and any(each.form for each in more):
            borrowed, rest = True, ",".join(clauses[at:])
            requests = (each for each in grammar.requests if may_fit(each, rest, grammar.words))
            forms = tuple(dict.fromkeys((*forms, *requests)))
    return pieces


def _pieces_from(
    clauses: tuple[str, ...],
    at: int,
    forms: tuple[Reading, ...],
    pattern: Teaching,
    grammar: Grammar,
    ordered: bool,
) -> tuple[list[Piece], int]:
    """A form for the beginning of a sentence fits after an order (`ordered`) too."""
    rest = ",".join(clauses[at:])
    says_nothing = clauses[at] in grammar.words["废话"]
    run = _run(clauses, at, grammar)
    for form in forms:
        if at and not may_fit(form, rest, grammar.words):
            continue
        if form.only_first and not ordered and not _only_courtesy(clauses[:at], grammar):
            continue
        for end in _window_ends(clauses, at, form, run):
            if says_nothing and end == at + 1:
                continue
            source = ",".join(clauses[at:end])
            said = _said(form, source, grammar)
            if said:
                return _with_tails(Piece(said, form, source), clauses, end, pattern, grammar)
    return [Piece(wording.to_customer(clauses[at]).removesuffix("?"))], at + 1


def _run(clauses: tuple[str, ...], at: int, grammar: Grammar) -> tuple[bool, ...]:
    """For each clause whether it goes on with an order before it; those up to `at` don't matter."""
    return tuple(place > at and continues(clause, grammar.words) for place, clause in enumerate(clauses))


def _only_courtesy(clauses: tuple[str, ...], grammar: Grammar) -> bool:
    """Whether nothing was said so far but 您好, 对不起 and the like, or a case: a frame is for a whole sentence."""
    opening = (*grammar.words["寒暄"], *grammar.words["条件"])
    return all(clause.startswith(opening) or clause.endswith(CASES) for clause in clauses)


def _window_ends(clauses: tuple[str, ...], at: int, form: Reading, goes_on: tuple[bool, ...]) -> list[int]:
    """Where the stretch of clauses a form is tried on may end, the longest first."""
    ends = [at + crossed + 1 for crossed in form.borders]
    if form.runs_on:
        while ends[-1] < len(clauses) and goes_on[ends[-1]]:
            ends.append(ends[-1] + 1)
    if form.takes_all:
        ends.append(len(clauses))
    return [end for end in reversed(ends) if end <= len(clauses)]


@lru_cache(maxsize=1024)  # asked again when the first draft is refused
def _said(form: Reading, text: str, grammar: Grammar) -> str | None:
    if not may_fit(form, text, grammar.words):
        return None
    fit = matching.fit(form.find, text, grammar.words)
    if not fit:
        return None
    said = wording.without_repeats(fill(form.say, fit.captured, grammar.words))
    lasting = grammar.words.any_in("长久", said) and "之前" not in said
    return said.replace(FOR_NOW, FOR_GOOD) if lasting else said


def _with_tails(
    piece: Piece, clauses: tuple[str, ...], at: int, pattern: Teaching, grammar: Grammar
) -> tuple[list[Piece], int]:
    """A reason or a consequence after the reworded clause is reworded with it, or left out."""
    for tail in pattern.tails if at < len(clauses) else ():
        for end in _window_ends(clauses, at, tail, (False,) * len(clauses)):
            source = ",".join(clauses[at:end])
            said = _said(tail, source, grammar)
            if said is not None:
                return [piece, Piece(said, tail, source)], end
    return [piece], at
