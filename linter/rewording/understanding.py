"""The customer is upset and the reply starts solving at once: what to say first, from what is known of the matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from linter.rewording import matching
from linter.rewording.filling import fill
from linter.rewording.grammar import Grammar, Reading, may_fit
from linter.rewording.masks import mask
from linter.rewording.sentences import half_width, sentences
from linter.rewording.turns import Exchange
from linter.rewording.wording import to_customer, without_repeats

WORRYING = "让人着急"
HURRIED = re.compile("急(?!诊|救|性|冻|刹|用)")
UNPLEASANT = "让人不舒服"
FELT = (
    "让人失望",
    "让人委屈",
    "让人心烦",
    "让人难过",
    "让人担心",
    "让人不舒服",
)  # what else to call it, by the words of these lists
ANGER = ("让人生气", "给您带来了不便")  # the same for one who isn't in a hurry
UPSET = "(?:很|非常|特别|十分|挺)(?:着急|生气|担心|不满|失望|难过|伤心|恼火|急)[^,，。！!？?;；\n]{0,6}[,，。！!]\\s*"
SAYS_SO = re.compile(  # 您等了一上午，很生气。 and 校车晚到四十分钟，您很担心孩子，
    rf"(?:[您你][^,，。！!？?;；\n]{{2,30}}[,，](?:[您你]们?)?|[^,，。！!？?;；\n]{{3,30}}[,，][您你]们?){UPSET}"
)
CLAIMED = re.compile("说|称|觉得|认为|怀疑")  # 客户说水费多收了: not ours to own up to
DISPUTED = re.compile("(?<=^我很理解您)的心情,([^,]*(?:多收|多扣|扣错|重复扣|收错|算错)[^,]*)确实[^,]*")
NOTHING_NAMED = "心情,确实"
NOT_TO_SAY = re.compile(  # 我都快疯了, and what would be owned up to: 你们乱扣我话费
    "[您你]?(?:真的?|都|也|快|要)*(?:疯|崩溃)了?|.*(?:乱[扣收]|坑人|骗人|骗子|黑心|耍[我您人]).*"
)
ASKED = re.compile(
    "(?:怎么|咋|为什么|为啥)(?=还没|还不|还是|又|这么|老|总|一直|到现在|都)"
)  # 怎么还没到 tells as much
MOOD_ALONE = re.compile(
    "(?:很|非常|特别|十分|挺|也|都|心里)*(?:着急|生气|不满|失望|难过|恼火|激动|担心|火大|焦急)了?"
)
OWN_WORDS = re.compile(
    r"(?!为了|以免|避免)(?:(?:我?知道|让|害)?[您你]们?|别|[^您你我,，。！!？?;；\n ]{2,6}[您你])[^,，。！!？?;；\n ]{1,30}[,，。！!;；\n ]+\s*"
)
# What goes wrong, not what we do about it.
TROUBLE = re.compile(r"[^我咱给帮已请是,，。！!？?;；\n ]{3,16}[,，。！!;；\n ]+\s*")


@dataclass(frozen=True, slots=True)
class Opening:
    """What to say first, with half-width marks, and where in the reply the rest begins."""

    text: str
    pattern: str
    sure: int
    rest: int
    names_matter: bool


def opening(reply: str, exchange: Exchange, grammar: Grammar) -> Opening | None:
    """Nothing when the customer is calm, or when the reply already shows understanding."""
    if grammar.words.any_in("已经体谅", reply):
        return None
    known, rest = exchange.known, exchange.aside
    if not known:
        own = SAYS_SO.match(reply) or OWN_WORDS.match(reply)
        told = own and grammar.words.any_in("自述", own.group())
        known, rest = (own.group(), own.end()) if own and told else ("", 0)
    upset = bool(exchange.known) or grammar.words.any_in("自述的情绪", known)
    said = _first(known, rest, grammar)
    if not said or not reply[rest:].strip() or not (said.names_matter or upset):
        return None
    return said if said.names_matter else _with_trouble(said, reply, known, grammar)


def _with_trouble(mood: Opening, reply: str, known: str, grammar: Grammar) -> Opening:
    """Where only the mood is known and the reply begins with what happened (快递丢了,…), that is named."""
    told = TROUBLE.match(reply, mood.rest)
    if not told or told.end() >= len(reply):
        return mood
    named = _first(told.group(), told.end(), grammar, noted=known)
    return replace(named, sure=mood.sure) if named and named.names_matter else mood


def _first(known: str, rest: int, grammar: Grammar, *, noted: str = "") -> Opening | None:
    """The first opening that fits a clause or two; the last one of a pattern names no matter.

    `noted` is what else tells how the customer feels.
    """
    masked = mask(half_width(to_customer(ASKED.sub("", known))))
    clauses = [
        part
        for sentence in sentences(masked.text)
        for clause in sentence.clauses
        for part in clause.split(":")
        if not NOT_TO_SAY.fullmatch(part)
    ]
    matters = [part for part in clauses if not MOOD_ALONE.fullmatch(part)]
    pairs = [f"{first},{second}" for each in (clauses, matters) for first, second in pairwise(each)]
    for pattern in grammar.patterns:
        for form in pattern.openings:
            for said in filter(None, (_said(form, part, grammar) for part in (*clauses, *pairs))):
                names_matter = form is not pattern.openings[-1]
                return Opening(
                    _felt(masked.restore(said), known, noted, grammar),
                    pattern.id,
                    form.sure,
                    rest,
                    names_matter,
                )
    return None


def _felt(said: str, known: str, noted: str, grammar: Grammar) -> str:
    """The matter called what the customer feels about it; what is unpleasant must be so itself (吵, not 别吵了)."""
    told = known + noted
    kinds = FELT if HURRIED.search(told) else (*FELT, *ANGER)
    feeling = next(
        (felt for felt in kinds if grammar.words.any_in(felt, known if felt == UNPLEASANT else told)),
        WORRYING,
    )
    said = DISPUTED.sub(r"担心\1的心情", said) if CLAIMED.search(told) else said
    return said.replace(WORRYING, feeling)


def _said(form: Reading, clause: str, grammar: Grammar) -> str:
    if not may_fit(form, clause, grammar.words):
        return ""
    fit = matching.fit(form.find, clause, grammar.words)
    said = without_repeats(fill(form.say, fit.captured, grammar.words)) if fit else ""
    return "" if NOTHING_NAMED in said else said
