"""Whether a clause goes on with the order before it, and how it is said then."""

from __future__ import annotations

import re

from linter.rewording import wording
from linter.rewording.deed import deed, does_something, is_verb
from linter.rewording.lists import WordLists
from linter.rewording.surroundings import names_another
from linter.rewording.wording import tagged

THING_TAGS = ("n", "s", "f", "r")
OPEN = ("要不要", "能不能", "是不是", "可不可以", "行不行")
# What tells, and orders nothing.
SOON = re.compile(  # 马上过安检了
    "^(?:(?:马上|快|就|都|刚|才).*了$|.*[今明晚早午点分钟时号天后]就.*了$|再[^,]{1,6}就.*了$|[^把]了.*[天时次年月周分钟]$|.*[0-9一二两三四五六七八九十半几][天月年周]了$)"
)
NEEDS = re.compile("(?<=[^不还也并且就一])要(?!求)")  # 补票要重新买
IN_CASE = re.compile("^要[^回过进出上下先]{1,2}(?:去|就|自己|找|走(?!了))")  # 要抽去吸烟区抽 is a condition
ALSO = re.compile("^[^我你您他她,]{1,6}也(?:要|得|必须)(?!是|求)")
CONSEQUENCE = re.compile(  # 拆了我们没法检测, 点多了订单会重复, 报错了钱就退回来
    "(?<![一待开大机学社聚约工协误体早晚商等展])会(?![员议计面话费儿诊签长])|没法|无法|没办法"
    "|[办做修看打收查找用退赔出接上进来去走买过][不没](?:了|到|出|上|清|通)"
    "|了[^,就]{1,6}就|搞得|弄得|害得|都堵|就有|就白|白跑|就没"
)
TWICE = re.compile("^(?:必须|一定要|务必).$")  # 把软件关了,必须关
TELLS = (TWICE, SOON, NEEDS, IN_CASE, ALSO)
# What goes on with it though it begins with no verb.
THING_DONE = re.compile(  # 麦克风关掉
    "[^我你您他她是不没有会能已在,]{2,5}[关打锁盖拔插调放收带备填写签存停系戴][^了,]{0,2}[掉上好开满齐紧住下]$"
)
THING_PUT = re.compile(  # 钥匙留在前台
    "(?!周|星期|今|明|后|上午|下午)[^我你您他她会已被由没不,]{2,10}(?:交|留|放|存|填|写|贴|挂|停)(?:在|到|给)[^,了会]+$"
)
WAITS = re.compile(  # 过一分钟再试, 等工程师来取
    "(?!.*(?:[了会]|再说)$)(?:等|过|隔)[^,]{1,10}(?:再[^,]|来[^,]|把[^,]|完$)"
    "|[^我你您他她,]{1,3}了再(?!说)[^,]{2,}$"
)
GOES_ON = (THING_DONE, THING_PUT, WAITS)
THING_ALSO = re.compile(  # 门牌号也要写上
    "^([^,我你您他她]{1,6}也)(?:要|得|必须)(?=一起|一并|[写带拍填盖寄交发关拔附签拿备报留登穿戴贴装截录标算存])"
)
THING_BAN = re.compile(
    "^([^,我你您别]{1,8}?也?)(?:别|不要|不许|(?<=也)不能)(?![人的处墅名家样忘够])"
)  # 包装别扔
WHEN = re.compile("(?:的时候|之前|以后|之后|期间|中途|途中)也?$")
LETS = re.compile("不能[让叫]")  # 不能让别人代办
THEN_MUST = re.compile("就[要得](?=[跟给把打去来说找发报联])")  # 当天就要跟我说
LATER = re.compile(
    r"^(?:周[一二三四五六日天]|星期[一二三四五六日天]|[今明后]天|当天|上午|下午|中午|晚上|早上|[0-9一二两三四五六七八九十:]+[点号月日]|半|整|钟|前|之前|以前)+(?=(?:再|过|带.*)?[来去]|到(?![货账期时]))|^[外里上下侧]面(?=再)"
)
INSTEAD = {  # what a second order is said to be
    "不该": "不要",
    "快": "马上",
    "接着": "并",
    "再命令": "",
    "要么": "或者",
}


def continues(clause: str, words: WordLists) -> bool:
    """The clause goes on telling the customer what to do: 然后带身份证到柜台, 再按开关, 不要碰主板."""
    also = THING_ALSO.match(clause)
    if also:
        return deed(clause[also.end() :], words)
    if _tells(clause, words):
        return False
    if any(each.match(clause) for each in GOES_ON):
        return True
    thing = _banned_thing(clause)
    if thing:
        return deed(clause[thing.end() :], words)
    text = LATER.sub("", continuation(clause, words))
    if text.startswith(("不要", "也不要")):
        return deed(text.removeprefix("也").removeprefix("不要"), words)
    if not text or clause.startswith(words["另起"]) or words.any_in("不接着", clause):
        return False
    return _acts(text, words, softened=text != clause) and deed(text.removeprefix("并"), words)


def _tells(clause: str, words: WordLists) -> bool:
    """It says nothing, asks, describes (要原装的), says what we do (给您退款) or what comes of it."""
    if clause in words["废话"] or clause.startswith((*OPEN, *words["给你"])):
        return True
    described = clause.endswith("的") and not wording.without_emphasis(clause).endswith("的")
    comes_of_it = CONSEQUENCE.search(clause) and not THEN_MUST.search(clause)
    return described or bool(comes_of_it) or any(each.search(clause) for each in TELLS)


def _banned_thing(clause: str) -> re.Match[str] | None:
    """The thing and the ban in 包装别扔."""
    found = THING_BAN.match(clause)
    return (
        found if found and (WHEN.search(found[1]) or tagged(found[1])[0][1].startswith(THING_TAGS)) else None
    )


def _acts(text: str, words: WordLists, *, softened: bool) -> bool:
    """Begins like an action, of the customer or of somebody they are to ask; `softened` when an order word went."""
    tags = tagged(text)
    if len(tags) > 1 and tags[1][0] in ("是", "为"):
        return False
    opens = (
        softened
        or tags[0][1] == "p"
        or text[:1] == text[1:2]
        or tags[0][0] in words["动作开头"]
        or is_verb(*tags[0], words)
    )
    lets_another = tags[0][0] in ("让", "叫") and not text[1:].startswith(words["我们"])
    acts_itself = lets_another or not names_another([word for word, _ in tags[:2]], words)
    return opens and acts_itself and does_something(tags, words)


def continuation(clause: str, words: WordLists) -> str:
    """The clause without a second order: 还要带户口本 is 并带户口本, 别碰主板 is 不要碰主板."""
    also = "也" if clause.startswith("也") else ""
    for word in words["不许做"]:
        if clause.startswith(word, len(also)):
            return wording.softened(f"{also}不要" + clause[len(also + word) :])
    banned = clause.startswith(words["再不许"], len(also))
    if banned and (LETS.search(clause) or not words.any_in("权利", clause)):
        return f"{also}不要" + clause[len(also) + 2 :].removeprefix("以")
    thing = _banned_thing(clause)
    if thing:
        return f"{thing[1]}不要" + clause[thing.end() :]
    for name, said in INSTEAD.items():
        for word in words[name]:
            if clause.startswith(word):
                return said + clause[len(word) :]
    return THEN_MUST.sub("就", THING_ALSO.sub(r"\1", clause))
