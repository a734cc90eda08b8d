"""Small changes that make words taken from a draft fit a polite sentence. Each leaves facts alone."""

from __future__ import annotations

import re
from functools import lru_cache

from linter import tokens

QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\"|《[^》]*》)")
CUSTOMER = (
    (re.compile(r"你们(?=几[位个]|[两二三]位)"), "您"),
    (re.compile(r"(?:你们?|您们)[俩两]个?"), "您二位"),
    (
        re.compile(
            r"[你您]们(?=[A-Za-z]*部|财务|会计|技术|采购|机房|部门|前台|仓库|人事|行政)|(?:^|(?<=[,。]))[你您]们(?=物业)"
        ),
        "贵方",
    ),
    (
        re.compile(
            r"[你您]们(?=小区|车间|员工|司机|电工|物业|工程师|负责人|值班主任|主任|领导|班长|组长|会计|主管|经理|老板|同事|法人|股东|家人|孩子|院长|校长|店长|厂长)"
        ),
        "您的",
    ),
    (re.compile(r"[您你]们?(?=村|镇|乡|县|街道|片区)"), "您所在的"),
    (re.compile(r"[您你]们?妈(?!妈)"), "您母亲"),  # 您妈 sounds like a curse
    (re.compile(r"[您你]们?爸(?!爸)"), "您父亲"),
    (re.compile(r"[你您]们(?=公司|单位|银行|医院|学校|酒店|工厂|店)"), "贵"),
    (re.compile(r"[你您]们|妳们?|(?<!迷)你"), "您"),
)
PARTICLES = re.compile(
    r"(?:(?<!是)(?:啊|呀|吧|哦|噢|喔|哈|嘛|呢|啦|哟|咯|喽|哇|诶|欸|(?<!花)呗)|听到没有?|知道吗|知道没有?|懂吗|听见没有?|明白吗)+$"
)
JUST_SO = re.compile(r"(?:(?:就|才)(?:行|可以|好|对|是|成)了?|再说|为止|得了|算了|完事)$")
DONE = re.compile(r"(?<!坏)(?<![^弄搞][丢断破碎漏堵裂停没])(?<!不见)(?<!私)了$")  # 空调坏了 tells a state
NOMINAL = (
    "收",
    "拍",
    "不了",
    "发",
    "买",
    "带",
    "开",
    "吃",
    "喝",
    "坐",
    "住",
    "挂",
    "用",
    "选",
    "换",
    "拿",
    "穿",
    "订",
    "装",
    "写个",
    "下载",
    "改成",
    "换成",
)
OWN = ("本人", "自己", "别人", "您", "你")
FIRST_THEN = re.compile("先.+再.+的")
FIRM = ("清楚", "好", "齐", "全", "干净", "早", "明白", "对")
DEADLINE = re.compile(r"(?:之前|以前|前|之内|以内|内|期间)$")
FIRST_DEADLINE = re.compile(
    r"^(?:[0-9零一二两三四五六七八九十半几个本下今明后周月日号年天星期点分钟小时午晚早上中工作底初末/:.：\-]|礼拜|下班|上班|放学|开学|上课|下课|考试|入住|退房|睡觉|出发|登机|发车|开会|起飞|关门|打烊)+?(?:之前|以前|前|之内|以内|内)(?!往|去|台|面|容)"
)
RESULT = tuple("掉混丢错坏脏湿完好破碎断散乱光满紧牢齐清对全")  # what came of it needs no 一下: 搞混
WHERE = tuple("上下里外中内边旁")  # 停在通道上 ends with its place
REMOVING = tuple("删剪拆扔撕切砸丢倒停关退撤卸摘")  # done, they leave nothing: 删掉
WHETHER = re.compile("是不是|有没有|是否|什么|怎么|哪|多少")  # 看看空开是不是跳了
TORN_OFF = "机"  # 把手|机关|了
LOOK = re.compile(
    r"^((?:先|再|自己|提前)?[看查])(?=说明|短信|手册|合同|公告|邮件|页面|官网|账单|订单|单号|通知|规则|条款|日志|余额|物流|指示灯|标签)"
)
SOLO = {"等": "稍等一下", "等着": "稍等一下", "等等": "稍等一下", "等一下": "稍等一下", "等会": "稍等一会儿", "等会儿": "稍等一会儿",
        "说": "说一下", "看": "看一下", "查": "查一下", "问": "问一下", "试": "试一下", "改": "改一下", "签": "签一下", "讲": "讲一下"}  # fmt: skip
SAID_TWICE = re.compile(r"^(您(?:这|那|的|家)[^,。?]*?)您能")
A_BIT = re.compile("(不要[^,?。]{0,4})一下(?=[吗,])")  # 不要乱试 needs none
WAITED_FOR = re.compile("((?:您可以|会先)等[^,?]*[到好完])了(?=吗|,)")  # 等配件到了吗
AGAIN = re.compile("会先再(?=[^,])")
CAME = re.compile("^(下次[^,]{0,6}[换改搬][^,]{1,6})了(?=您)")  # 下次换手机号了您能
SO = re.compile("^(?:所以|因此)(?=您)")
REPEATED = re.compile(r"(您能|您|能|先|请|在|到(?!到[达站])|把|给|吗|下次|一下|尽快|马上|再|不要)\1")


def to_customer(text: str) -> str:
    """你 and 你们 become 您; what stands in quotation marks is left as it was said."""
    return "".join(part if at % 2 else _respect(part) for at, part in enumerate(QUOTED.split(text)))


def _respect(text: str) -> str:
    for pattern, replacement in CUSTOMER:
        text = pattern.sub(replacement, text)
    return text


def without_particles(text: str) -> str:
    """The text without the particles at its end: 把单号发过来啊 is 把单号发过来."""
    return PARTICLES.sub("", text)


def without_emphasis(text: str) -> str:
    """A thing to be done without what only adds weight at its end: …才行, …就行了, …的."""
    before = ""
    while before != text:
        before = text
        text = JUST_SO.sub("", without_particles(text))
    return _without_modal_de(text) or before


def _without_modal_de(text: str) -> str:
    """的 that only insists goes (要提前预约的), 的 that stands for a thing stays (买原装的, 装新的)."""
    if FIRST_THEN.fullmatch(text):
        return text[:-1]
    if not text.endswith("的") or "是" in text or "哪" in text:
        return text
    word, tag = tagged(text[:-1])[-1] if text[:-1] else ("", "")
    if (tag == "t" and not word.endswith(("来", "去"))) or word in OWN:  # 挂明天的, 填您本人的
        return text
    names_thing = (tag[:1] in "abz" and len(word) < 3) or (
        tag[:1] in "nmkq" and (text.startswith(NOMINAL) or text[:-1].removesuffix(word).endswith(NOMINAL))
    )
    compatible = tag == "v" and len(word) == 2 and text[:-1].removesuffix(word) in NOMINAL  # 用兼容的
    chosen = (names_thing or compatible) and word not in FIRM and any(verb in text for verb in NOMINAL)
    return text if chosen else text[:-1]


def softened(action: str) -> str:
    """了 at the end of an order becomes 一下 after a single verb (把押金交了) and goes elsewhere."""
    if action in SOLO:
        return SOLO[action]
    action = LOOK.sub(r"\1一下", action)
    if not DONE.search(action) or WHETHER.search(action) or action.endswith(("为了", "除了", "不了", "得了")):
        return action
    bare = action[:-1]
    if len(bare) == 1 and bare in REMOVING:
        return f"{bare}掉"
    last = words_of(bare)[-1].removeprefix(TORN_OFF) if bare else ""
    if "把" not in action or len(last) != 1 or last in RESULT or last in WHERE:
        return bare
    return bare + ("掉" if last in REMOVING else "一下")


def without_done(action: str) -> str:
    """A thing to be done without the 了 of one that was: 修好了 is 修好."""
    if WHETHER.search(action):
        return action
    return action[:-1] if DONE.search(action) and not action.endswith(("为了", "除了", "不了")) else action


def with_deadline(action: str) -> str:
    """周五之前付款 is 在周五之前付款."""
    return f"在{action}" if FIRST_DEADLINE.match(action) else action


def without_repeats(text: str) -> str:
    """One of two equal words that met where two pieces were joined, no second 您 after 您这个箱子, no 一下 for a ban, no 了 for what is waited for."""
    text = AGAIN.sub("会再", text)
    text = CAME.sub(r"\1", SO.sub("", WAITED_FOR.sub(r"\1", text)))
    return SAID_TWICE.sub(r"\1能", A_BIT.sub(r"\1", REPEATED.sub(r"\1", text)).replace("先不要先", "先不要"))


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    return tokens.words(text)


@lru_cache(maxsize=1024)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    return tokens.tagged(text)
