"""A linter of four phrases with fixed suggestions, so that tests of the screen depend on no rule and no grammar."""

import re

from linter.finding import Finding, Place, Suggestion
from phrasebook.model import (
    Alternative,
    Example,
    Pattern,
    Phrase,
    Phrasebook,
    Recommendation,
    Rewording,
    Rule,
    Severity,
    Situation,
    Slot,
    Source,
)
from phrasebook.places import Location, Span

AT = Location("rules.yaml", 3, 5)
OURS = Source()
PRINTED = Source("服务规范", "忌语")


def rule(id, scenario, severity, phrase, *instead):
    return Rule(
        id, f"{scenario}：{phrase}", scenario, severity, "客户会觉得没人愿意帮他。",
        (Phrase(phrase, PRINTED, AT),), tuple(Alternative(each, OURS, AT) for each in instead),
        (Example(phrase, AT),), (Example("您好", AT),), AT,
    )  # fmt: skip


def phrase(id, text, scenario, *slots):
    found = [
        Slot(token, name, "text", Span(text.index(token), text.index(token) + len(token)))
        for token, name in slots
    ]
    return Recommendation(id, text, scenario, PRINTED, AT, tuple(found))


RULES = (
    rule(
        "not-my-job", "推诿", Severity.ERROR, "这事不归我管", "这件事我来帮您处理", "我马上请负责的同事联系您"
    ),
    rule("i-dont-know", "不知情", Severity.ERROR, "我不知道", "我马上帮您核实"),
    rule("you-must", "命令口吻", Severity.WARNING, "你必须", "请您"),
    rule("perhaps", "含糊", Severity.HINT, "大概", "预计"),
)
PHRASES = (
    phrase("hello", "您好，我是XXX", "问候", ("XXX", "姓名")),
    phrase("wait", "请稍等，我马上为您查询", "等待"),
    phrase("sorry", "很抱歉让您久等了", "等待"),
    phrase("call-back", "**先生，我**点前给您回电话", "回电", ("**", "姓氏")),
)
SITUATIONS = (
    Situation("s-1", 1, "客户投诉", PRINTED, AT, ("sorry",), ("你投诉也没用",), ("记下电话",)),
    Situation("s-2", 2, "听不清", PRINTED, AT, ("wait",)),
)
PATTERNS = (
    Pattern("understand", 1, "我理解……", ("客户激动时",), PRINTED, AT),
    Pattern("can-you", 2, "你能……吗", ("代替“你必须”",), PRINTED, AT, (Rewording("你必须来", "你能来吗", PRINTED, AT),)),
    Pattern("you-can", 3, "你可以……", ("办不到时",), PRINTED, AT),
    Pattern("in-order-to", 4, "为了……", ("说明原因时",), PRINTED, AT),
)  # fmt: skip


class ScreenLinter:
    """Finds the phrases letter by letter. `slowness` is the time a check takes, in seconds."""

    def __init__(self, rules=RULES, slowness=0.0):
        self.phrasebook = Phrasebook(rules, PHRASES, SITUATIONS, PATTERNS)
        self.slowness = slowness
        self.checks = 0
        self.is_warm = False

    def warm(self):
        self.is_warm = True

    def check(self, text):
        self.checks += 1
        if self.slowness:
            import time

            time.sleep(self.slowness)
        hits = [
            (hit, each) for each in self.phrasebook.rules for hit in re.finditer(each.phrases[0].text, text)
        ]
        return tuple(self._finding(hit, each) for hit, each in sorted(hits, key=lambda pair: pair[0].span()))

    def rewrite(self, text):
        must = re.search("你必须(.+?)(?=。|$)", text)
        return (Suggestion(Span(*must.span()), f"您能{must[1]}吗？", "can-you", safe=True),) if must else ()

    def _finding(self, hit, each):
        span = Span(*hit.span())
        made = tuple(
            Suggestion(span, one.text, safe=each.severity is not Severity.HINT, source="本词库自拟")
            for one in each.alternatives
        )
        return Finding(
            each, each.severity, span, hit.group(), hit.group(), "exact", "《服务规范》忌语",
            Place(1, span.start + 1), Place(1, span.end + 1), lambda finding: made,
        )  # fmt: skip
