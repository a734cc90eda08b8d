"""What a customer can be asked to do, and whether a clause goes on with it."""

from __future__ import annotations

import re

from linter.rewording import wording
from linter.rewording.lists import WordLists
from linter.rewording.refusals import NOT_DONE
from linter.rewording.surroundings import asks, names_another
from linter.rewording.wording import tagged

THING_TAGS = ("n", "s", "f", "r")
VERB_TAGS = ("v", "l", "i", "j")
OPENERS = ("p", "d", "v", "l", "i", "ad", "t", "f", "m", "nz", "s", "z")
RANGE = re.compile(r"^(?!控制|保持|调|降|升).*[0-9一二两三四五六七八九十百].*(?:以上|以下|之间|左右|以内)$")
WISH = re.compile("想(?!办法|好|清楚|一下|想)")
CONDITION = re.compile("的话(?![费筒剧题术务音])")
TIME = re.compile(
    "[0-9零一二两三四五六七八九十]+[点号月日时年]?$|周|星期|月底|年底|月初|上午|下午|晚上|早上|中午|明天|后天|今天"
)
SOON = re.compile(
    "(?:马上|快|就|都|刚|才).*了$|.*[今明晚早午点分钟时号天后]就.*了$|再[^,]{1,6}就.*了$|[^把]了.*[天时次年月周分钟]$"
)  # 马上过安检了 tells, it orders nothing
THING_DONE = re.compile(
    "[^我你您他她是不没有会能已在,]{2,5}[关打锁盖拔插调放收带备填写签存停系戴][^了,]{0,2}[掉上好开满齐紧住下]$"
)  # 麦克风关掉
NEEDS = re.compile("(?<=[^不还也并且就一])要(?!求)")  # 补票要重新买 tells
NO_DEED = (
    "吗",
    "?",
    "不",
    "的话",
    "的时候",
    "之前",
    "以前",
    "你",
    "您",
    "你们",
    "不行",
    "也行",
    "也可以",
    "都行",
)
OPEN = ("要不要", "能不能", "是不是", "可不可以", "行不行")
IN_CASE = re.compile("要[^回过进出上下先]{1,2}(?:去|就|自己|找)")  # 要抽去吸烟区抽 is a condition
ALSO = re.compile("[^我你您他她,]{1,6}也(?:要|得|必须)(?!是|求)")  # 门牌号也要写上 is a request of its own
LATER = re.compile(
    r"^(?:周[一二三四五六日天]|星期[一二三四五六日天]|[今明后]天|当天|上午|下午|中午|晚上|早上|[0-9一二两三四五六七八九十:]+[点号月日]|半|整|钟|前|之前|以前)+(?=(?:再|过|带.*)?[来去]|到(?![货账期时]))|^[外里上下侧]面(?=再)"
)
ORDERED = re.compile("成年|年满|[^觉获记显舍值懒晓免说做来]得(?=[付交补加先去等花自])")
INSTEAD = {
    "不该": "不要",
    "快": "马上",
    "接着": "并",
    "再命令": "",
    "要么": "或者",
}  # what a second order is said to be
PLEASE = re.compile("请(?![教示求客假].).")
CONSEQUENCE = re.compile(  # 拆了我们没法检测, 点多了订单会重复, 报错了钱就退回来
    "(?<![一待开大机学社聚约工协误体早晚商等展])会(?![员议计面话费儿诊签长])|没法|无法|没办法|[办做修看打收查找用退赔出接上进来去走买过][不没](?:了|到|出|上|清|通)|了[^,就]{1,6}就|搞得|弄得|害得|都堵|就有|就白|白跑|就没"
)
THING_BAN = re.compile("^([^,我你您别]{1,6}?也?)(?:别|不要|不许)(?![人的处墅名家样忘])")  # 包装别扔
BY_NOW = re.compile(
    "(?:拖|等|到)到?(?:现在|今天|这时候)$|(?:之前|以前)我们?$|[^以之提目眼面]前$|来[得不]及|^[收扣罚](?!费)[^,]*[费金钱款]|有问题$|不[对够]$"
    "|^把[^,]*[上里下外内中旁口]了$|(?<=[来去好完了给])我们(?=[换修查退补重安核帮给])"
)
POLITE = ("请您", "请你")
THEN = re.compile("就(?![近地医诊餐读业])")  # 有破损就拍照
THING_ALSO = re.compile(
    "^([^,我你您他她]{1,6}也)(?:要|得|必须)(?=一起|一并|[写带拍填盖寄交发关拔附签拿备报留登穿戴贴装])"
)  # 门牌号也要写上
WAITS = re.compile(  # 过一分钟再试, 等工程师来取
    "(?!.*(?:[了会]|再说)$)(?:等|过|隔)[^,]{1,10}(?:再[^,]|来[^,]|把[^,]|完$)"
)
THING_PUT = re.compile(
    "(?!周|星期|今|明|后|上午|下午)[^我你您他她会已被由没不,]{2,10}(?:交|留|放|存|填|写|贴|挂|停)(?:在|到|给)[^,了会]+$"
)  # 钥匙留在前台
THEN_MUST = re.compile("就[要得](?=[跟给把打去来说找发报联])")  # 当天就要跟我说
DIGITS = re.compile(r"[0-9]")
SHORT = 8  # characters in which 用不了 is all that is said


def doing(text: str, words: WordLists) -> bool:
    """Something a customer can set out to do, in one clause or several."""
    first, *more = text.split(",")
    return _done_by_customer(first, words) and all(continues(part, words) for part in more)


def _done_by_customer(text: str, words: WordLists) -> bool:
    """年满18岁 and 是本人 can't be done, 我们核实 is done by somebody else."""
    bare = wording.without_emphasis(text)
    if not bare or text.startswith(POLITE) or (asks(bare, words) and not words.any_in("说明", bare)):
        return False
    tags = tagged(bare)
    head = next((word for word, tag in tags if tag not in ("d", "ad", "t", "f")), bare)
    return (
        (bare.startswith("有人") or not bare.startswith(words["不是命令"]))
        and (bare.startswith("有人") or not head.startswith(words["状态"]))
        and not head.startswith(words["旁人"])
        and not bare.startswith(words["过去时"])
        and not (head.startswith("满") and bool(DIGITS.search(bare)))
        and (len(bare) > 1 or (_is_verb(bare, tags[0][1], words) and bare not in ("到", "看")))
        and not bare.endswith(NO_DEED)
        and not RANGE.search(bare)
        and not CONDITION.search(bare)
        and not WISH.match(bare)
        and not (len(bare) < SHORT and NOT_DONE.match(bare))
        and [word for word, _ in tags[1:2]] != ["的"]
        and not (bare.startswith("把") and not _does_something(tags, words))
        and not words.any_in("才能", bare)
        and "只有" not in bare
        and not words.any_in("就得", bare)
        and not BY_NOW.search(bare)
        and not THEN.match(bare)
        and not (bare.startswith("不") and not bare.startswith("不要"))
        and not ORDERED.search(bare)
    )


def continues(clause: str, words: WordLists) -> bool:
    """The clause goes on telling the customer what to do: 然后带身份证到柜台, 再按开关, 不要碰主板."""
    if clause in words["废话"] or clause.startswith(OPEN):
        return False
    described = clause.endswith("的") and not wording.without_emphasis(clause).endswith("的")
    also = THING_ALSO.match(clause)
    if also:
        return _done_by_customer(clause[also.end() :], words)
    if described or ALSO.match(clause) or IN_CASE.match(clause) or SOON.match(clause) or NEEDS.search(clause):
        return False
    if clause.startswith(words["给你"]):
        return False
    if CONSEQUENCE.search(clause) and not THEN_MUST.search(clause):
        return False
    if any(told.match(clause) for told in (THING_DONE, THING_PUT, WAITS)):
        return True
    banned = THING_BAN.match(clause)
    if banned and tagged(banned[1])[0][1].startswith(THING_TAGS):
        return _done_by_customer(clause[banned.end() :], words)
    text = LATER.sub("", continuation(clause, words))
    if text.startswith(("不要", "也不要")):
        return _done_by_customer(text.removeprefix("也").removeprefix("不要"), words)
    if not text or clause.startswith(words["另起"]) or words.any_in("不接着", clause):
        return False
    tags = tagged(text)
    opens = (
        tags[0][1] == "p"
        or text[:1] == text[1:2]
        or tags[0][0] in words["动作开头"]
        or _is_verb(*tags[0], words)
        or text != clause
    )
    if len(tags) > 1 and tags[1][0] in ("是", "为"):
        return False
    lets_another = tags[0][0] in ("让", "叫") and not text[1:].startswith(words["我们"])
    acts_itself = lets_another or not names_another([word for word, _ in tags[:2]], words)
    return (
        opens
        and _done_by_customer(text.removeprefix("并"), words)
        and acts_itself
        and _does_something(tags, words)
    )


def continuation(clause: str, words: WordLists) -> str:
    """The clause without a second order: 还要带户口本 is 并带户口本, 别碰主板 is 不要碰主板."""
    also = "也" if clause.startswith("也") else ""
    for word in words["不许做"]:
        if clause.startswith(word, len(also)):
            return wording.softened(f"{also}不要" + clause[len(also + word) :])
    if clause.startswith(words["再不许"], len(also)) and not words.any_in("权利", clause):
        return f"{also}不要" + clause[len(also) + 2 :].removeprefix("以")
    banned = THING_BAN.match(clause)
    if banned and tagged(banned[1])[0][1].startswith(THING_TAGS):
        return f"{banned[1]}不要" + clause[banned.end() :]
    for name, said in INSTEAD.items():
        for word in words[name]:
            if clause.startswith(word):
                return said + clause[len(word) :]
    return THEN_MUST.sub("就", THING_ALSO.sub(r"\1", clause))


def action(text: str, words: WordLists) -> bool:
    """As `doing`, and it begins like an action: with a verb, or with 把, 用, 先, 亲自, a time."""
    if not doing(text, words) or text == "用" or _asks_kindly(text, words):  # 退货还要用 tells
        return False
    tags = tagged(wording.without_emphasis(text.split(",")[0]))
    if tags[1:] and (tags[0][0] in ("到", "至") and TIME.match(tags[1][0])):
        return False
    opens = (
        text.startswith(("把", "在", "原路"))
        or tags[0][1].startswith(OPENERS)
        or tags[0][0] in words["动作开头"]
        or _is_verb(*tags[0], words)
    )
    return opens and _does_something(tags, words)


def _asks_kindly(text: str, words: WordLists) -> bool:
    """请提供, 请你看 and 请把单号发来 are no bare orders; 请电工检查 is a thing to be done."""
    if not PLEASE.match(text):
        return False
    word, tag = tagged(text[1:])[0]
    return tag.startswith(("p", "d", "r")) or _is_verb(word, tag, words)


def _does_something(tags: tuple[tuple[str, str], ...], words: WordLists) -> bool:
    """Holds a verb; after 把 the verb may hide in a noun, and 在 or 给 gives it away (把垃圾堆在楼道里)."""
    moved = tags[0][0] == "把" and (tags[-1][0] in ("了", "一下") or any(tag == "p" for _, tag in tags[1:]))
    return moved or any(_is_verb(word, tag, words) for word, tag in tags)


def _is_verb(word: str, tag: str, words: WordLists) -> bool:
    """Jieba calls 核实 and 交钱 nouns: a word that begins like a verb is one, unless it is known as a thing."""
    if word in words["名物"]:
        return False
    return tag.startswith(VERB_TAGS) or word in words["动作词"] or word.startswith(words["动词字"])
