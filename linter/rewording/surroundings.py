"""What may stand round an order: a topic or condition before it, a time or a place beside it."""

from __future__ import annotations

import re

from linter.rewording.lists import WordLists
from linter.rewording.wording import tagged

CLOCK = r"(?:[0-9零一二两三四五六七八九十半几]|周[一二三四五六日天末]?|星期[一二三四五六日天]|每|这|本|下|上午|下午|中午|晚上|早上|凌晨|学期|一早|下班|放学|月底|年底|本周|今|明|后|年|个(?:工作日|小时|月|星期|礼拜)|工作日|小时|月份|月|日|号|天|点|分|钟|时|:)"
SPAN_OF_TIME = re.compile(rf"{CLOCK}(?:[到至\-~、]?{CLOCK})+")
DYNASTIES = ("清", "前清")  # times to jieba: 八点前清走
PLACES = ("里", "里面", "外面")
WRITTEN = re.compile("(?:提示|备注|记录|须知)[:：]$|(?:[写标印贴]|(?<!备)注)(?:着|明|的|了)?[:：]?$")
UNITS = ("号", "点", "分", "时", "日")  # 普通|号下午
DEPARTMENT = re.compile("..+部")  # 风控部
MATTERS = ("反映", "投诉")  # 反映噪音要说清哪条路 names the matter
OWNED = (
    "的",
    "家",
    "这个",
    "那个",
    "这",
    "那",
    "里",
    "内",
    "外",
    "门口",
    "附近",
    "大厅",
    "窗口",
)  # 你这个箱子 is a thing, so is 收件人电话
SYMBOL = re.compile(r"[^\w、()（）“”·.%\-/:：+\ue000-\uf8ff]")


def lead(text: str, words: WordLists) -> bool:
    """What may stand before the customer is told something: a topic, a greeting, a condition; not 他说, not 请."""
    if not text:
        return True
    parts = [word for word, _ in tagged(text)]
    return (
        "," not in text
        and parts[-1] not in words["不接命令"]
        and parts[0] not in (*words["客气"], *words["否则"], *words["因为"])
        and parts[-1] not in words["客气"]
        and not text.endswith(words["就得"])
        and not asks(text, words)
        and not any(word in words["转述"] for word in parts[text.startswith(MATTERS) :])
        and not WRITTEN.search(text)
    )


def topic(text: str, words: WordLists) -> bool:
    """As `lead` where nobody is named: then it must not be somebody else who is to act."""
    if not text:
        return True
    parts = [word for word, _ in tagged(text)]
    moved = any(word in words["把字"] for word in parts)
    return not moved and lead(text, words) and not SYMBOL.search(text) and not names_another(parts, words)


def names_another(parts: list[str], words: WordLists) -> bool:
    """Somebody other than the customer acts: 我们, 系统, 快递员; not when only spoken to (给我们打电话)."""
    for at, word in enumerate(parts):
        acts = (
            word.endswith((*words["旁人"], *words["旁人的字尾"]))
            or word in words["客户"]
            or DEPARTMENT.fullmatch(word)
        )
        spoken_to = word != "人" and _spoken_to(parts[:at], words)
        owns = at + 1 < len(parts) and parts[at + 1] in (*OWNED, *words["凭证"])
        if acts and not spoken_to and not owns:
            return True
    return False


def _spoken_to(before: list[str], words: WordLists) -> bool:
    """给工程师|…; 我们的工程师 and 仓库的同事 act themselves, 给我们的工程师 not."""
    if len(before) > 1 and before[-1] == "的" and before[-2].endswith((*words["我们"], *words["旁人"])):
        return _spoken_to(before[:-2], words)
    return bool(before) and before[-1] in words["介词"]


def asks(text: str, words: WordLists) -> bool:
    return words.any_in("疑问", text)


def when(text: str, words: WordLists) -> bool:
    """A time, a condition or a manner that stands between the customer and what is to be done."""
    if not text or text in words["时间词"]:
        return True
    if "," in text or deadline(text, words) or asks(text, words) or says_no(text):
        return False
    if text.startswith((*words["客户"], "只有", "除非")):
        return False
    if SPAN_OF_TIME.fullmatch(text):
        return not text.startswith(UNITS)
    tags = tagged(text)
    if text.endswith(("的时候", "时", "后", "以后", "之后", "的话", "那天", "当天", "期间")):
        return tags[0][0] not in (*words["客气"], *words["旁人"]) and not words.any_in("可行", text)
    if text.endswith(PLACES):
        return all(word not in words["旁人"] and tag[0] in "nfsrm" for word, tag in tags)
    return all(
        word not in (*words["旁人"], *DYNASTIES)
        and (tag in ("t", "f", "m", "q", "d", "ad") or word.isdecimal())
        for word, tag in tags
    ) and not any(word in words["必须"] or word in words["不作时间"] for word, _ in tags)


def occasion(text: str, words: WordLists) -> bool:
    """A time, a deadline or a condition, past ones too."""
    past = all(word in words["过去"] for word, _ in tagged(text))
    return past or when(text, words) or deadline(text, words)


def says_no(text: str) -> bool:
    return any(word in ("不", "没", "没有", "别", "不会", "不能") for word, _ in tagged(text))


def deadline(text: str, words: WordLists) -> bool:
    if not text:
        return True
    if "," in text or " " in text or asks(text, words) or says_no(text):
        return False
    tags = tagged(text)
    if tags[0][1] == "q":  # 材料|款周五前
        return False
    if text.endswith(("之前", "以前", "前", "之内", "以内", "内", "期间")):
        told = any(word in words["转述"] for word, _ in tags)
        acts = tags[0][0] in words["旁人"] or (
            len(tags) > 1 and len(tags[0][0]) > 1 and tags[1][0] in words["旁人"]
        )
        return not acts and not told and not _late_time(tags)
    return (
        tags[0][1] == "p"
        and tags[0][0] not in ("把", "将", "给", "被")
        and tags[-1][1] in ("n", "ns", "nz", "nt", "s", "f", "r", "t", "m", "nr")
    )


def _is_thing(at: int, word: str, tag: str) -> bool:
    """Jieba calls 本书 a pronoun in 这几本书."""
    named = tag[:1] == "n" or (at > 0 and tag == "r" and len(word) > 1)
    return named and not SPAN_OF_TIME.fullmatch(word)


def _late_time(tags: tuple[tuple[str, str], ...]) -> bool:
    """Whether a thing or a person stands before the time: 物业费月底前 is a topic and a deadline."""
    things = (at for at, (word, tag) in enumerate(tags) if _is_thing(at, word, tag))
    first = next(things, len(tags))
    return any(tag in ("t", "m") or SPAN_OF_TIME.fullmatch(word) for word, tag in tags[first + 1 : -1])
