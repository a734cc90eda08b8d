"""What a slot took from the draft, put into the polite sentence."""

from __future__ import annotations

import re

from linter.rewording import wording
from linter.rewording.following import continuation
from linter.rewording.lists import WordLists
from linter.rewording.turns import CUSTOMER
from linter.rewording.wording import tagged

BROKEN = re.compile("是([碎坏破错脏湿裂])的$")  # 杯子是碎的 is 杯子碎了
TAG = re.compile("[您你]$|(?:是吧|对吧|是吗|对吗)$")
SUBJECT = re.compile(
    rf"^(?:让|害|因为|由于|我?知道)?(?:我们的?|(?:[这该那]位?)?(?:{CUSTOMER})|您(?![的家爸妈爷奶孩儿女老父母手电车卡账房]))+(?!的)(?:因为|由于)?"
)
STILL = re.compile("了.*(?<![坏丢断没错破])了$")  # 等了三天了 is 等了三天
SO_OFTEN = re.compile("[次天年月周时钟回遍趟]了$")  # 报障五次了
CAME_TO_BE = re.compile("(?<![没])([换改搬升加减增添停])了(?=.)")  # 换了联系人 is 换联系人
MOOD = re.compile("(?:很|非常|特别|十分|挺)(?:急|着急|生气|不满|恼火|失望|激动)$")  # 等了一个小时很急
ALREADY = re.compile(
    r"^(?:说(?!.{1,2}就)|称|反映|反馈|投诉|抱怨|表示)?[:：]?(?:但是?|可是?)?(?:因为|由于|因)?(?:很|非常|特别|十分)?(?:担心|害怕|嫌|对(?![方面不话讲着]))?(?:都已经|已经|都)?(?:自己)?(?:平白无故|无缘无故|无故|莫名其妙)?"
)
TO_ME = re.compile("(?<=[发传报])我(?=$)|(?<=过来)我(?=看看?$)")  # 单号发我, 发过来我看
LISTED_BAN = re.compile("、(?:别|不能|不许|不准|不可以)")
PRESSING = re.compile(
    r"(?:^|(?<=,))(?:给我(?=[往去回到]|[写填存停放]到)|给我们?(?=把|将|马上|立刻|立即|等|说清|解释|听|回来|过来|停|滚|老实))"
)
BY_FORCE = re.compile(
    "(?<=[^,])给我(?=(?:写|说|讲|关|收|搬|挪|移|开|拿|撤|倒|擦|签|填|看|听|弄|打扫|清理)[^,]{0,1}(?:清楚|明白|好|完|掉|干净|走|开|齐)|(?:停|放|搬|挪|拿|送|退)(?:到|回|去))"
)
MYSELF = re.compile(r"我(?!们)")
TELLS_WHOM = re.compile("(?<=通知)$|(?<=告诉)$|(?<=告知)$|(?<=联系)$")
HARM = {"丢": "丢失", "丢了": "丢失", "坏了": "损坏", "断了": "中断"}  # 为了避免丢失
THEIR = re.compile("[他她]们?")
HOME = re.compile(rf"^(?:{CUSTOMER})(?=的|家(?!属|长|人))")  # 业主家漏水
NOT_YET = re.compile("还不(?=[发到送来退修派给])")  # 还不发货 said by us
YET = re.compile("^([^却]{1,6})却")
EARLY = re.compile(r"^早(?=[说讲来报打告通反联问做])")


def as_action(text: str, words: WordLists) -> str:
    first, *more = text.split(",")
    parts = [
        wording.without_emphasis(part) for part in (first, *(continuation(each, words) for each in more))
    ]
    parts = [TO_ME.sub("给我", LISTED_BAN.sub("、不要", wording.softened(part))) for part in parts]
    return wording.to_customer(wording.with_deadline(BY_FORCE.sub("", PRESSING.sub("", ",".join(parts)))))


def as_notice(text: str, words: WordLists) -> str:
    """What to tell us next time: 通知我 and 通知 are 通知我们, 早说 is 早点说."""
    return TELLS_WHOM.sub("我们", MYSELF.sub("我们", EARLY.sub("早点", as_action(text, words))))


def as_occasion(text: str, words: WordLists) -> str:
    """When to do it next time: 收货的时候; that it was 昨天 is of no use."""
    return "" if all(word in words["过去"] for word, _ in tagged(text)) else as_said(text, words)


def as_case(text: str, words: WordLists) -> str:
    """A case that may come again: 昨天系统报警 is 系统报警."""
    parts = list(tagged(text))
    while len(parts) > 1 and parts[0][1] == "t" and len(parts[0][0]) > 1:
        parts.pop(0)
    return as_said(CAME_TO_BE.sub(r"\1", "".join(word for word, _ in parts)), words)


def as_deadline(text: str, words: WordLists) -> str:
    inside = wording.DEADLINE.search(text) and not text.startswith(("在", "于", "到", "截止"))
    return wording.to_customer(f"在{text}" if inside else text)


def as_said(text: str, words: WordLists) -> str:
    return wording.to_customer(wording.without_particles(text))


def as_time(text: str, words: WordLists) -> str:
    return as_said(text, words).removesuffix("就")


def as_matter(text: str, words: WordLists) -> str:
    said = wording.without_emphasis(text)
    return wording.to_customer(
        wording.softened(said) if "把" in said else HARM.get(said, wording.without_done(said))
    )


def as_trouble(text: str, words: WordLists) -> str:
    """What happened to the customer, after 您: 客户都等了三天了 is 等了三天."""
    said = BROKEN.sub(r"\1了", HOME.sub("您", THEIR.sub("您", text)))
    said = NOT_YET.sub("还没", YET.sub(r"\1", said))
    said = TAG.sub("", MOOD.sub("", wording.without_particles(said)))
    said = wording.DONE.sub("", said) if STILL.search(said) or SO_OFTEN.search(said) else said
    return _suffered(ALREADY.sub("", SUBJECT.sub("", wording.to_customer(said))))


def _suffered(said: str) -> str:
    """What was done to the customer's things: 把您卡冻结了 is 您卡被冻结了."""
    if not said.startswith("把"):
        return said
    tags = tagged(said[1:])
    verb = max((at for at, (_, tag) in enumerate(tags) if tag.startswith("v")), default=0)
    while verb > 1 and tags[verb - 1][1].startswith(("v", "d", "a")):
        verb -= 1
    parts = [word for word, _ in tags]
    return "".join((*parts[:verb], "被", *parts[verb:])) if verb else said
