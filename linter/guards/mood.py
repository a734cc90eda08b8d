"""Guards about how it is said: denied, asked, supposed."""

from __future__ import annotations

from linter.context import SMALL, Context
from linter.expressions import Expression
from phrasebook.model import About, Judge

NEGATION = Expression(
    "(?:何必|没必要|犯不着|不必|不会|不可能|不是说?|并非|绝不|决不|没有?|从不|从没|不至于|怎么会|怎么能|怎能|哪会|岂会|哪能|不敢|避免|防止|以免|免得|省得|不存在"
    "|没有?(?:谁|人)会?(?:觉得|认为)?|不能|不该|不应该?|别|不想|不让|再也?不|不用)(?:让?[你您他]们?|我们?|再|嫌|出现|存在)*$"
)
ASKED_TWICE = Expression("(?:是不是|能不能|会不会|要不要)$")
WE_WOULD_NOT = Expression("^会?(?:不|没|让|忽悠|欺?骗|害|坑|亏待|丢下|扔下|拿你)")
CONDITION = Expression(
    "再$|如果|要是|若|假如|假使|倘|万一|一旦|只要|除非|即使|即便|哪怕|就算|无论|不论|有时候|怕|担心|以为"
)
CONDITION_AFTER = Expression(
    "[^说讲]{0,6}的话|的时候|时候?[可请再也我]|时$|而|(?:我们?|咱们?)(?:再|就|来|帮)"
)
HALF_QUESTION = Expression("(?:是不是|是否|会不会|有没有|难道)$")
ASKED = Expression("^[了的]?(?:吗|么|嘛|没有|没|不|呢)?[??]|^[了的]?(?:吗|么)")
ADDRESSED = Expression(
    "^(?:你|我|是否|是不是|能不能|可不可以|可否|能否|方便|有没有|有什么|这[样个]|大家|各位|明天|后天|今天|哪)"
)
ASKING = Expression(
    "是否|是不是|(.)不\\1|(.)没\\2|(..)不\\3|哪|什么|怎|几|多少|谁|吗|呢|没$|没有|能否|可否|满意|喜欢|方便|愿意|介意|不$|还是|为何|如何"
)
MAY = Expression("(?:不会|不能|会不会|能不能|不可以|不必)$")
WHATEVER = Expression("^.{0,8}(?:多|怎|什么|谁|哪|几|是不是|是否|如何|有没有|还是|新|大).*[都也]")
NORMAL = Expression(
    "^[^。!?;\n]{0,10}?(?:很正常|正常的|不奇怪)"
)  # of a device it brushes off: 小问题，正常的
ENTITLED = Expression(
    "^[^,。!?;\n]{0,8}(?:能|会|可以)[^,。!?;\n]{0,3}(?:收到|拿到|到|享受|用上|入住|办好|解决|看到|领到)"
)
FORETOLD = Expression("^(?!这样?|那样?|这个|那个|现在|我们?|你).{2,}就(?:再也|都|真的?|又)?$")
NO_LONGER = Expression("不(?:了|到|上|成|动|好)了+$")
REQUEST = Expression("(?:^|[^,])你能[^,]{0,12}$")
REQUESTED = Expression("[^,]*(?:吗|么)$")
NEVER_MIND = Expression(
    "^[^。!?;\n]{0,10}?[也都]?(?:没关系|很正常|正常的|不要紧|没事|不用担心|别担心|可以理解|不奇怪|不丢人)"
)


def a_not_a(context: Context) -> bool:
    """您看行不行: the words are the second half of a question."""
    said, left = context.said, context.left
    again = left.endswith(said)  # 没空没空
    return said[:1] in ("不", "没") and len(said) > 1 and not again and left.endswith((said[1], said[1:]))


def negated(context: Context) -> bool:
    """不是我们没办法，是想给您更稳妥的: the fault is denied."""
    said, left = context.said, context.subject
    if said.endswith("可能") and WE_WOULD_NOT.match(context.right):
        return True
    if said[:1] == "是" and left.endswith("不"):
        return True
    denied = NEGATION.search(left) or NEGATION.search(context.left)
    return bool(denied) and not ASKED_TWICE.search(left)


def condition(context: Context) -> bool:
    """要是不行我再帮您想办法: only if it should be so."""
    return bool(CONDITION.search(context.left) or CONDITION_AFTER.match(context.right))


def question(context: Context) -> bool:
    """您是不是不清楚怎么操作: it is asked, not said."""
    hit = context.hit
    if "请问" in context.left + context.said[:1]:
        return True
    if hit.first_person or hit.rule.about is not About.AGENT:
        return False
    if HALF_QUESTION.search(context.subject):
        return True
    asked = hit.rule.judge is Judge.REFUSAL and ASKED.match(context.plain[hit.span.end :])
    return bool(asked) and not context.said.endswith("吗")


def indirect(context: Context) -> bool:
    """不知道您是否方便: a polite way to ask."""
    hit = context.hit
    if hit.rule.judge is not Judge.REFUSAL or hit.first_person:
        return False
    return bool(ADDRESSED.match(context.right) and ASKING.search(context.right))


def auxiliary(context: Context) -> bool:
    """您会不会觉得贵了一点: the words only help the verb that follows."""
    return bool(MAY.search(context.said)) and bool(SMALL.sub("", context.right))


def whatever(context: Context) -> bool:
    """我不管多晚都会给您回复: come what may."""
    said = context.said
    if "不管" not in said and "不论" not in said:
        return False
    return bool(WHATEVER.match(said.partition("不管")[2] + context.after))


def requested(context: Context) -> bool:
    """您能先看说明书第3页吗: what would be an order is asked for."""
    if context.hit.rule.about is About.AGENT or "自己" in context.said:
        return False
    return bool(REQUEST.search(context.left) and REQUESTED.match(context.right))


def reassured(context: Context) -> bool:
    """您不懂这些术语很正常: the customer is told not to mind."""
    if context.hit.rule.about is not About.CUSTOMER and NORMAL.match(context.after):
        return False
    return bool(NEVER_MIND.match(context.after))


def entitled(context: Context) -> bool:
    """您本来应该昨天就能收到的: what the customer had a right to, not what they should have done."""
    return context.said.endswith(("应该", "该")) and bool(ENTITLED.match(context.right))


def foretold(context: Context) -> bool:
    """一会儿发货就改不了了: what will no longer be possible then, not what we refuse."""
    if context.hit.rule.judge is not Judge.REFUSAL or context.hit.first_person:
        return False
    said = context.said + ("了" if context.right.startswith("了") else "")
    return bool(FORETOLD.match(context.left) and NO_LONGER.search(said))
