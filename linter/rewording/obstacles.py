"""What can't be done yet, in one clause, and what is done for the customer once it can.

现在不能给你退款, 手术费用我们算不出来, 行李还没找到 are 给您退款, 帮您算出来手术费用, 帮您找到行李.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.rewording.lists import WordLists
from linter.rewording.refusals import not_done
from linter.rewording.services import HANDED, OWNER, as_done_service, as_service
from linter.rewording.surroundings import asks, says_no, when
from linter.rewording.wording import tagged, to_customer

HOLDS = re.compile("[有没是]")
BESIDE = ("先", "还", "也", "都", "就", "暂时", "直接")
THE_CUSTOMERS = (
    "自己",
    "私自",
    "擅自",
    "随便",
    "随意",
    "乱",
    "同时",
    "一直",
    "只",
    "光",
)  # 不能自己开电表箱 forbids
WARNS = ("千万", "绝对", "一定", "切记", "可")  # 千万不能开灯 is said to the customer
FORBIDS = ("不可以", "不许", "不准")  # 不可以在车库充电 is said to the customer
ARRIVES = ("到账", "生效", "到货", "送达")
GIVEN = "给您"
DONE_FIRST = ("完", "后", "好了", "完了")  # 冰箱搬完不能通电 is no thing
LONGEST_THING = 8  # characters


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`thing` is what it is about where that is said first; `deed` in words said to the customer."""

    thing: str
    deed: str


def obstacle(text: str, words: WordLists) -> bool:
    told = not asks(text, words) or words.any_in("说明", text)
    supposed = text.startswith(words["条件"]) or text.endswith("的话")
    return told and not supposed and "," not in text and _read(text, words) is not None


def as_goal(text: str, words: WordLists) -> str:
    """What is to be reached for the customer: 给您退款."""
    found = _read(text, words)
    if not found:
        return text
    thing = to_customer(found.thing)
    if thing and found.deed.startswith(ARRIVES):
        return f"让{thing}{found.deed}"
    return f"把{thing}{found.deed}" if thing and found.deed.endswith(GIVEN) else found.deed + thing


def _read(text: str, words: WordLists) -> Obstacle | None:
    return (
        _refused(text, words) or _unfinished(text, words) or _not_done(text, words) or _wont_do(text, words)
    )


def _refused(text: str, words: WordLists) -> Obstacle | None:
    """现在不能给你退款."""
    if text.startswith(FORBIDS):
        return None
    places = [(text.find(word), -len(word)) for word in words["不能"] if word in text]
    if not places:
        return None
    place, length = min(places)
    if text.endswith(WARNS, 0, place):
        return None
    thing, deed = _thing(text[:place], words), text[place - length :]
    if (
        thing is None
        or not deed
        or deed.startswith(("说", *THE_CUSTOMERS, *words["禁做"]))
        or (thing and len(tagged(deed)[-1][0]) > 1 and tagged(deed)[-1][1].startswith("n"))
    ):
        return None
    return Obstacle(thing, as_service(deed, words))


def _unfinished(text: str, words: WordLists) -> Obstacle | None:
    """行李还没找到."""
    for word in words["还没"]:
        before, found, deed = text.partition(word)
        thing = _thing(before, words)
        if found and thing and deed.startswith(words["办成"]):
            return Obstacle(thing, as_service(deed, words))
    return None


def _not_done(text: str, words: WordLists) -> Obstacle | None:
    """手术费用我们现在算不出来."""
    for word in ("", *words["我们"]):
        before, found, rest = text.rpartition(word) if word else ("", "", text)
        thing = _thing(before, words)
        ours = (found or not word) and not rest.startswith(words["旁人"])
        if ours and thing is not None and not_done(rest, words):
            return Obstacle(thing, as_done_service(rest, words))
    return None


def _wont_do(text: str, words: WordLists) -> Obstacle | None:
    """提速现在不行."""
    deed = text.removesuffix("不行")
    deed = "" if deed == text else _thing(deed, words) or ""
    return (
        Obstacle("", as_service(deed, words))
        if deed and (tagged(deed)[0][1].startswith("v") or deed.startswith(HANDED))
        else None
    )


def _thing(text: str, words: WordLists) -> str | None:
    """What stands before 不能, without who and when; None where that is no thing."""
    bare = ""
    while bare != text:
        bare = text
        for word in (*words["现在"], *words["我们"], *words["地方"], *BESIDE):
            text = text.removeprefix(word).removesuffix(word)
    text = OWNER.sub("", text)
    if not text or when(text, words):
        return ""
    known = (
        not asks(text, words)
        and not text.endswith(DONE_FIRST)
        and not HOLDS.search(text)
        and not any(word in words["旁人"] or word in words["客户"] for word, _ in tagged(text))
    )
    return text if known and len(text) <= LONGEST_THING and not says_no(text) else None
