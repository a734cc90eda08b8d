"""Placeholders of the systems canned replies live in: found, and masked so that nothing matches across them.

    {{contact.name}} {%customer.fullName,fallback=x%} {!Contact.Name} {{{Recipient.Name}}} #{ticket.id}
    %{ticket.name} ${客户姓名} <attribute key="…"/> #客户昵称# %NICKNAME% [客户昵称] {买家昵称} 【客户姓名】
    [[给坐席的说明]] --8<---   XXX ____ *** ××

A bracket is a placeholder only round a known field name: 【温馨提示】 is a heading and [玫瑰] an emoji.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from phrasebook.places import Span


class Kind(Enum):
    VARIABLE = "variable"  # a system fills it by its name
    FIELD = "field"  # a field name in brackets: some desks fill it, otherwise a person must
    BLANK = "blank"  # XXX, ____: only a person can fill it
    NOTE = "note"  # words for the agent, to be deleted


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`name` is what a variable or field is called, without its marks, filters and fallback."""

    kind: Kind
    span: Span
    name: str = ""


_OWNER = "客户|顾客|买家|用户|会员|访客|收件人|收货人|联系人|客服|坐席|座席|卖家|店铺|商家|商品|产品|订单|公司|品牌|快递|物流"
_NOUN = "姓名|昵称|名称|名字|称呼|全名|姓|名|账号|帐号|电话|手机号|手机|地址|工号|编号|号码|单号|号|型号|规格|链接|公司"
_THING = "日期|时间|金额|数量|价格|天数|城市|门店|活动|优惠券|验证码|密码"
_FIELD = (
    rf"(?:(?:{_OWNER})的?(?:{_NOUN}|{_THING})|(?:姓名|昵称|称呼|工号|订单号|快递单号|运单号|手机号|订单编号))"
)
_LOOSE_FIELD = rf"(?:{_FIELD}|{_OWNER}|{_NOUN}|{_THING})"


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when the first sign of a placeholder is met: it costs a tenth of a small check."""
    return re.compile(
        r"(?P<note>\[\[[^\[\]\n]{1,200}\]\]|-{2,}8<-{2,})"
        r"|(?P<variable>\{\{\{[^{}\n]{1,200}\}\}\}|\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}?%\}|\{![^{}\n]{1,200}\}"
        r"|[#%$]\{[^{}\n]{1,200}\}|<attribute\b[^<>]{0,200}>|%[A-Z][A-Z0-9_]{2,30}%"
        rf"|\#{_FIELD}\#)"
        rf"|(?P<field>【{_FIELD}】|\[{_LOOSE_FIELD}\]|\{{{_LOOSE_FIELD}\}}|<{_FIELD}>|[〔〈《]{_FIELD}[〕〉》])"
        r"|(?P<blank>(?<![A-Za-z0-9])[Xx](?:[ ]?[Xx]){1,9}(?![A-Za-z0-9])|(?<=[0-9])[Xx]{2,4}(?=[年月日号元])|×(?:[ ]?×){1,9}|(?<![\d×])[□○]{2,10}"
        r"|(?<![A-Za-z0-9_＿])(?:[_＿]{3,40}(?![_＿])|[_＿]{2}(?![A-Za-z0-9_＿]))|(?<![0-9A-Za-z*])\*(?:\*{2,9}|(?:[ ]\*){2,9})(?![0-9A-Za-z*])"
        r"|[【\[(（]\s*[Xx×*]{1,6}\s*[】\])）]|[【\[]\s*(?:请?填写?[^】\]\n]{0,8}|待填写?)\s*[】\]])"
    )


# Every placeholder holds one of these; most replies hold none.
_SIGNS = re.compile(r"[{}【\[#%$<_＿×□○*〔〈《]|[Xx][ Xx]|-8<|填")
_NAME = re.compile(r"""[\w.\-/一-鿿]+""")
_KEY = re.compile(r"""key\s*=\s*["']?([^"'\s>]+)""")
NOUN = "某"  # a Han character that no phrase holds and no neighbour makes a word with


def placeholders_of(text: str) -> tuple[Placeholder, ...]:
    if not _SIGNS.search(text):
        return ()
    return tuple(
        Placeholder(Kind(match.lastgroup), Span(*match.span()), _name(match))
        for match in _pattern().finditer(text)
    )


def mask(text: str, opaque: tuple[Span, ...], hidden: tuple[Span, ...]) -> str:
    """The text as it is matched, of the same length: a neutral noun for each opaque stretch, spaces for hidden."""
    if not opaque and not hidden:
        return text
    characters = list(text)
    for spans, stand_in in ((hidden, " "), (opaque, NOUN)):
        for span in spans:
            for at in range(span.start, span.end):
                if characters[at] != "\n":
                    characters[at] = stand_in
    return "".join(characters)


def unmask(said: str, covered: tuple[str, ...]) -> str | None:
    """A suggestion with the placeholders it was made around put back; None where one got lost."""
    for original in covered:
        stand_in = "".join(character if character == "\n" else NOUN for character in original)
        before, found, after = said.partition(stand_in)
        if not found:
            return None
        said = before + original + after
    return said


def _name(match: re.Match[str]) -> str:
    """contact.name of {{ contact.name | fallback: "…" }}, 客户姓名 of 【客户姓名】."""
    if match.lastgroup not in ("variable", "field"):
        return ""
    inside = match.group()
    key = _KEY.search(inside) if inside.startswith("<attribute") else _NAME.search(inside)
    return (key.group(1) if key and key.re is _KEY else key.group() if key else "").strip()
