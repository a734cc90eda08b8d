"""Guards about who does it and to whom."""

from __future__ import annotations

from linter.context import Context
from linter.expressions import Expression
from linter.normalise import plain
from linter.persons import CUSTOMER, OTHERS, PERSONS, SPEAKER
from phrasebook.model import About

GOING = Expression("(?:^|,)[^,。!?;]{0,4}我们?(?:先|就|再|马上|这就)?[去来][^,。!?;]{1,12},$")
OBJECT = Expression(
    "(?:帮|给|为|替|跟|和|与|对|向|陪|教|请|麻烦|劳烦|辛苦|让|叫|建议|推荐|提醒|通知|带|送|祝|希望|感谢|谢谢)(?:一下)?$"
)
ANOTHER = Expression("你|他|她|别人|客户|大家")


def subject(context: Context) -> bool:
    """您没空也没关系: it is said of others than the rule speaks of."""
    hit, left = context.hit, context.subject
    if hit.rule.about is About.CUSTOMER and not context.left and GOING.search(context.before):
        return True
    if hit.rule.about is About.ANYONE or hit.first_person or context.said[:1] in PERSONS:
        return False
    if SPEAKER.search(left):
        return hit.rule.about is About.CUSTOMER
    if CUSTOMER.search(left):
        return hit.rule.about is About.AGENT
    return bool(OTHERS.search(left))


def object_(context: Context) -> bool:
    """我帮您找别人问一下: what seems the customer's is our own doing."""
    return context.said[:1] == "你" and bool(OBJECT.search(context.left))


def turned_object(context: Context) -> bool:
    """这种小事也找您，真不好意思: the phrase is about 我, this is about another."""
    printed = plain(context.hit.phrase.text).rstrip("的了吧呀!?。")
    return printed[-1:] == "我" and "我" not in context.said and bool(ANOTHER.match(context.right))
