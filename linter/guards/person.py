"""Guards about who does it and to whom."""

from __future__ import annotations

from linter.context import Context
from linter.expressions import Expression
from linter.likeness import PERSONS
from linter.normalise import plain
from phrasebook.model import About

ASIDE = "(?:那边|这边|自己|这里|那里|本人|家|(?:公司|单位|店|家)的|的)?$"
SPEAKER = Expression(
    "(?:我们?|咱们?|俺|本人|小妹|我[方司处行院]|本[店司部公])(?:公司|部门|司|家|店)?" + ASIDE
)
CUSTOMER = Expression(
    "(?:你们?|贵(?:方|司|公司|单位)|大家|各位|亲|客户|顾客|用户|业主|乘客|旅客|住户|患者|病人|家属|家长|学员|考生|会员|买家|客人|先生|女士)"
    + ASIDE
)
OTHERS = Expression(
    "(?:他们?|她们?|它们?|别人|有人|谁|卖家|商家|厂家|仓库|快递|物流|供应商|老人|孩子|宝宝|小孩|长辈|朋友|家人|对方|店家|师傅|司机|骑手"
    "|老师|医生|护士|大夫|保安|门卫|房东|租客|邻居|网友|经理|主管|老板|领导|专家|顾问|爱人|老公|老婆|父母|妈妈|爸爸|同学|学生|机主|车主"
    "|户主|同事|客服|系统|很多人|人|员|者|方|家|生)" + ASIDE
)
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
