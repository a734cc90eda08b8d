"""Refusals: how to know one, and how to put it in words that are not banned themselves."""

from __future__ import annotations

import re

from linter.rewording import wording
from linter.rewording.lists import WordLists
from linter.rewording.surroundings import asks

NOT_DONE = re.compile(
    r"^(.*?)([^不没得还也都就,]{1,2})不(了|到|出来|出去|进去|进来|回来|回去|出|进|去|开|上|成|好|下来|下|完|动|清楚|清|着|起|通|住|(?<=出不)来)(.*)$"
)
NO_MORE = re.compile(
    r"没有?[^,]{1,8}了$|没有?[您你]要的|没[^,有关事错]{1,2}$|不(?!要|用|必)[^,]{1,8}了$|[^,](?:完|满|光|没|断货|停产|停用|下班|打烊|结束|截止|取消|断码|关|关门|封|坏|停)了$"
    r"|只(?:在|到)[^,]+(?:上班|营业|开放|办公|服务|接待)$"
    r"|(?:已经|都)[^,]{0,4}(?:走|出去|出差|开走|出发|起飞|停运|停机|停办|撤|订|拍|抢|占|领|卖|用|排|派)(?:完|光|出去|掉|满)?了$"
)
NOT_OURS = re.compile(
    r"^(?:我们|咱们|这里|这边|本店|店里)[^,]{0,6}不(?!是|用|需|会|要|客气|只|但|仅|过|断|同|错|少|想|希望|应|该|怪|清楚|知道|得不)[^,]{2,}"
)
REASON = re.compile("了$|在|没|坏|满")
SHORT_OF = re.compile(
    "不到(?=半?[0-9一二两三四五六七八九十几半]+(?:个|年|月|天|岁|小时|分钟|米|公斤|块|元|成))"
)  # 有效期不到半年
TOLD = re.compile("[^我们咱您你,]{1,4}说(?!不)")
OFFERS = re.compile("[我你您咱可能要得给帮换改]")
JOINS = re.compile("我|[您你](?!的)|就|所以|才")
BLUNT_REFUSALS = (
    (
        re.compile(
            "(?:这|那)个?件?(?:事(?:儿|情)?|问题|业务|情况)(?:不归|不由|不属于)我们?[^,管]{0,4}(?:管|负责)"
        ),
        "这件事需要由负责的部门处理",
    ),
    (re.compile(r"(?:没有?办法|没法儿?)(?=[^呢啊呀哦的了嘛哈亲,])"), "无法"),
    (re.compile(r"不可能(?=[^的])"), "不能"),
    (re.compile(r"不负责(?=.)"), "暂时不能"),
    (re.compile(r"^(?:不行|不可以|不能|不)(?=[这那])"), ""),
)


def refusal(text: str, words: WordLists) -> bool:
    """A clause that refuses: 我们不能退现金, 今天修不好, 没有黑色的了; with its reason: 今天做不了,机器坏了."""
    first, _, reason = text.partition(",")
    if reason:
        return refusal(first, words) and _is_reason(reason, words)
    if (
        TOLD.match(text)
        or SHORT_OF.search(text)
        or asks(text, words)
        or len(text) < 3
        or text.endswith("的话")
    ):
        return False
    if text in words["废话"] or text.startswith(words["条件"]) or words.any_in("不算拒绝", text):
        return False
    return words.any_in("拒绝词", text) or bool(
        NOT_DONE.match(text) or NO_MORE.search(text) or NOT_OURS.match(text)
    )


def _is_reason(text: str, words: WordLists) -> bool:
    """What goes wrong, in a clause of its own; not what can be done instead."""
    return bool(REASON.search(text)) and "," not in text and not OFFERS.search(text) and not asks(text, words)


def not_done(text: str, words: WordLists) -> bool:
    found = NOT_DONE.match(text)
    return (
        bool(found)
        and "," not in text
        and not asks(text, words)
        and not JOINS.search(found[1] if found else "")
    )


def as_refusal(text: str, words: WordLists) -> str:
    """The refusal in words that are not banned themselves: 没办法退款 is 不能退款."""
    for blunt, plain in BLUNT_REFUSALS:
        text = blunt.sub(plain, text)
    return wording.to_customer(wording.without_emphasis(text))
