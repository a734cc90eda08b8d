"""What a slot of a form takes from the draft, and how it is put into the polite sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from linter.rewording import wording
from linter.rewording.lists import WordLists
from linter.rewording.wording import tagged

WHEN_TAGS = ("t", "f", "m", "q", "d", "ad", "x", "c", "a", "b", "uj", "n", "v", "r")
VERB_TAGS = ("v", "l", "i", "j")
OPENERS = ("p", "d", "v", "l", "i", "ad", "t", "f", "m", "nz", "s", "z")
NOT_DONE = re.compile(
    r"^(.*?)([^不没得,]{1,2})不(了|到|出来|出去|出|上|成|好|下来|下|完|动|清楚|清|着|起)(.*)$"
)
SUBJECT = re.compile(
    r"^(?:让|害)?(?:我们的?|客户|顾客|用户|买家|乘客|旅客|患者|家属|业主|来电人|对方|客人|您(?!的|家))+(?!的)"
)
ALREADY = re.compile(r"^(?:说|称|反映|反馈|投诉|抱怨|表示)?(?:都已经|已经|都)?")
FOR_CUSTOMER = re.compile(r"[给帮为替向]|您")
AT_ONCE = re.compile(r"^(?:马上|立刻|立即|立马|尽快|这么快)")
PRESSING = re.compile(r"^给我们?(?=把|将|马上|立刻|立即|等|说清|解释|听|回来|过来|停|滚|老实)")
MYSELF = re.compile(r"我(?!们)")
EARLY = re.compile(r"^早(?=[说讲来报打告通反联问做])")
BLUNT_REFUSALS = (
    (re.compile(r"(?:没有?办法|没法儿?)(?=[^呢啊呀哦的了嘛哈亲,])"), "无法"),
    (re.compile(r"不可能(?=.)"), "不能"),
    (re.compile(r"^(?:不行|不可以|不能|不)(?=[这那])"), ""),
)
NO_MORE = re.compile(r"没有?[^,]{1,8}了$|[^,](?:完|满|光|没|断货|停产|停用|下班|打烊|结束|截止|取消)了$")
RANGE = re.compile(r"[0-9一二两三四五六七八九十百].*(?:以上|以下|之间|左右|以内)$")
SYMBOL = re.compile(r"[^\w、()（）“”·.%\-/:：+\ue000-\uf8ff]")
SHORT = 8  # characters in which 用不了 is all that is said
DIGITS = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Slot:
    """`accepts(text, words)` says whether the text may stand there; `fill(text, words)` makes it fit."""

    accepts: Callable[[str, WordLists], bool]
    fill: Callable[[str, WordLists], str]


def _lead(text: str, words: WordLists) -> bool:
    """What may stand before the customer is told something: a topic, a greeting, a condition; not 他说, not 请."""
    if not text:
        return True
    parts = [word for word, _ in tagged(text)]
    return (
        "," not in text
        and parts[-1] not in words["不接命令"]
        and not text.endswith(words["客气"])
        and not text.startswith(words["客气"])
        and not _asks(text, words)
        and not any(word in words["转述"] for word in parts)
    )


def _topic(text: str, words: WordLists) -> bool:
    """As `_lead` where nobody is named: then it must not be somebody else who is to act."""
    if not text:
        return True
    parts = [word for word, _ in tagged(text)]
    return _lead(text, words) and not SYMBOL.search(text) and not _names_another(parts, words)


def _names_another(parts: list[str], words: WordLists) -> bool:
    """Somebody other than the customer acts: 我们, 系统, 快递员; not when only spoken to (给我们打电话)."""
    for at, word in enumerate(parts):
        acts = word in words["旁人"] or word in words["客户"] or word.endswith(words["旁人的字尾"])
        if acts and (at == 0 or parts[at - 1] not in words["介词"]) and parts[at + 1 : at + 2] != ["的"]:
            return True
    return False


def _asks(text: str, words: WordLists) -> bool:
    return words.any_in("疑问", text)


def _when(text: str, words: WordLists) -> bool:
    """A time, a condition or a manner that stands between the customer and what is to be done."""
    if not text or text in words["时间词"]:
        return True
    if "," in text or _deadline(text, words) or _asks(text, words) or _says_no(text):
        return False
    tags = tagged(text)
    if text.endswith(("的时候", "时", "后", "以后", "之后", "的话")):
        return tags[0][0] not in words["旁人"]
    return all(
        word not in words["旁人"] and tag in ("t", "f", "m", "q", "d", "ad") for word, tag in tags
    ) and not any(word in words["必须"] or word in words["不作时间"] for word, _ in tags)


def _occasion(text: str, words: WordLists) -> bool:
    """A time or a condition, past ones too."""
    return not text or all(word in words["过去"] for word, _ in tagged(text)) or _when(text, words)


def _says_no(text: str) -> bool:
    return any(word in ("不", "没", "没有", "别", "不会", "不能") for word, _ in tagged(text))


def _deadline(text: str, words: WordLists) -> bool:
    if not text:
        return True
    if "," in text or _asks(text, words) or _says_no(text):
        return False
    tags = tagged(text)
    if text.endswith(("之前", "以前", "前", "之内", "以内", "内", "期间")):
        return tags[0][0] not in words["旁人"]
    return (
        tags[0][1] == "p"
        and tags[0][0] not in ("把", "将", "给", "被")
        and tags[-1][1] in ("n", "ns", "nz", "nt", "s", "f", "r", "t", "m", "nr")
    )


def _doing(text: str, words: WordLists) -> bool:
    """Something a customer can set out to do, in one clause or several."""
    first, *more = text.split(",")
    return _done_by_customer(first, words) and all(continues(part, words) for part in more)


def _done_by_customer(text: str, words: WordLists) -> bool:
    """年满18岁 and 是本人 can't be done, 我们核实 is done by somebody else."""
    bare = wording.without_emphasis(text)
    if not bare or (_asks(bare, words) and not words.any_in("说明", bare)):
        return False
    tags = tagged(bare)
    head = next((word for word, tag in tags if tag not in ("d", "ad", "t", "f")), bare)
    return (
        not head.startswith(words["状态"])
        and not head.startswith(words["旁人"])
        and not bare.startswith(words["不是命令"])
        and not (head.startswith("满") and bool(DIGITS.search(bare)))
        and not bare.endswith(("吗", "?", "不", "的话", "的时候", "你", "您", "你们"))
        and not RANGE.search(bare)
        and "的话" not in bare
        and not (len(bare) < SHORT and NOT_DONE.match(bare))
        and [word for word, _ in tags[1:2]] != ["的"]
        and not words.any_in("才能", bare)
    )


def continues(clause: str, words: WordLists) -> bool:
    """The clause goes on telling the customer what to do: 然后带身份证到柜台, 再按开关, 不要碰主板."""
    text = _continuation(clause, words)
    if text.startswith("不要"):
        return _done_by_customer(text.removeprefix("不要"), words)
    if not text or clause.startswith(words["另起"]) or words.any_in("不接着", clause):
        return False
    tags = tagged(text)
    opens = (
        tags[0][1] == "p" or tags[0][0] in words["动作开头"] or _is_verb(*tags[0], words) or text != clause
    )
    return (
        opens and _done_by_customer(text, words) and not _names_another([word for word, _ in tags[:2]], words)
    )


def _continuation(clause: str, words: WordLists) -> str:
    """The clause without a second order: 还要带户口本 is 并带户口本, 别碰主板 is 不要碰主板."""
    for word in words["不许做"]:
        if clause.startswith(word):
            return wording.softened("不要" + clause[len(word) :])
    if clause.startswith(words["再不许"]) and not words.any_in("权利", clause):
        return "不要" + clause[2:].removeprefix("以")
    for word in words["接着"]:
        if clause.startswith(word):
            return "并" + clause[len(word) :]
    for word in words["再命令"]:
        if clause.startswith(word):
            return clause[len(word) :]
    return clause


def _action(text: str, words: WordLists) -> bool:
    """As `_doing`, and it begins like an action: with a verb, or with 把, 用, 先, 亲自, a time."""
    if not _doing(text, words):
        return False
    tags = tagged(wording.without_emphasis(text.split(",")[0]))
    opens = (
        text.startswith("把")
        or tags[0][1].startswith(OPENERS)
        or tags[0][0] in words["动作开头"]
        or _is_verb(*tags[0], words)
    )
    return opens and (text.startswith("把") or any(_is_verb(word, tag, words) for word, tag in tags))


def _is_verb(word: str, tag: str, words: WordLists) -> bool:
    """Jieba calls 核实 and 交钱 nouns: a word that begins like a verb is one, unless it is known as a thing."""
    if word in words["名物"]:
        return False
    return tag.startswith(VERB_TAGS) or word in words["动作词"] or word.startswith(words["动词字"])


def _matter(text: str, words: WordLists) -> bool:
    return bool(text) and not _asks(text, words)


def _step(text: str, words: WordLists) -> bool:
    """Something we or others do: 核实订单, 由工程师检测."""
    if "," in text or not text or text.endswith("?") or text.startswith(words["去做"]):
        return False
    return any(_is_verb(word, tag, words) for word, tag in tagged(text))


def _thing(text: str, words: WordLists) -> bool:
    return 0 < len(text) <= 16 and "," not in text and not _asks(text, words) and not _says_no(text)


def _refusal(text: str, words: WordLists) -> bool:
    """A clause that refuses: 我们不能退现金, 今天修不好, 没有黑色的了."""
    if "," in text or _asks(text, words) or len(text) < 3 or text.endswith("的话"):
        return False
    if text.startswith(words["条件"]) or words.any_in("不算拒绝", text):
        return False
    return words.any_in("拒绝词", text) or bool(NOT_DONE.match(text) or NO_MORE.search(text))


def _not_done(text: str, words: WordLists) -> bool:
    return "," not in text and bool(NOT_DONE.match(text)) and not _asks(text, words)


def _trouble(text: str, words: WordLists) -> bool:
    return 2 < len(text) <= 26 and "," not in text and not _asks(text, words)


def _anything(text: str, words: WordLists) -> bool:
    return bool(text)


def _as_action(text: str, words: WordLists) -> str:
    first, *more = text.split(",")
    parts = [
        wording.without_emphasis(part) for part in (first, *(_continuation(each, words) for each in more))
    ]
    parts = [wording.softened(part) for part in parts]
    return wording.to_customer(wording.with_deadline(PRESSING.sub("", ",".join(parts))))


def _as_notice(text: str, words: WordLists) -> str:
    """What to tell us next time: 通知我 is 通知我们, 早说 is 早点说."""
    return MYSELF.sub("我们", EARLY.sub("早点", _as_action(text, words)))


def _as_occasion(text: str, words: WordLists) -> str:
    """When to do it next time: 收货的时候; that it was 昨天 is of no use."""
    return "" if all(word in words["过去"] for word, _ in tagged(text)) else _as_said(text, words)


def _as_case(text: str, words: WordLists) -> str:
    """A case that may come again: 昨天系统报警 is 系统报警."""
    parts = list(tagged(text))
    while len(parts) > 1 and parts[0][1] == "t":
        parts.pop(0)
    return _as_said("".join(word for word, _ in parts), words)


def _as_refusal(text: str, words: WordLists) -> str:
    """The refusal in words that are not banned themselves: 没办法退款 is 不能退款."""
    for blunt, plain in BLUNT_REFUSALS:
        text = blunt.sub(plain, text)
    return wording.to_customer(wording.without_emphasis(text))


def _as_deadline(text: str, words: WordLists) -> str:
    inside = wording.DEADLINE.search(text) and not text.startswith(("在", "于", "到", "截止"))
    return wording.to_customer(f"在{text}" if inside else text)


def _as_said(text: str, words: WordLists) -> str:
    return wording.to_customer(wording.without_particles(text))


def _as_matter(text: str, words: WordLists) -> str:
    return wording.to_customer(wording.without_done(wording.without_emphasis(text)))


def _as_service(text: str, words: WordLists) -> str:
    """What we do for the customer: 马上退款 is 帮您退款, 给你退款 is 给您退款."""
    return _for_customer(AT_ONCE.sub("", _as_matter(text, words)))


def _as_done_service(text: str, words: WordLists) -> str:
    return _for_customer(_as_done(text, words))


def _for_customer(said: str) -> str:
    return said if FOR_CUSTOMER.search(said) else f"帮您{said}"


def _as_done(text: str, words: WordLists) -> str:
    found = NOT_DONE.match(wording.without_particles(text))
    if not found:
        return _as_said(text, words)
    before, verb, how, after = found.groups()
    return wording.to_customer(f"{before}{verb}{'' if how == '了' else how}{after}")


def _as_trouble(text: str, words: WordLists) -> str:
    """What happened to the customer, after 您: 客户都等了三天了 is 等了三天."""
    said = wording.without_particles(text)
    said = wording.DONE.sub("", said) if said.endswith("了") and "了" in said[:-1] else said
    return ALREADY.sub("", SUBJECT.sub("", wording.to_customer(said)))


SLOTS: Mapping[str, Slot] = {
    "前": Slot(_lead, _as_said),
    "话题": Slot(_topic, _as_said),
    "时间": Slot(_when, _as_said),
    "时机": Slot(_occasion, _as_occasion),
    "期限": Slot(_deadline, _as_deadline),
    "做": Slot(_doing, _as_action),
    "动作": Slot(_action, _as_action),
    "知会": Slot(_doing, _as_notice),
    "步骤": Slot(_step, _as_matter),
    "事": Slot(_matter, _as_matter),
    "帮办": Slot(_matter, _as_service),
    "物": Slot(_thing, _as_said),
    "情形": Slot(_thing, _as_case),
    "拒绝": Slot(_refusal, _as_refusal),
    "办不到": Slot(_not_done, _as_done),
    "帮不成": Slot(_not_done, _as_done_service),
    "事由": Slot(_trouble, _as_trouble),
    "随便": Slot(_anything, _as_said),
}
