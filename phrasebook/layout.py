"""The one description of rule files: every key, what it may hold and what it is for.

The checks and the JSON Schema are both made from it, so a new key is a new row here (and a line in `building`).
"""

from __future__ import annotations

from phrasebook.shapes import Choice, Field, Flag, Many, Named, Number, Record, Words

VERSION = 1

TEXT = Words()
ID = Words(r"[a-z0-9]+(-[a-z0-9]+)*", "小写字母、数字和连字符，例如 not-my-job")
GROUP = Words(r"[^{}\[\]…\s]+", "不带空格和 { } [ ] … 的一个词")

SEVERITY = Choice(
    {
        "error": "错误：质检判不合格，不能发送",
        "warning": "警告：应该改写",
        "hint": "提示：请再想一想",
    }
)
JUDGE = Choice(
    {
        "always": "只要说了就算（不写就是这个）",
        "alone": "只有整句回复就是它，或者一条不客气的短回复以它开头时才算，例如“喂”“不在”",
        "refusal": "看语气：直接说算，道歉、解释或给出办法后再说只作提示，例如“没办法”",
    }
)
ABOUT = Choice(
    {
        "agent": "说的是客服自己（不写就是这个）：话里没有主语、前面是“您”“客户”时放过",
        "customer": "说的是客户：没有主语或主语是“您”才算，前面是“我”或别人时放过",
        "anyone": "不管说的是谁都算",
    }
)
SLOT_TYPE = Choice(
    {
        "person": "人的姓名或称呼",
        "title": "职务",
        "staff-number": "工号",
        "time": "时间",
        "date": "日期",
        "duration": "多长时间",
        "place": "地点",
        "company": "公司或部门名称",
        "product": "产品或业务名称",
        "phone": "电话号码",
        "reason": "事由",
        "question": "问题",
        "text": "其他文字",
    }
)

DOCUMENT = Field("document", ID, "出自哪份文件：documents 里的 id；不写就是本词库自拟")
SECTION = Field("section", TEXT, "文件里的章节，例如 语言规范(3) > 禁忌语")

PHRASE = Record(
    "phrase",
    "禁语",
    (
        Field("text", TEXT, "不能说的话，照文件原文写", required=True),
        DOCUMENT,
        SECTION,
        Field("forms", Many(TEXT), "查找时用的说法：{组名} 是同义词组，[…] 里的可有可无，… 是一小段任意文字"),
    ),
    short="text",
)
ALTERNATIVE = Record(
    "alternative",
    "替代说法",
    (
        Field("use", ID, "用批准语：approved 里的 id"),
        Field("say", TEXT, "自己写的说法，它本身不能触犯任何规则"),
    ),
    short="say",
    one_of=("use", "say"),
)
EXAMPLE = Record("example", "例句", (Field("text", TEXT, "一句完整的客服回复", required=True),), short="text")

_EXTENSIBLE = (
    Field("phrases", Many(PHRASE), "不能说的话；只写一句文字就是本词库自拟的说法"),
    Field("alternatives", Many(ALTERNATIVE), "应该怎么说，最好的放最前面"),
    Field("exceptions", Many(TEXT), "例外：落在这些文字里面的不算，例如 不归属于"),
    Field("without", Many(TEXT), "这条规则不用的放行理由（huashu explain 里的名字）"),
    Field("bad", Many(EXAMPLE), "一定要查出来的例句"),
    Field("good", Many(EXAMPLE), "一定不能误报的例句，最好是差一点就犯规的"),
)
_MUST = {"phrases": 1, "alternatives": 1, "bad": 1, "good": 1}

RULE = Record(
    "rule",
    "规则",
    (
        Field("id", ID, "永久的编号，例如 not-my-job，定了就不再改", required=True),
        Field("title", TEXT, "一句话说清楚是什么毛病", required=True),
        Field("scenario", TEXT, "场景，例如 推诿、不耐烦", required=True),
        Field("severity", SEVERITY, "有多严重", required=True),
        Field("judge", JUDGE, "什么情况下才算"),
        Field("about", ABOUT, "说的是谁"),
        Field("why", TEXT, "写给客服的一句话：客户听了会怎么想", required=True),
        Field("pattern", ID, "帮得上忙的句型：understand、can-you、you-can 或 in-order-to"),
        *(
            Field(each.name, Many(each.shape.of, _MUST[each.name]), each.about, required=True)
            if isinstance(each.shape, Many) and each.name in _MUST
            else each
            for each in _EXTENSIBLE
        ),
    ),
)
CHANGE = Record(
    "change",
    "改动",
    (
        Field("id", ID, "要改动哪条规则", required=True),
        Field("off", Flag(), "true：停用这条规则"),
        Field("severity", SEVERITY, "换一个严重程度"),
        *_EXTENSIBLE,
    ),
    some_of=("off", "severity", *(each.name for each in _EXTENSIBLE)),
)
SLOT = Record(
    "slot",
    "空格",
    (
        Field("token", TEXT, "原文里占位的字，例如 XXX", required=True),
        Field("name", TEXT, "要填什么，例如 姓名", required=True),
        Field("type", SLOT_TYPE, "填的是哪一类", required=True),
    ),
)
APPROVED = Record(
    "approved",
    "批准语",
    (
        Field("id", ID, "永久的编号", required=True),
        Field("text", TEXT, "应该说的话，照文件原文写", required=True),
        Field("scenario", TEXT, "场景，例如 等待、投诉", required=True),
        DOCUMENT,
        SECTION,
        Field("slots", Many(SLOT), "要填的空，按在句子里出现的次序"),
        Field("note", TEXT, "给培训师的说明，例如原文的印误"),
    ),
)
SITUATION = Record(
    "situation",
    "情景",
    (
        Field("id", ID, "永久的编号", required=True),
        Field("number", Number(), "文件里的序号", required=True),
        Field("title", TEXT, "什么情景", required=True),
        DOCUMENT,
        SECTION,
        Field("approved", Many(ID), "该说的话：approved 里的 id"),
        Field("banned", Many(TEXT), "不能说的话，照文件原文写"),
        Field("actions", Many(TEXT), "要做的事"),
        Field("misconduct", Many(TEXT), "不能做的事"),
        Field("note", TEXT, "给培训师的说明"),
    ),
)
REWORDING = Record(
    "rewording",
    "改写例子",
    (
        Field("before", TEXT, "生硬的说法", required=True),
        Field("after", TEXT, "礼貌的说法", required=True),
    ),
)
TRIAL = Record(
    "trial",
    "改写测试",
    (
        Field("before", TEXT, "生硬的说法", required=True),
        Field("after", TEXT, "应该改成的说法；不写就是应该原样留着"),
    ),
)
FORM = Record(
    "form",
    "改写格式",
    (
        Field("name", TEXT, "这个格式叫什么", required=True),
        Field("find", TEXT, "认出生硬的说法：<做> 是空，{组} 是 words 里的词表，[…] 可有可无", required=True),
        Field("say", TEXT, "礼貌的说法，用同样的空", required=True),
        Field("sure", Number(most=100), "有多大把握，1 到 100", required=True),
        Field("examples", Many(TRIAL), "例子，就是它的测试"),
    ),
)
PATTERN = Record(
    "pattern",
    "句型",
    (
        Field("id", ID, "understand、can-you、you-can 或 in-order-to", required=True),
        Field("number", Number(), "文件里的序号", required=True),
        Field("name", TEXT, "句型，例如 你能……吗", required=True),
        Field("when", Many(TEXT, 1), "什么时候用，照文件原文写", required=True),
        Field("effects", Many(TEXT), "有什么好处，照文件原文写"),
        Field("replaces", Many(TEXT), "代替哪些说法，照文件原文写"),
        Field("models", Many(TEXT), "示范句，照文件原文写"),
        DOCUMENT,
        SECTION,
        Field("examples", Many(REWORDING), "文件里的改写例子，照原文写"),
        Field("forms", Many(FORM), "怎么认出生硬的说法、改成这个句型"),
        Field("tails", Many(FORM), "改写之后，紧跟着的一小句怎么改"),
        Field("openings", Many(FORM), "从客户的话或备注里认出情形，回复该怎么开头"),
    ),
)
FILE = Record(
    "file",
    "规则文件",
    (
        Field("version", Number(allowed=(VERSION,)), "格式的版本，现在是 1", required=True),
        Field("documents", Named(TEXT, "文件", ID), "引用的文件：id 和名称"),
        Field(
            "groups",
            Named(Many(TEXT, 1), "同义词组", GROUP),
            "同义词组：组名和组里的词，在 forms 里写作 {组名}",
        ),
        Field("rules", Many(RULE), "规则"),
        Field("changes", Many(CHANGE), "对前面几层（例如内置规则）的改动"),
        Field("approved", Many(APPROVED), "批准语：应该说的话"),
        Field("situations", Many(SITUATION), "情景：该说什么、不能说什么、要做什么"),
        Field("patterns", Many(PATTERN), "句型"),
        Field("words", Named(Many(TEXT, 1), "词表", GROUP), "词表：在句型的 find 和 say 里写作 {词表名}"),
    ),
)
