"""The pieces of a reworded sentence put together: one apology, one request, the marks of the draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from linter.rewording.grammar import BLANK, Grammar, Reading, Teaching
from linter.rewording.obstacles import obstacle
from linter.rewording.refusals import refusal
from linter.rewording.scruples import APOLOGY
from linter.rewording.sentences import Sentence
from linter.rewording.wording import to_customer

SORRY = "抱歉,"
LEFT_OUT = ","  # what a form says that drops its clause
WAITING = "您可以等"
WAIT = "您可以稍等一下吗?"  # not asked of someone who is asked for more
PUT_OFF = re.compile("(今天|今晚|今日|[这本]周|[这本]个?月|周末)[^,]*(?:不|没)")  # 今天不能给你
UNSURE = 78  # percent; for the agent to choose, not to be applied unseen
GENTLE_MARKS = ("~", "～")
OUTWEIGHS_APOLOGY = 90  # percent; what is surer mends a sentence that apologises or advises too
REQUEST = "您能"
SENTENCE_MARKS = ("?", "。")


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence reworded, with half-width marks; `sure` is a percentage, `kept` the clauses as they were, `left_out` those that are not."""

    text: str
    pattern: str
    sure: int
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

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
    """One or more clauses in the new sentence; without a form they were kept."""

    text: str
    form: Reading | None = None
    source: str = ""


def join(pieces: list[Piece], sentence: Sentence, pattern: Teaching, grammar: Grammar) -> Draft:
    """The sentence, as sure as the weakest form used."""
    own = (*pattern.forms, *pattern.tails)
    said = [each for each in pieces if each.form or each.text not in grammar.words["废话"]]
    kept = tuple(each.text for each in pieces if not each.form)
    left_out = tuple(each.source for each in pieces if each.text == LEFT_OUT)
    text = _ended(_with_time(_joined(said), sentence), sentence)
    return Draft(text, pattern.id, _sureness(pieces, own, sentence, grammar), kept, left_out)


def _sureness(pieces: list[Piece], own: tuple[Reading, ...], sentence: Sentence, grammar: Grammar) -> int:
    """That of the weakest form; a sentence that is gently said already needs none, so none is sure.

    A request borrowed from another pattern for what is left of the sentence makes it no surer and no less safe.
    """
    used = [each.form for each in pieces if each.form]
    least = min(each.sure for each in used if each in own or each.sure <= UNSURE)
    apologises = any(APOLOGY.search(clause) for clause in sentence.clauses)
    advises = any(grammar.words.any_in("已有建议", clause) for clause in sentence.clauses)
    doubtful = (
        _may_be_ours(pieces, grammar)
        or ((apologises or advises) and least < OUTWEIGHS_APOLOGY)
        or any(clause.endswith(grammar.words["软语气"]) for clause in sentence.clauses)
        or any(mark in sentence.ending for mark in GENTLE_MARKS)
    )
    return min(least, UNSURE) if doubtful else least


def _may_be_ours(pieces: list[Piece], grammar: Grammar) -> bool:
    """现在不能退,得先查账: what is to be done about it names nobody, so perhaps we do it."""
    ours = grammar.words["我们"]
    first = next(at for at, each in enumerate(pieces) if each.form)
    kept = [each.text for each in pieces[:first]]
    requests = [each for each in pieces if each.form and REQUEST in each.text]
    addressed = all(grammar.words.any_in("客户", each.source) for each in requests)
    refused = any(
        text.startswith(ours)
        or text.endswith("不行")
        or obstacle(text, grammar.words)
        or _others(text, grammar)
        for text in kept
    )
    return refused and not addressed


def _others(text: str, grammar: Grammar) -> bool:
    """医生还不能开药: somebody else can't yet, so what has to be done first is theirs."""
    return text.startswith(grammar.words["旁人"]) and refusal(text, grammar.words)


def _joined(pieces: list[Piece]) -> str:
    """An apology opens the sentence and is made once: 对不起,今天没货 needs no second one."""
    text = ""
    for piece in pieces:
        said = piece.text.removeprefix(SORRY) if piece.form else piece.text
        if said == LEFT_OUT:
            continue
        if said.startswith(WAITING) and WAIT in text:
            text = text.replace(WAIT, said)
            continue
        if said.startswith(WAITING) and WAITING in text:
            said = to_customer(piece.source)
        if said.endswith("吗?"):
            text = text.removesuffix(WAIT).removesuffix(",")
        text = text.removesuffix("。")
        text += said if not text or text.endswith("?") else f",{said}"
    sorry = any(piece.form and piece.text.startswith(SORRY) for piece in pieces)
    return SORRY + text if sorry and not APOLOGY.search(text) else text


def _with_time(text: str, sentence: Sentence) -> str:
    """What can't be done today takes more than a moment: 您今天可以先等一等吗."""
    put_off = PUT_OFF.search(sentence.clauses[0])
    if not put_off or put_off[1] in text:
        return text
    return text.replace(WAIT, f"您{put_off[1]}可以先等一等吗?")


def _ended(text: str, sentence: Sentence) -> str:
    if text.endswith(SENTENCE_MARKS):
        return text + sentence.ending[len(sentence.ending.rstrip()) :]
    return text + (sentence.stop if sentence.stop.strip() else "。" + sentence.stop)
