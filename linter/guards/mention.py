"""Guards about words that are only mentioned: quoted, taught, named."""

from __future__ import annotations

from functools import lru_cache

from linter.context import SMALL, Context
from linter.expressions import Expression
from linter.normalise import plain

TELLER = (
    "(?:客户|顾客|用户|业主|乘客|旅客|住户|患者|家属|家长|学员|会员|买家|对方|客人|[他她]们?|骑手|快递员|司机|保[安洁]|店[员家]|[商卖]家|厂家|来电者?|机主|投诉人|先生|女士|师傅|同事"
    "|护士|医生|网友|工单|系统|页面|短信)"
)
TELLING = (
    "(?:自述|口述|自称|诉称|说|称|讲|表示|反映|反馈|反应|抱怨|投诉|告知|提到|提出|指出|认为|觉得|回复|回答|问|写|评论|留言|描述|强调"
    "|质疑|显示|提示)[着了过道]?(?!的)"
)
REPORT = Expression(
    rf"{TELLER}[^。!?;\n]{{0,12}}?(?<![没不]){TELLING}(?:[^。!?;,\n]{{0,12}}(?:,(?:也|还|又|而且)[^。!?;,\n]{{0,4}})?|[:,]\s*[“\"]?[^。!?;,\n]{{0,12}})$"
    rf"|你们?(?:刚才|刚刚|之前)?(?:说|讲|提到|反映)(?:的是)?$"
)
SAYER = Expression(f"{TELLER}$")
OWN_WORDS = Expression("你们?[说讲]你们?[不没]")
NOTE = Expression(rf"^\s*(?:{TELLER}|回访|来电|备注|诉求|问题描述|客户原话|原话|摘要|投诉内容)\s*:")
SAYING = "(?:说|讲|用|回复?|答|写|出现|提到?|使用|表达)"
TAUGHT = Expression(
    "(?:不要|不能|不可以?|不得|不许|不应该?|不该|不宜|不准|不再|别|少|从不|绝不|尽量不|而不是|而非)"
    rf"[^,。!?;\n]{{0,8}}?{SAYING}[^。!?;\n]{{0,8}}$"
    r"|(?:切勿|请勿|勿|严禁|禁止|杜绝|切忌|忌|避免|拒绝|代替|取代|而不是|而非)[^。!?;\n]{0,10}$"
)
LABEL = Expression(
    "(?:禁用语?|忌语|禁语|禁忌语?|禁止用语|反面例子|反面案例|反例|错误示范|错误示例|错误说法|错误|不规范|不合格|不当用语|违规用语|违规"
    "|负面用语|敏感词|反面|不合规|扣分项?|差评|红线用语|红线|雷区|(?:改写|纠错|话术|用语)(?:练习|训练|作业|题|对照)|(?:考试|判断|选择|单选|多选)题)"
    "[^。!?\n]{0,12}[:?][^。]*$|[×✗❌].*$"
)
SAY_INSTEAD = Expression(
    "^[”\"」』’']?\\s*(?:[,(]?(?:应|要|请|可以?|建议)?(?:改为|改成|换成|改说|应改为|替换为)|→|->"
    "|(?:等|之类|这类|这种|这样|的)*(?:禁语|忌语|的话|用语|字眼|话术|说法|词语?|字样|回复|回答|态度))"
)
QUOTES = {"“": "”", '"': '"', "「": "」", "『": "』", "‘": "’", "《": "》", "'": "'"}


def exception(context: Context) -> bool:
    """您不知道密码也没关系: the words are part of an exception the rule names."""
    start, end = context.hit.span.start, context.hit.span.end
    return any(
        context.plain.find(words, max(0, end - len(words)), start + len(words)) >= 0
        for words in _spelled(context.hit.rule.exceptions)
    )


def quoted(context: Context) -> bool:
    """客户反映师傅说没办法处理: others are quoted."""
    return (
        _in_quotes(context)
        or _told(context)
        or bool(REPORT.search(context.before) or NOTE.match(context.line_before))
    )


def _told(context: Context) -> bool:
    """家属说|说不懂, 您说您不懂英文: the words themselves begin with who says so."""
    sayer = SAYER.search(context.before) or context.left in ("你", "你们")
    of_others = context.said[:1] in ("说", "讲", "称") and sayer
    return bool(of_others or OWN_WORDS.match(context.said))


def taught(context: Context) -> bool:
    """培训要点，请勿回答我不知道: an example of what not to say."""
    return bool(
        TAUGHT.search(context.before) or LABEL.search(context.line_before) or SAY_INSTEAD.match(context.after)
    )


@lru_cache(maxsize=256)
def _spelled(exceptions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(plain, exceptions))


def _in_quotes(context: Context) -> bool:
    text, span = context.plain, context.hit.span
    for opening, closing in QUOTES.items():
        start = text.rfind(opening, 0, span.start)
        if start < 0 or text.find(closing, span.end) < 0:
            continue
        if opening == closing:
            inside = text.count(opening, 0, span.start) % 2 == 1
        else:
            inside = text.find(closing, start, span.start) < 0
        if inside and SMALL.sub("", text[:start] + text[text.find(closing, span.end) :]):
            return True
    return False
