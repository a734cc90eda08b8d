"""How a sentence pattern's forms are written: `find` and `say` strings and the elements they are made of.

`{名}` is any word of the list 名, `<做>` a slot (a stretch of the draft of a known kind), `<做:告知>` one that holds
a word of the list 告知, `<做:非告知>` one that holds none, `<做:始告知>` one that begins with one, `<做:告知:非早>` both; `[…]` is what may be absent, `,` the
border of two clauses. A `find` that begins with `^` fits only where the sentence begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SLOTS = {
    "前": "句首的话：话题、称呼、条件，照样留在句首",
    "话题": "同“前”，用在没有写明客户的句子里：里面不能有别的做事的人，例如 我们、系统",
    "时间": "时间、频率、方式等修饰语，例如 明天上午、以后、收货后",
    "时机": "同“时间”，用来说下一次：昨天、上次一类的词不留下",
    "期限": "期限或地点，例如 周五之前、在柜台",
    "做": "客户要做（或不要做）的事",
    "知会": "同“做”，填进句子时“我”变成“我们”，例如 通知我",
    "动作": "同“做”，但开头一定要是动词，或者“把、用、先……”",
    "步骤": "我们要先做的事",
    "事": "一件事，以动词开头，例如 给您退款",
    "帮办": "我们为客户办的事；填进句子时没有“给、帮”的加上“帮您”，例如 退款",
    "物": "一样东西、一个人或者一个部门",
    "情形": "一种情形，例如 发生问题",
    "拒绝": "一句拒绝的话，例如 我们不能退现金",
    "办不到": "一句“做不成”，例如 查不到订单；填进句子时变成 查到订单",
    "帮不成": "同“办不到”，填进句子时再加上“帮您”，例如 修不好 变成 帮您修好",
    "难办": "一件现在还不能办的事，例如 现在不能退款、订单查不到；填进句子时变成 帮您退款、帮您查到订单",
    "事由": "客户遇到的事，例如 等了三天；填进句子时“我”变成“您”",
    "随便": "任意一段话",
}
MAIN_NAME = re.compile(r"[^0-9]+")
PIECE = re.compile(r"<([^<>:]+)((?::[^<>:]+)*)>|\{([^{}]+)\}|(\[)|(\])|(,)|([^<>{}\[\],]+)|(.)", re.DOTALL)


class NotationError(ValueError):
    """A `find` or `say` that can't be read; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class Literal:
    """These very characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Any word of a list."""

    name: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A slot. `label` tells two of one kind apart (做, 做2).

    It holds a word of each list in `having`, none of those in `lacking`, and begins with one of each in `opening`.
    """

    label: str
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        found = MAIN_NAME.match(self.label)
        return found.group() if found else self.label


@dataclass(frozen=True, slots=True)
class Maybe:
    """What may be absent."""

    elements: tuple[Element, ...]


Element = Literal | Listed | Blank | Maybe


FIRST = "^"


def parse(text: str) -> tuple[Element, ...]:
    """The elements of a `find` or `say`. Raises NotationError."""
    stack: list[list[Element]] = [[]]
    for label, lists, listed, opening, closing, comma, literal, stray in PIECE.findall(text):
        if opening:
            stack.append([])
        elif closing:
            if len(stack) == 1:
                raise NotationError("多了一个 ]")
            inside = tuple(stack.pop())
            stack[-1].append(Maybe(inside))
        elif stray:
            raise NotationError(f"多了一个 {stray}")
        elif label:
            stack[-1].append(_blank(label, lists.split(":")[1:]))
        else:
            stack[-1].append(Listed(listed) if listed else Literal(comma or literal))
    if len(stack) > 1:
        raise NotationError("[ 没有配上 ]")
    return tuple(stack[0])


def _blank(label: str, lists: list[str]) -> Blank:
    plain = tuple(each for each in lists if each[:1] not in "非始")
    return Blank(label, plain, _marked(lists, "非"), _marked(lists, "始"))


def _marked(lists: list[str], mark: str) -> tuple[str, ...]:
    return tuple(each[1:] for each in lists if each.startswith(mark))


def flat(elements: tuple[Element, ...]) -> Iterator[Literal | Listed | Blank]:
    """The elements with those inside `[…]`, in order."""
    for element in elements:
        if isinstance(element, Maybe):
            yield from flat(element.elements)
        else:
            yield element


def borders(elements: tuple[Element, ...]) -> int:
    """How many borders of clauses a `find` crosses; one inside `[…]` doesn't count."""
    return sum(isinstance(each, Literal) and each.text == "," for each in elements)
