"""One sentence said again in one of the patterns: which form fits where, and how the clauses stand afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from linter.rewording import matching, wording
from linter.rewording.deeds import continues
from linter.rewording.filling import fill
from linter.rewording.grammar import BLANK, Grammar, Reading, Teaching, may_fit
from linter.rewording.scruples import APOLOGY
from linter.rewording.sentences import Sentence

LONGEST = 200  # characters; a longer sentence is no sentence, and trying every form on it takes too long
SORRY = "抱歉,"
UNSURE = 78  # percent; for the agent to choose, not to be applied unseen
GENTLE_MARKS = ("~", "～")
OUTWEIGHS_APOLOGY = 90  # percent; what is surer mends a sentence that apologises or advises too
SENTENCE_MARKS = ("?", "。")


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence reworded, with half-width marks; `sure` is a percentage, `forms` names what was used, `kept` the clauses as they were."""

    text: str
    pattern: str
    sure: int
    forms: tuple[str, ...]
    kept: tuple[str, ...] = ()

    @property
    def is_frame(self) -> bool:
        return BLANK in self.text

    def without(self, clause: str) -> Draft:
        """The same without a clause that was kept: a threat, for example."""
        head, _, rest = self.text.partition(clause)
        rest = rest.lstrip(",。?!")
        if not rest.strip():
            head = head.rstrip(",")
            rest = rest if head.endswith(SENTENCE_MARKS) else f"。{rest}"
        return replace(self, text=head + rest)


@dataclass(frozen=True, slots=True)
class Piece:
    """One or more clauses in the new sentence; `form` is empty where they were kept."""

    text: str
    sure: int = 100
    form: str = ""


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
    kept = tuple(each.text for each in pieces if not each.form)
    forms = tuple(each.form for each in used)
    return Draft(text, pattern.id, _sureness(used, sentence, grammar), forms, kept)


def _sureness(used: list[Piece], sentence: Sentence, grammar: Grammar) -> int:
    """That of the weakest form; a sentence that is gently said already needs none, so none is sure."""
    least = min(each.sure for each in used)
    apologises = any(APOLOGY.search(clause) for clause in sentence.clauses)
    advises = any(grammar.words.any_in("已有建议", clause) for clause in sentence.clauses)
    gentle = (
        ((apologises or advises) and least < OUTWEIGHS_APOLOGY)
        or any(clause.endswith(grammar.words["软语气"]) for clause in sentence.clauses)
        or any(mark in sentence.ending for mark in GENTLE_MARKS)
    )
    return min(least, UNSURE) if gentle else least


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
    """An apology opens the sentence and is made once: 对不起,今天没货 needs no second one."""
    text = ""
    for piece in pieces:
        said = piece.text.removeprefix(SORRY) if piece.form else piece.text
        text = text.removesuffix("。")
        text += said if not text or text.endswith("?") else f",{said}"
    sorry = any(piece.form and piece.text.startswith(SORRY) for piece in pieces)
    if sorry and not APOLOGY.search(text):
        text = SORRY + text
    if text.endswith(SENTENCE_MARKS):
        return text + sentence.ending[len(sentence.ending.rstrip()) :]
    return text + (sentence.stop if sentence.stop.strip() else "。" + sentence.stop)
