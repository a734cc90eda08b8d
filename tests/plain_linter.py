"""A linter of three phrases and one rewording, so that tests of files and formats depend on nothing else."""

import re

from linter.finding import Finding, Place, Suggestion
from phrasebook.model import Alternative, Example, Phrase, Phrasebook, Rule, Severity, Source
from phrasebook.places import Location, Span

AT = Location("rules.yaml", 3, 5)
OURS = Source()
PRINTED = Source("服务规范", "忌语")


def rule(id, title, scenario, severity, why, phrase, instead):
    return Rule(
        id, title, scenario, severity, why,
        (Phrase(phrase, PRINTED, AT),), (Alternative(instead, OURS, AT),),
        (Example(phrase, AT),), (Example("您好", AT),), AT,
    )  # fmt: skip


JOB = rule("not-my-job", "推诿", "推诿", Severity.ERROR, "客户会觉得被推开了。", "不归我管", "我来帮您处理")
KNOW = rule(
    "i-dont-know", "不知情", "不知情", Severity.WARNING, "客户会觉得没人懂。", "我不知道", "我帮您核实"
)
WAIT = rule("perhaps", "含糊", "含糊", Severity.HINT, "客户想听准话。", "大概", "预计")
RULES = (JOB, KNOW, WAIT)


class PlainLinter:
    """Finds the phrases letter by letter; the suggestion for a warning still has a blank."""

    phrasebook = Phrasebook(rules=RULES)

    def __init__(self, instead=None):
        self.instead = instead or {}

    @classmethod
    def load(cls, *paths, builtin=True):
        return cls()

    def check(self, text):
        hits = [(hit, each) for each in RULES for hit in re.finditer(each.phrases[0].text, text)]
        return tuple(
            self._finding(text, hit, each) for hit, each in sorted(hits, key=lambda hit: hit[0].span())
        )

    def _finding(self, text, hit, each):
        span = Span(*hit.span())
        instead = self.instead.get(each.id, each.alternatives[0].text)
        suggestion = Suggestion(span, instead, safe=each.severity is Severity.ERROR)
        return Finding(
            each, each.severity, span, hit.group(), hit.group(), "exact", "《服务规范》忌语",
            Place(1, 1), Place(1, 1), lambda finding: (suggestion,),
        )  # fmt: skip
