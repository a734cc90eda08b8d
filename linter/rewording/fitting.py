"""An alternative put in the place of a banned phrase: what stands left and right of it is absorbed or joined on.

A bare swap makes bad Chinese: 我我马上帮您查, 您能先付款吗先付款.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from linter.clauses import clause, sentence
from linter.rewording.masks import hidden_in
from linter.rewording.scruples import FACTS
from linter.rewording.sentences import half_width, in_the_width_of
from linter.rewording.wording import tagged
from phrasebook.places import Span

SUBJECT = "我们这边|我这边|咱们这边|我们|咱们|我|咱|本人|小妹|这边|人家"
WEAK = (
    r"真的|实在是|实在|其实|反正|确实|根本|现在|目前|暂时|也是|都是|就是|也|都|就|还是|还|真|是|可|才|又|再|倒|"
    r"但是|但|可是|不过|所以|因为|因此|而且|那么|那个|那|这个|这事|这|哎呀|哎|唉|哦|嗯|啊|呃|额|你|您|跟你说|跟您说|告诉你"
)
WEAK_LEFT = re.compile(rf"(?:{SUBJECT}|{WEAK})*$")
WEAK_RIGHT = re.compile(
    r"^(?:的|了|呢|啊|吧|呀|哦|噢|嘛|哈|啦|么|亲|您|你|这个|这些|这事|这件事|这种事|那个|一下|"
    r"(?:是|到底|究竟)*(?:怎么回事|咋回事|怎么弄|怎么办|怎么处理|怎么样|为什么|为啥|什么原因|在哪里?|哪里|谁|什么))*$"
)
COURTESY = re.compile(r"^(您好|你好|(?:真|很|非常|十分|实在)?(?:对不起|抱歉|不好意思))[,，!！。、 ]+")
GREETING = re.compile("您好|你好")
APOLOGY = re.compile("对不起|抱歉|不好意思|歉意")
QUESTION = re.compile(r"(?:吗|呢|好不好|行不行|可不可以)$")
ENDING = re.compile(r"[。.!！?？,，;；:：~～…\s]*$")
BLANKS = re.compile(r"/|X ?X|\*\*|××|…|\.\.\.|___|某|\([^)]*\)")
KNOWING = re.compile("知道|清楚|了解|晓得|明白|懂")
OWN_SUBJECT = re.compile(r"^(?:我|您|这|请|让|咱)")
SAME_TOPIC = re.compile(r"^这(?:个问题|件事情?|个|项业务)?(?=我|您)")
UNMARKED_APOLOGY = re.compile(r"^(?:真|很|非常)?(?:对不起|抱歉|不好意思)(?=我|让|给|这)")
ASKING = re.compile("什么|怎么|哪|多少|几[点号时天]|是否|能不能")
DONE_OR_TOLD = re.compile(r"[了着过]|^[我您他她]")
THINKS = re.compile("知道|觉得|认为|说|看来|应该|可能|需要")
MATTER_TAGS = ("n", "t", "m", "x", "eng", "nr", "ns")
AMOUNT = re.compile(
    r"[0-9]|[二两三四五六七八九十半几]+(?:分钟|小时|天|个|项|把|步|份|元|号|点|年|月|周)|一[把笔份台]|[“”\"]"
)
PUNCTUATION = ",.?!。;:、“”()…*X "
MARKS = "。!！?？,，;；:："


@dataclass(frozen=True, slots=True)
class Fitted:
    """Replace `span` of the text by `text`.

    `finished` when it can be sent unseen: no blank in it, nothing it states that the draft doesn't. `lossy` when
    something of the draft had to go.
    """

    span: Span
    text: str
    finished: bool
    lossy: bool


def fit(
    text: str, span: Span, faults: Iterable[Span], alternative: str, generic: Collection[str]
) -> Fitted | None:
    """The alternative in place of `text[span]`, or nothing where it would only repeat what is said anyway.

    `faults` are all that must not be said in the text: clauses that hold nothing else go as well. `generic` are
    nouns that state nothing in particular.
    """
    own = clause(text, span)
    kept_left = _left(text[own.start : span.start])
    kept_right = _right(text[span.end : own.end])
    around = _with_faulty_clauses(text, own, faults)
    courtesy, said = _without_courtesy_said(half_width(alternative), text[: around.start])
    said = _without_clauses_said(ENDING.sub("", said), half_width(text[: around.start] + text[around.end :]))
    if not said:
        return None
    known = KNOWING.search(span.of(text))
    if kept_right and known:
        said = f"关于{kept_right},{said}"
    if kept_left:
        said = _after(kept_left, said)
    end, stop = _stop(text, around.end, said)
    new = in_the_width_of(courtesy + said + stop, text)
    replaced = Span(around.start, end)
    lossy = bool(_facts(replaced.of(text)) - _facts(new)) or bool(kept_right and not known)
    finished = not lossy and not BLANKS.search(alternative) and not invents(alternative, text, generic)
    return Fitted(replaced, new, finished, lossy)


def _with_faulty_clauses(text: str, around: Span, faults: Iterable[Span]) -> Span:
    """The clause widened over neighbours in the same sentence that are nothing but faults and state no fact."""
    faulty = [own for each in faults if _is_nothing_else(text, each, own := clause(text, each))]
    whole = sentence(text, around)
    changed = True
    while changed:
        changed = False
        for each in faulty:
            joined = Span(min(each.start, around.start), max(each.end, around.end))
            between = (
                text[around.end : each.start] if each.start >= around.end else text[each.end : around.start]
            )
            if joined != around and whole.covers(joined) and not between.strip("，,、 "):
                around, changed = joined, True
    return around


def _is_nothing_else(text: str, fault: Span, around: Span) -> bool:
    rest = text[around.start : fault.start] + text[fault.end : around.end]
    return not _has_matter(rest) and not _facts(fault.of(text)) and len(rest) < 6


def _left(text: str) -> str:
    """What of the words before the phrase has to stay: a topic, not a subject or 反正."""
    weak = WEAK_LEFT.search(text)
    kept = (text[: weak.start()] if weak else text).strip().rstrip("很太更最挺")
    return kept if (_has_matter(kept) or _is_deed(kept)) and not kept.endswith(("的", "们")) else ""


def _is_deed(text: str) -> bool:
    """Whether it is one verb that names the matter: 退款|办不了."""
    words = tagged(text) if text else ()
    return len(words) == 1 and len(text) > 1 and words[0][1].startswith("v") and not THINKS.match(text)


def _right(text: str) -> str:
    return "" if WEAK_RIGHT.match(text) else text


def _has_matter(text: str) -> bool:
    return any(tag.startswith(MATTER_TAGS) for _, tag in tagged(text)) or bool(_facts(text))


def invents(alternative: str, text: str, generic: Collection[str]) -> bool:
    """Whether it names a sum, a time or a thing the draft doesn't: an example to read, not to send as it is."""
    return bool(AMOUNT.search(alternative)) or any(
        word not in generic and word not in text
        for word, tag in tagged(half_width(alternative))
        if tag.startswith(("n", "t", "eng", "x")) and len(word.strip(PUNCTUATION)) > 1
    )


def _without_courtesy_said(said: str, before: str) -> tuple[str, str]:
    """Its 您好 and 对不起 apart, and gone where the reply has said so before."""
    courtesy = ""
    while found := COURTESY.match(said):
        kind = GREETING if GREETING.search(found.group()) else APOLOGY
        courtesy += "" if kind.search(before) else found.group()
        said = said[found.end() :]
    return courtesy, UNMARKED_APOLOGY.sub("", said) if APOLOGY.search(before + courtesy) else said


def _without_clauses_said(said: str, around: str) -> str:
    """What the reply says anyway isn't said twice: 请稍等."""
    clauses = [each for each in re.split("[,。!?]", said) if each]
    if not any(len(each) > 2 and each in around for each in clauses):
        return said
    return ",".join(each for each in clauses if len(each) <= 2 or each not in around)


def _after(left: str, said: str) -> str:
    """A topic goes straight on (退款的事我马上帮您核实) or is named (关于数据恢复,…); anything else is a clause before it."""
    last = tagged(left)[-1]
    if left in said:
        return said
    if last[1].startswith("n") and OWN_SUBJECT.match(said):
        return f"{left}{SAME_TOPIC.sub('', said)}"
    if ASKING.search(left) or (last[1].startswith(("n", "v")) and not DONE_OR_TOLD.search(left)):
        return f"关于{left},{said}"
    return f"{left},{said}"


def _stop(text: str, end: int, said: str) -> tuple[int, str]:
    """Where the replaced stretch ends and the mark it ends with: ? after a question, 。 for a cry."""
    after = text[end : end + 1]
    asks = bool(QUESTION.search(said))
    if not after or after not in MARKS:
        return end, "?" if asks else ""
    while text[end + 1 : end + 2] and text[end + 1] in "!！?？。":
        end += 1
    if asks:
        return end + 1, "?"
    if after in "!！?？":
        return end + 1, "。"
    return end, ""


def _facts(text: str) -> Counter[str]:
    return Counter((*FACTS.findall(text), *(span.of(text) for span in hidden_in(text))))
