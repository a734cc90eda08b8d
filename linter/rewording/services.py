"""What we do for the customer, in words said to them: 帮您退款, 给您开通, 让您入住."""

from __future__ import annotations

import re

from linter.rewording import wording
from linter.rewording.lists import WordLists
from linter.rewording.phrasing import as_matter, as_said
from linter.rewording.refusals import NOT_DONE
from linter.rewording.wording import tagged

FOR_CUSTOMER = re.compile(r"[给帮为替向]|您")
AT_ONCE = re.compile(r"^(?:当场|当天|现在就?|今天就|今天|今晚|马上|立刻|立即|立马|尽快|这么快|直接|还)+")
NOW = re.compile("现在|这会儿|目前|暂时|眼下|今天|还|都")
GIVES = re.compile("^给(?=处理|答复|回复|意见|结果|结论|说法|方案|报价|解释|准信)")
OWNER = re.compile("^[你您]们?(?:的|(?=[这那]))")
ON_THE_WAY = ("到", "去", "过来", "赶到", "上门")
HANDED = ("交车", "交房", "交货", "回电", "回复", "答复", "报价", "放款", "派人", "派单", "派工")
FOR_ALL = ("公布", "公示", "发布", "合闸", "割接", "上线")  # not for one customer
PAYS = re.compile("(?<=^)赔$|(?<=给您)赔$")
NO_THINGS = ("d", "p", "c", "r", "u")
PLACE = ("台", "厅", "处", "口", "店", "里", "上", "网")
SHORT_OBJECT = 2  # characters: 解|冻
GIVING = ("打", "退", "寄", "发", "送")
TIMES = ("t", "m", "q")


def as_service(text: str, words: WordLists) -> str:
    """What we do for the customer: 马上退款 is 帮您退款, 给你退款 is 给您退款."""
    return _for_customer(AT_ONCE.sub("", as_matter(text, words)), words)


def as_done_service(text: str, words: WordLists) -> str:
    """What we get done for the customer: 修不好 is 帮您修好."""
    return _for_customer(as_done(text, words), words)


def _for_customer(said: str, words: WordLists) -> str:
    """What the customer does is made possible (让您入住), the rest is done for them (帮您退款)."""
    if said.startswith((*ON_THE_WAY, "让")):
        return said
    if said.startswith(words["客户自己办"]):
        return f"让您{said}"
    said = GIVES.sub("给您", said)
    if said.startswith(HANDED) and not FOR_CUSTOMER.search(said):
        return f"给您{said}"
    if said.startswith("赔您"):
        return f"给您赔{said.removeprefix('赔您') or '付'}"
    if said.startswith("赔"):
        return f"给您{PAYS.sub('赔付', said)}"
    if said.startswith(FOR_ALL):
        return said
    return PAYS.sub("赔付", said) if FOR_CUSTOMER.search(said) else f"帮您{said}"


def as_done(text: str, words: WordLists) -> str:
    """查不到订单 is 查到订单; a thing named first follows its verb or 把: 电表校不了 is 校电表, 贷款批不下来 is 把贷款批下来."""
    found = NOT_DONE.match(NOW.sub("", wording.without_particles(text)))
    if not found:
        return as_said(text, words)
    before, verb, how, after = found.groups()
    *earlier, verb = wording.words_of(before + verb)
    done = verb + ("" if how in ("了", "来") else how)
    earlier = [word for word in earlier if word not in ("会", "就")]
    return wording.to_customer(_in_order(AT_ONCE.sub("", "".join(earlier)), done, after, result=done != verb))


def _in_order(before: str, done: str, after: str, *, result: bool) -> str:
    """你的卡|解|冻 is 给您的卡解冻, 天然气这两天|通 is 这两天通天然气; `result` when the verb tells how it ends (找到)."""
    thing, time = _without_time(OWNER.sub("", before))
    if not thing:
        return f"{time}{done}{after}"
    named = thing[0] in "这那" or not tagged(thing)[0][1].startswith(NO_THINGS)
    short = len(done) == 1
    if done == "给":
        return f"{time}把{thing}给{after or '您'}"
    if after in ("您", "你") and done in GIVING:
        return f"{time}把{thing}{done}给您"
    if after:
        of_a_thing = named and tagged(thing)[-1][1] == "n" and not thing.endswith(PLACE)
        theirs = OWNER.match(before) or (short and (of_a_thing or len(after) < SHORT_OBJECT))
        return f"{time}给您的{thing}{done}{after}" if theirs else f"{thing}{time}{done}{after}"
    if short and thing.startswith(done):  # 退款|退
        return f"{time}给您{thing}"
    if not named:
        return f"{thing}{time}{done}"
    if done in GIVING:
        return f"{time}把{thing}{done}给您"
    return f"{time}把{thing}{done}" if result and not short else f"{time}{done}{thing}"


def _without_time(text: str) -> tuple[str, str]:
    """A thing and the time said after it: 天然气|这两天."""
    parts = list(tagged(text)) if text else []
    rest = len(parts)
    while rest and (parts[rest - 1][1] in TIMES or parts[rest - 1][0] == "这"):
        rest -= 1
    return "".join(word for word, _ in parts[:rest]), "".join(word for word, _ in parts[rest:])
