"""Reasons to let a hit pass: the words are there, but nobody is told off with them.

Each guard is a function of the hit's context; its docstring shows a reply it lets pass. A rule switches one
off with `without: [name]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from linter import tokens
from linter.context import PARTICLES, Context
from linter.likeness import PERSONS
from linter.normalise import plain
from phrasebook.model import About, Judge

SHORT = 3  # forms up to this many sounds are often a part of other words
GUESSABLE = 4  # up to this many sounds a wrong character may be another word

ASIDE = "(?:那边|这边|自己|这里|那里|本人)?$"
SPEAKER = re.compile("(?:我们?|咱们?|俺|本人|小妹)" + ASIDE)
CUSTOMER = re.compile(
    "(?:你们?|大家|各位|亲|客户|顾客|用户|业主|乘客|旅客|住户|患者|病人|家属|家长|学员|会员|买家|客人|先生|女士)"
    + ASIDE
)
OTHERS = re.compile(
    "(?:他们?|她们?|它们?|别人|有人|谁|卖家|商家|厂家|仓库|快递|物流|供应商|老人|孩子|宝宝|小孩|长辈|朋友|家人|对方|店家|师傅|司机"
    "|骑手|老师|医生|护士|大夫|保安|门卫|房东|租客|邻居|网友|经理|主管|老板|领导|专家|顾问|爱人|老公|老婆|父母|妈妈|爸爸|同学|学生"
    "|机主|车主|户主|同事|客服|系统|很多人|人|员|者|方|家)" + ASIDE
)
CONDITION = re.compile(
    "如果|要是|若|假如|假使|倘|万一|一旦|只要|除非|即使|即便|哪怕|就算|无论|不论|有时候|怕|担心|以为"
)
CONDITION_AFTER = re.compile("的话|的时候|时候?[可请再也我]|时$|而")
NEGATION = re.compile(
    "(?:不会|不可能|不是|并非|绝不|决不|没有?|从不|从没|不至于|怎么会|怎么能|怎能|哪会|岂会|哪能|不敢|避免|防止|以免|免得|省得|不存在|没人会?|没有人会?|不能|不该|不应该?|别|不想|不让|不再|不用)(?:让?[你您他]们?|再|出现|存在)*$"
)
ASKED_TWICE = re.compile("是不是$|能不能$|会不会$|要不要$")
TELLING = "(?:自述|口述|自称|诉称|说|称|讲|表示|反映|反馈|反应|抱怨|投诉|告知|提到|提出|指出|认为|觉得|回复|回答|问|写|评论|留言|描述|强调|质疑|显示|提示)[着了过道]?(?!的)"
TELLER = "(?:客户|顾客|用户|业主|乘客|旅客|住户|患者|家属|家长|学员|会员|买家|对方|客人|[他她]们?|来电者?|机主|投诉人|先生|女士|师傅|同事|护士|医生|网友|工单|系统|页面|短信)"
REPORT = re.compile(
    rf"{TELLER}[^。!?;\n]{{0,12}}?{TELLING}(?:[^。!?;,，\n]{{0,12}}|[:：,，]\s*[“\"]?[^。!?;,，\n]{{0,12}})$"
    rf"|你们?[^。!?;,，\n]{{0,6}}?{TELLING}[^。!?;,，\n]{{0,4}}$"
)
NOTE = re.compile(
    "(?:^|\n)\\s*(?:客户|顾客|用户|业主|买家|乘客|来电人?|备注|诉求|问题描述|客户原话|原话|摘要|投诉内容)\\s*[::][^\n]*$"
)
SAYING = "(?:说|讲|用|回复?|答|写|出现|提到?|使用|表达)"
TAUGHT = re.compile(
    f"(?:不要|不能|不可以?|不得|不许|不应该?|不该|不宜|不准|不再|别|少|从不|绝不|尽量不|而不是|而非)[^。!?;\n]{{0,8}}?{SAYING}[^。!?;\n]{{0,8}}$"
    "|(?:切勿|请勿|勿|严禁|禁止|杜绝|切忌|忌|避免|拒绝|代替|取代|而不是|而非)[^。!?;\n]{0,10}$"
    "|(?:禁用语?|忌语|禁语|禁忌语?|禁止用语|反面例子|反面案例|反例|错误示范|错误示例|错误说法|错误|不规范|不合格|不当用语|违规用语|违规|负面用语|敏感词"
    "|反面|不合规|扣分项?|差评)[^。!?\n]{0,8}[::][^。\n]*$|[×✗❌][^\n]*$"
)
SAY_INSTEAD = re.compile(
    "^[”\"」』’']?\\s*(?:[,,(]?(?:应|要|请|可以?|建议)?(?:改为|改成|换成|改说|应改为|替换为)|→|->|(?:等|之类|这类|这种|这样|的)*(?:禁语|忌语|的话|用语|字眼|话术|说法|词语?|字样|回复|回答|态度))"
)
QUOTES = {"“": "”", '"': '"', "「": "」", "『": "』", "‘": "’", "《": "》", "'": "'"}
ASKING = re.compile(
    "是否|是不是|(.)不\\1|(.)没\\2|哪|什么|怎|几|多少|谁|吗|呢|没$|没有|能否|可否|满意|喜欢|方便|愿意|介意|不$|还是|为何|如何"
)
ADDRESSED = re.compile(
    "^(?:你|是否|是不是|能不能|可不可以|可否|能否|方便|有没有|这[样个]|大家|各位|明天|后天|今天|哪)"
)
PLACES = re.compile(
    "^(?:的|之)?(?:地方|之处|问题|内容|部分|事项|地儿|点|环节|步骤|细节|可以?(?:随时)?[问联找咨]|请?随时|尽管|欢迎|都可以|也没关系|没关系|也不要紧|也可以|就问|就联系)|^的(?:可以|请|话|您|你|随时|欢迎|时候|情况|客户|顾客|用户|朋友)"
)
ANYTHING = re.compile("(?:有|哪里|哪儿|什么|任何|哪些|若|如)(?:还)?$|有(?:什么|任何|哪里|哪些)?$")
COMPLEMENT = re.compile("[看听说讲读写认分辨记想搞弄印拍录照讲讲显数问查算]$")
OBJECT = re.compile(
    "(?:帮|给|为|替|跟|和|与|对|向|陪|教|请|麻烦|劳烦|辛苦|让|叫|建议|推荐|提醒|通知|带|送|祝|希望|感谢|谢谢)(?:一下)?$"
)
HALF_QUESTION = re.compile("(?:是不是|是否|会不会|有没有|难道)$")
NEVER_MIND = re.compile(
    "^[^。!?;\n]{0,10}?[也都]?(?:没关系|很正常|正常的|不要紧|没事|不用担心|别担心|可以理解|不奇怪|不丢人)"
)
WHATEVER = re.compile("^.{0,6}(?:多|怎|什么|谁|哪|几|是不是|是否|如何|有没有).*[都也]")
WE_WOULD_NOT = re.compile("^会?(?:不|没|让|忽悠|欺?骗|害|坑|亏待|丢下|扔下|拿你)")
ASKED = re.compile("^[了的]?(?:吗|么|嘛|没有|没|不|呢)?[??]|^[了的]?(?:吗|么)")

Guard = Callable[[Context], bool]


def exception(context: Context) -> bool:
    """这个不归属于保修范围: the words are part of an exception the rule names."""
    span = context.hit.span
    for words in map(plain, context.hit.rule.exceptions):
        at = context.plain.find(words, max(0, span.start - len(words) + 1))
        while 0 <= at < span.end:
            if at <= span.start and span.end <= at + len(words):
                return True
            at = context.plain.find(words, at + 1)
    return False


def word(context: Context) -> bool:
    """我没空调遥控器: the words are parts of others, 没空 of 没 and 空调."""
    hit = context.hit
    if hit.length > SHORT or hit.rule.judge is Judge.ALONE:
        return False
    edges = {span.start for span in context.words} | {context.clause.end}
    return not {hit.span.start, hit.span.end} <= edges


def typo(context: Context) -> bool:
    """两地步行十分钟: what would be a slip for 不行 is a word of its own."""
    hit = context.hit
    whole = hit.length >= SHORT and not PARTICLES.sub("", context.subject) and not context.tail
    if not hit.wrong or hit.length > GUESSABLE or whole or hit.rule.judge is Judge.ALONE:
        return False
    return any(
        len(span) > 1 and span.start <= place < span.end and tokens.is_word(span.of(context.plain))
        for span in context.words
        for place in hit.wrong
    )


def a_not_a(context: Context) -> bool:
    """您看行不行: the words are the second half of a question."""
    said, left = context.said, context.left
    return said[:1] in ("不", "没") and len(said) > 1 and left.endswith((said[1], said[1:]))


def negated(context: Context) -> bool:
    """我们不会不管您的: the fault is denied."""
    left = context.subject
    if context.said.endswith("可能") and WE_WOULD_NOT.match(context.right):
        return True
    return bool(NEGATION.search(left)) and not ASKED_TWICE.search(left)


def subject(context: Context) -> bool:
    """您不知道密码也没关系: it is said of others than the rule speaks of."""
    hit, left = context.hit, context.subject
    if hit.rule.about is About.ANYONE or hit.first_person or context.said[:1] in PERSONS:
        return False
    if SPEAKER.search(left):
        return hit.rule.about is About.CUSTOMER
    if CUSTOMER.search(left):
        return hit.rule.about is About.AGENT
    return bool(OTHERS.search(left))


def condition(context: Context) -> bool:
    """要是不行我再帮您想办法: only if it should be so."""
    return bool(CONDITION.search(context.left) or CONDITION_AFTER.match(context.right))


def question(context: Context) -> bool:
    """您是不清楚怎么操作吗?: it is asked, not said."""
    hit = context.hit
    if hit.rule.judge is not Judge.REFUSAL or hit.first_person:
        return False
    if HALF_QUESTION.search(context.subject):
        return True
    return bool(ASKED.match(context.plain[hit.span.end :])) and not context.said.endswith("吗")


def indirect(context: Context) -> bool:
    """不知道您是否方便: a polite way to ask."""
    hit = context.hit
    if hit.rule.judge is not Judge.REFUSAL or hit.first_person:
        return False
    return bool(ADDRESSED.match(context.right) and ASKING.search(context.right))


def place(context: Context) -> bool:
    """有什么不清楚的地方随时问我: whatever may be so is welcome."""
    if context.hit.rule.judge is not Judge.REFUSAL:
        return False
    return bool(PLACES.match(context.right) or ANYTHING.search(context.subject))


def object_(context: Context) -> bool:
    """我帮您找别的同事: what is said of the customer is our own doing."""
    said, phrase = context.said, plain(context.hit.phrase.text)
    if context.right[:1] == "你" and "我" not in said and phrase.rstrip("的了吧呀!！?？。")[-1:] == "我":
        return True  # 这种小事也找您
    return said[:1] == "你" and bool(OBJECT.search(context.left))


def reassured(context: Context) -> bool:
    """您不懂这些术语很正常: the customer is told not to mind."""
    return bool(NEVER_MIND.match(context.after))


def whatever(context: Context) -> bool:
    """我不管多晚都会给您回复: come what may."""
    return context.said.endswith(("不管", "不论")) and bool(WHATEVER.match(context.right + context.after))


def complement(context: Context) -> bool:
    """照片有点看不清楚: the words complete a verb."""
    return context.said[:1] == "不" and context.hit.length <= SHORT and bool(COMPLEMENT.search(context.left))


def quoted(context: Context) -> bool:
    """客户称“你们不归我管”: others are quoted."""
    return _in_quotes(context) or bool(REPORT.search(context.before) or NOTE.search(_line_before(context)))


def taught(context: Context) -> bool:
    """请不要对客户说我不知道: an example of what not to say."""
    return bool(TAUGHT.search(context.before) or SAY_INSTEAD.match(context.after))


def _line_before(context: Context) -> str:
    start = context.plain.rfind("\n", 0, context.hit.span.start) + 1
    return context.plain[start : context.hit.span.start]


def _in_quotes(context: Context) -> bool:
    text, span = context.plain, context.hit.span
    for opening, closing in QUOTES.items():
        if opening == closing:
            inside = text.count(opening, 0, span.start) % 2 and closing in text[span.end :]
            start = text.rfind(opening, 0, span.start)
        else:
            start = text.rfind(opening, 0, span.start)
            inside = start >= 0 and closing not in text[start : span.start] and closing in text[span.end :]
        if inside and PARTICLES.sub("", text[:start] + text[text.find(closing, span.end) :]):
            return True
    return False


# In the order they are asked: the cheap ones first, jieba's words last.
GUARDS: Mapping[str, Guard] = MappingProxyType(
    {
        "exception": exception,
        "a-not-a": a_not_a,
        "complement": complement,
        "negated": negated,
        "subject": subject,
        "condition": condition,
        "question": question,
        "indirect": indirect,
        "place": place,
        "object": object_,
        "whatever": whatever,
        "reassured": reassured,
        "quoted": quoted,
        "taught": taught,
        "word": word,
        "typo": typo,
    }
)
NEED_WORDS = frozenset({"word", "typo"})
