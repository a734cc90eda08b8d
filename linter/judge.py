"""How bad a hit is in its reply: the rule's severity, less, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.context import SMALL, SOFTENERS, Context
from linter.expressions import Expression
from linter.guards import GUARDS, NEED_WORDS
from linter.hit import Hit
from linter.normalise import plain
from phrasebook.model import About, Judge, Severity

ALONE = "alone"  # the reason for a phrase that is a fault only as the whole reply
LONGEST_CURT = 40  # characters
SMALL_WORDS = Expression(
    f"你好|再见|亲爱的|亲|大哥|大姐|哥|姐|你们?|我们?|又是?|{SMALL.pattern}|{SOFTENERS.pattern}"
)
SORRY = Expression("抱歉|对不住|不巧|惭愧|对不起|不好意思|见谅|谅解|遗憾|请理解|实在惭愧|辛苦")
WE_OFFER = Expression(
    "[帮替教][你忙]|为你|给你|[发寄送](?:给|到)?你|附上|核实|确认|咨询|联系|反馈|转[接给告达]|安排|稍等|回电|回复|答复|通知|处理|排查|尽快|马上|上报|报[给到]|登记|协调|查一?下|问一?下|陪你|在线等|给我[0-9一二两三四五几]+分钟|我们?(?:现在|马上|这就|先|再)?(?:去|就|打电话)*[问查找请]|请[^你]{0,6}(?:同事|专家|工程师|老师|主管)"
)
THEY_MAY = Expression("可以|建议|推荐|麻烦你|请你|试试|换|要不|不如|不妨|你看|能否|申请|选择|改为|下次|届时")
TIMED = Expression(
    "[0-9一二两三四五六七八九十半几]+个?(?:分钟|小时|点|天|工作日)|今天|明天|后天|今晚|明早|上午|下午|周[一二三四五六日末]"
)
KIND = Expression(
    "请|你好|麻烦|抱歉|不好意思|对不起|对不住|谢|帮|替你|[为给]你|稍[等候]|好吗|可以|行吗|好的|放心|理解|欢迎|(?<!提)建议|能否|方便|推荐你|转[告达]|留言|应该的"
    "|我们?(?:马上|这就|来|再|先|去)"
)
NOTE = Expression("(?:客户|顾客|用户|来电)[^你]*$")  # told of the customer, not to them
CALL = Expression("[0-9-]{7,}")  # a number to call
KNOWING = Expression("知道|清楚|晓得|了解|懂|明白")
REASON = Expression(
    "因为|由于|因|为了|所以|已经|需要|超过|超出|没有|只能|只有|属于|按照?|根据|系统|目前|规定|涉及|安全|隐私|限制|缺货|下架"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A hit with its severity in this reply; None with the name of the guard (or `alone`) that let it pass."""

    hit: Hit
    severity: Severity | None
    guard: str = ""


def judged(text: str, hits: Sequence[Hit], *, words: bool) -> list[Judged]:
    """Every hit of a reply with its verdict; without `words` no guard that needs jieba is asked."""
    spelled = plain(text)
    alone = [hit for hit in hits if hit.rule.judge is Judge.ALONE]
    return [_judged(Context(text, spelled, hit), alone, words) for hit in hits]


def _judged(context: Context, alone: Sequence[Hit], words: bool) -> Judged:
    hit = context.hit
    for name, guard in GUARDS.items():
        if name not in hit.rule.without and (words or name not in NEED_WORDS) and guard(context):
            return Judged(hit, None, name)
    if hit.rule.judge is Judge.ALONE:
        said = _nothing_else(context.plain, alone) or _curt(context, alone)
        return Judged(hit, hit.rule.severity) if said else Judged(hit, None, ALONE)
    return Judged(hit, _refusal(context) if hit.rule.judge is Judge.REFUSAL else hit.rule.severity)


def _nothing_else(spelled: str, said: Iterable[Hit]) -> bool:
    """Whether a text is nothing but these phrases, a greeting and small words."""
    rest = list(spelled)
    for hit in said:
        rest[hit.span.start : hit.span.end] = " " * len(hit.span)
    return not SMALL_WORDS.sub("", "".join(rest))


def _curt(context: Context, alone: Iterable[Hit]) -> bool:
    """Whether the phrase is a clause by itself in a short reply without a kind word; one of one sound heads it."""
    if len(context.plain) > LONGEST_CURT or KIND.search(context.plain) or NOTE.match(context.plain):
        return False
    around = context.clause
    if context.hit.length == 1 and SMALL_WORDS.sub("", context.plain[: around.start]):
        return False
    again = (hit for hit in alone if hit.rule is context.hit.rule and around.start <= hit.span.start)
    return _nothing_else(" " * around.start + context.plain[around.start : around.end], again)


def _refusal(context: Context) -> Severity:
    """A refusal said as such keeps the rule's severity; before its verb, or explained and mended, it loses."""
    severity = context.hit.rule.severity
    sorry = bool(SORRY.search(context.rest))
    if SORRY.search(context.before) and _offered(context, context.after):
        return Severity.HINT
    if WE_OFFER.search(context.said) and TIMED.search(context.plain):
        return Severity.HINT  # a promise with its time is none of the empty ones
    if context.tail and not (context.hit.first_person and KNOWING.search(context.said)):
        softened = sorry or _offered(context, context.rest) or bool(REASON.search(context.rest))
        return Severity.HINT if softened else min(severity, Severity.WARNING)
    reason = REASON.search(context.after)
    if reason and (WE_OFFER.search(context.after) or SORRY.search(context.before)):
        return Severity.HINT  # explained, and mended or regretted, in one sentence
    if context.hit.first_person or _topic(context):
        return min(severity, Severity.WARNING) if sorry and _offered(context, context.rest) else severity
    of_customer = context.hit.rule.about is About.CUSTOMER and WE_OFFER.search(context.after)
    explained = reason or CALL.search(context.after)
    if of_customer or (_offered(context, context.after) and explained):
        return Severity.HINT
    return min(severity, Severity.WARNING) if sorry or _offered(context, context.rest) else severity


def _offered(context: Context, words: str) -> bool:
    """Whether the words offer a next step: ours always, one for the customer unless we just know nothing."""
    return bool(WE_OFFER.search(words) or (THEY_MAY.search(words) and not KNOWING.search(context.said)))


def _topic(context: Context) -> bool:
    """这个我不知道, 这事没办法: the clause is only a topic and the refusal."""
    return bool(re.fullmatch("这个?|那个?|这事|这件事|这种事?", SMALL.sub("", context.subject)))
