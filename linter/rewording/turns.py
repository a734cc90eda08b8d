"""Who says what in a text: the agent's reply, and what is known of the customer from a note or the last turn."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phrasebook.places import Span

TURN = re.compile(  # on a line of its own or after a sentence: 客户:怎么还没到!客服:我查一下。
    r"(?:^|(?<=[。！!？?；;…～~]))[ \t\u3000]*[【\[]?([^\s:：,，。！!？?；;…～~【】\[\]]{1,8})[】\]]?[ \t]*[:：][ \t]*",
    re.MULTILINE,
)
CUSTOMER = "(?:孩子|学生)家长|客户|顾客|用户|买家|乘客|旅客|患者|病人|家属|业主|来电人|来电者|对方|客人|储户|学员|家长|车主|住户|玩家|市民|居民|村民|租客|租户|考生"
CUSTOMERS = re.compile(rf"^(?:{CUSTOMER})+\d*(?:先生|女士|小姐)?$")
AGENTS = re.compile(
    r"^(?:客服|坐席|座席|话务员|接线员|专员|工程师|网管|卖家|商家|店家|店员|店长|导购|服务员|前台|顾问|物业|管家|银行|柜员|营业员|医院|护士|医生|酒店|快递|快递员|学校|老师|售后|售前|平台|热线|调度|接待|主管|经理|我|我方|回复|答复)\d*(?:小.|员|代表)?$"
)
BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】\n]{2,60})[)）\]】]\s*[,，:：。]?\s*")
ANSWER = r"\s*(?:客服|坐席|回复)[:：]\s*"
REMARK = re.compile(
    r"(?:备注|说明|情况|客户情绪)[:：]" rf"(?:([^\n]{{2,80}}?){ANSWER}|([^。！!\n]{{2,60}})[。！!\n]\s*)"
)
ABOUT_CUSTOMER = re.compile(
    rf"{CUSTOMER}|会员|学生|情绪|备注|来电|阿姨|大爷|大妈|老人|先生|女士|着急|生气|激动|投诉|不满|发火"
)
NARRATED = re.compile(
    rf"(?:[这该那]位?)?(?:{CUSTOMER})(?![,，的:：]|们的|经理|服务|代表|资料|信息|编号|别|不[要能许得]|必须|务必|请|得)[^,，。！!？?;；\n ]{{2,40}}(?:[,，。！!;；\n ]+\s*)"
)
SUFFERED = re.compile(
    rf"(?:{CUSTOMER})[^,，。:：]{{0,8}}(?:等|催|打|跑|排|因为)[^,，。:：]*[:：]\s*"
)  # 客户等了很久：
REPORTED = re.compile("(?:说|称|反映|表示)[他她]|不能|不可以|不许|必须")  # told to a colleague, or a rule
NOTES = re.compile(r"^(?:备注|说明|小结|情况|客户情绪|记录)$")
MOOD_LAST = re.compile(  # 生产线停了半天，客户急得不行。
    rf"[^,，。！!？?;；:：\n]{{3,24}}[,，](?:{CUSTOMER})[^,，。:：\n]{{0,6}}(?:急|气|火|不满|投诉|着急|生气|激动)[^,，。:：\n]{{0,6}}[。！!\n]\s*"
)
ENDED = re.compile(r"[。！!]\s*$")
GOES_ON = re.compile(
    r"(?!你|您|我|咱|请|把|帮|先|那|好(?!几)|马上|稍|麻烦|给|必须|得|要(?!投诉|举报|曝光|求|个?说法)|赶|快(?!递|件|餐)|别|不要|提供|发(?!票|货|火|烧|现|错|脾气)|报(?!告|警|销|名)|亲)(?:[^,，。！!？?;；:：\n ]|[:：](?=\d)){2,40}[,，。！!;；:：\n ]+\s*"
)
ROUND = {
    "我们": "您",
    "俺们": "您",
    "咱们": "您",
    "咱": "您",
    "俺": "您",
    "我": "您",
    "你们": "我们",
    "您们": "我们",
    "你": "我们",
    "您": "我们",
}
PRONOUN = re.compile("|".join(ROUND))


@dataclass(frozen=True, slots=True)
class Exchange:
    """The agent's reply by its place in the text, and what is known of the customer, in words said to them.

    Of the reply, the first `aside` characters are a note that is not for sending.
    """

    reply: Span
    known: str = ""
    aside: int = 0


def read(text: str) -> Exchange:
    """The last agent turn of a transcript, or the whole text; surrounding blanks are not part of it."""
    turns = [found for found in TURN.finditer(text) if _is_a_turn(found.group(1))]
    ours = [at for at, found in enumerate(turns) if AGENTS.match(found.group(1))]
    if any(CUSTOMERS.match(found.group(1)) for found in turns) and not ours:
        return Exchange(Span(0, 0))
    if not ours:
        return _with_note(text, _trimmed(text, Span(0, len(text))))
    last = ours[-1]
    end = turns[last + 1].start() if last + 1 < len(turns) else len(text)
    exchange = _with_note(text, _trimmed(text, Span(turns[last].end(), end)))
    said = _said_before(text, turns, last)
    return Exchange(exchange.reply, exchange.known or said, exchange.aside)


def _is_a_turn(who: str) -> bool:
    return any(kind.match(who) for kind in (CUSTOMERS, AGENTS, NOTES))


def _said_before(text: str, turns: list[re.Match[str]], ours: int) -> str:
    """The customer's last words, turned round (我等了三天 is 您等了三天), or a note."""
    if not ours:
        noted = text[: turns[0].start()].strip()  # 客户要投诉快递丢件。回复:…
        return noted if ABOUT_CUSTOMER.search(noted) else ""
    if AGENTS.match(turns[ours - 1].group(1)):
        return ""
    said = text[turns[ours - 1].end() : turns[ours].start()].strip()
    if NOTES.match(turns[ours - 1].group(1)):
        return said
    return PRONOUN.sub(lambda found: ROUND[found.group()], said)


def _with_note(text: str, reply: Span) -> Exchange:
    note = BRACKETED.match(text, reply.start, reply.end) or REMARK.match(text, reply.start, reply.end)
    if note and ABOUT_CUSTOMER.search(note.group()):
        return Exchange(reply, note.group(note.lastindex or 0), note.end() - reply.start)
    narrated = NARRATED.match(text, reply.start, reply.end) or MOOD_LAST.match(text, reply.start, reply.end)
    suffered = SUFFERED.match(text, reply.start, reply.end)
    if suffered and suffered.end() < reply.end:
        return Exchange(reply, suffered.group(), suffered.end() - reply.start)
    if not narrated or REPORTED.search(narrated.group()):
        return Exchange(reply)
    ends = [narrated.end()]
    while (more := GOES_ON.match(text, ends[-1], reply.end)) and not ENDED.search(text, 0, ends[-1]):
        ends.append(more.end())
    end = max((each for each in ends if each < reply.end), default=reply.start)
    return Exchange(reply, text[reply.start : end], end - reply.start)


def _trimmed(text: str, span: Span) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.end - len(inside) + len(inside.rstrip())))
