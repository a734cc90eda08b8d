"""Reasons for the agent to read a finished rewording before it is sent: it is offered, but not applied unseen."""

from __future__ import annotations

import re

ORDER_LEFT = re.compile(
    r"(?:得先|要先|必须先)[^,?]*您能|只能您|您(?:能|可以)(?:就(?!近|地|医|诊|餐|读|业)|只能|还?得|必须)|,[^,?]{0,6}[也还都](?:要|得)[^,?了]*吗\?"
)
ORDER_INSIDE = re.compile(  # 您能搬家具要走货梯吗
    r"您能[^,?]{1,14}(?<![不需只主想重必首说们])要(?![求点是紧闻件么])[^,?]*[,?]"
    r"|您(?:能|可以)[^,?。]*(?:必须|务必|赶紧|一定要|得先)|您能(?:您|我们?|的|了|吗|才|就|也|不(?![要用]))"
)
KEPT_ORDER = re.compile(
    r"^(?:[^,]{0,6}(?<![个特区分级告])(?:别|不许|不准)[^急担着人的处墅名家].*|[^,]{1,6}不要[^急担着紧].*|[改换去等找打].*吧|.*的话.*再.*|(?:周.|星期.|[今明后]天|[上下]午)+再?交(?!给您|货|付).*)$"
)
CUSTOMERS_DEED = re.compile(r"我们会(?:先)?(?:直接)?[寄退带拿送交传搬拍填抱][^,?的]{0,3}来(?!的)")
PROMISED_TIME = re.compile(
    r"为了[^,]*(?:今天|今晚|明天|[上下]午|晚上|[0-9一二两三四五六七八九十][点号](?:[前后]|$|,))"
)
FINISHING = re.compile(r",[^,]{1,2}完吗\?")  # 您能先查一下监控,查完吗
ASKED_TWICE = re.compile("您能提供一下([^,?吗]{2,}?)吗.*您能[^?]*\\1")
SIGNS = (ORDER_LEFT, ORDER_INSIDE, CUSTOMERS_DEED, FINISHING, ASKED_TWICE)
REPROACH = re.compile(r"(?:应该|应当|该)[^,]*,(?:现在|都|已经)[^,]*了(?:,|。|!|$)")


def doubts(before: str, after: str, kept: tuple[str, ...]) -> bool:
    """Whether the rewording may say what the draft didn't: an order left over, somebody else's deed, a time refused."""
    return (
        any(sign.search(after) for sign in SIGNS)
        or any(KEPT_ORDER.match(clause) for clause in kept)
        or ("为了" not in before and bool(PROMISED_TIME.search(after)))
        or (bool(REPROACH.search(before)) and "下次" not in after)
    )
