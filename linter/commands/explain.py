"""`huashu explain`: a rule in full, or what became of every candidate in a text."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from linter.commands.arguments import Parser
from linter.commands.books import add_books, book_of, linter_of
from linter.entries.audit import RULES as AUDIT
from linter.reporters.look import SEVERITY_NAMES, harmless
from phrasebook.model import About, Judge, Phrasebook, Rule
from phrasebook.problems import did_you_mean

_JUDGES = {
    Judge.ALWAYS: "说了就算",
    Judge.ALONE: "只有整条回复就这一句时才算",
    Judge.REFUSAL: "看上下文：光这一句按原级别，后面带着动作又有缓和的只是提示",
}
_EPILOG = """例如：
  huashu explain not-my-job
  huashu explain --text "这个我不知道呢"           这句话为什么被标出，或者为什么放过
  huashu explain --text "您不知道也没关系" i-dont-know"""


def parser() -> Parser:
    parser = Parser("explain", "讲清一条规则；或者讲清一句话里每个可疑之处的来历和去向。", _EPILOG)
    parser.add_argument("rule", nargs="?", metavar="RULE", help="规则编号；配 --text 时只讲这条规则")
    parser.add_argument("--text", metavar="TEXT", help="要讲清的一句话")
    add_books(parser)
    return parser


def main(arguments: list[str]) -> int:
    options = parser()
    chosen = options.parse_args(arguments)
    if chosen.rule is None and chosen.text is None:
        options.error('要写规则编号，或者 --text "一句话"')
    linter = linter_of(chosen) if chosen.text is not None else None
    phrasebook = linter.phrasebook if linter else book_of(chosen)
    rules = {rule.id: rule for rule in (*phrasebook.rules, *AUDIT)}
    if chosen.rule is not None and chosen.rule not in rules:
        near = did_you_mean(chosen.rule, rules)
        sys.stderr.write(f"没有“{chosen.rule}”这条规则{near}；huashu rules 列出全部\n")
        return 2
    if linter is None:
        lines = _rule(rules[chosen.rule], phrasebook)
    else:
        from linter.commands.verdicts import verdict_lines

        lines = verdict_lines(linter, chosen.text, chosen.rule)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _rule(rule: Rule, phrasebook: Phrasebook) -> Iterator[str]:
    yield f"{rule.title}  [{rule.id}]"
    yield f"级别：{SEVERITY_NAMES[rule.severity]}    场景：{rule.scenario}"
    if rule.phrases:
        about = "说坐席自己时才算（没有主语也算）" if rule.about is About.AGENT else "说谁都算"
        yield f"判断：{_JUDGES[rule.judge]}；{about}"
    yield f"原因：{rule.why}"
    yield from _listed("禁语：", (f"{phrase.text}    {phrase.source}" for phrase in rule.phrases))
    yield from _listed("改说：", (f"{each.text}    {each.source}" for each in rule.alternatives))
    for pattern in phrasebook.patterns:
        if pattern.id == rule.pattern:
            yield f"句式：{pattern.name}（huashu rewrite 可以试）"
    yield from _listed("放过：", rule.exceptions)
    yield from _listed("会标出：", (example.text for example in rule.bad))
    yield from _listed("不会标出：", (example.text for example in rule.good))
    if rule.phrases:
        yield f"写在：{rule.at}"


def _listed(title: str, items: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    lines = [f"  · {harmless(item)}" for item in items]
    if lines:
        yield title
        yield from lines
