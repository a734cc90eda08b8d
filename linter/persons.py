"""Who speaks, to whom and of whom."""

from __future__ import annotations

from linter.expressions import Expression

PERSONS = {"我": 1, "咱": 1, "俺": 1, "你": 2, "他": 3, "她": 3, "它": 3}
OURSELVES = Expression(
    "(?:这边|本人|小妹|本(?:公?司|店|部门?|院|校|行|窗口|中心|柜台?|平台|机构|处|所))$"
)  # besides
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


def of_ourselves(words: str) -> bool:
    """Whether a form that begins with these words speaks of ourselves."""
    return PERSONS.get(words[0]) == 1 or bool(OURSELVES.match(words))
