"""`huashu rules`: list the rules, filter them, count them by scenario."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from linter.commands.arguments import Parser, add_format, severity
from linter.commands.books import add_books, book_of
from linter.entries.audit import RULES as AUDIT
from linter.reporters.look import SEVERITY_NAMES, cells, harmless
from phrasebook.model import Rule
from phrasebook.problems import did_you_mean


def parser() -> Parser:
    parser = Parser("rules", "列出规则：编号、级别、场景、名称。")
    parser.add_argument("words", nargs="*", metavar="WORD", help="只列编号、名称、场景或禁语里有这个词的")
    parser.add_argument("--scenario", metavar="NAME", help="只列一个场景")
    parser.add_argument("--severity", type=severity, metavar="LEVEL", help="只列 error、warning 或 hint")
    parser.add_argument("--count", action="store_true", help="按场景统计规则和禁语")
    add_format(parser)
    add_books(parser)
    return parser


def main(arguments: list[str]) -> int:
    chosen = parser().parse_args(arguments)
    rules = (*book_of(chosen).rules, *AUDIT)
    scenarios = list(dict.fromkeys(rule.scenario for rule in rules))
    if chosen.scenario and chosen.scenario not in scenarios:
        near = did_you_mean(chosen.scenario, scenarios)
        sys.stderr.write(f"没有“{chosen.scenario}”这个场景{near}；有：{'、'.join(scenarios)}\n")
        return 2
    listed = [
        rule
        for rule in rules
        if (not chosen.scenario or rule.scenario == chosen.scenario)
        and (not chosen.severity or rule.severity is chosen.severity)
        and all(_speaks_of(rule, word) for word in chosen.words)
    ]
    write = _count if chosen.count else _json if chosen.format == "json" else _list
    sys.stdout.write(write(listed))
    return 0


def _speaks_of(rule: Rule, word: str) -> bool:
    told = (rule.id, rule.title, rule.scenario, *(phrase.text for phrase in rule.phrases))
    return any(word in each for each in told)


def _list(rules: Iterable[Rule]) -> str:
    rules = tuple(rules)
    widest = max((len(rule.id) for rule in rules), default=0)
    scenario = max((cells(rule.scenario) for rule in rules), default=0)
    lines = [
        f"{rule.id:<{widest}}  {SEVERITY_NAMES[rule.severity]}  {_padded(rule.scenario, scenario)}  {harmless(rule.title)}"
        for rule in rules
    ]
    return "".join(f"{line}\n" for line in (*lines, f"共 {len(rules)} 条规则"))


def _count(rules: Iterable[Rule]) -> str:
    rules = tuple(rules)
    counts = Counter(rule.scenario for rule in rules)
    phrases = Counter(dict.fromkeys(counts, 0))
    for rule in rules:
        phrases[rule.scenario] += len(rule.phrases)
    widest = max(map(cells, counts), default=0)
    lines = [
        f"{_padded(name, widest)}  {counts[name]:>3} 条规则  {phrases[name]:>4} 句禁语" for name in counts
    ]
    total = f"{_padded('合计', widest)}  {counts.total():>3} 条规则  {phrases.total():>4} 句禁语"
    return "".join(f"{line}\n" for line in (*lines, total))


def _json(rules: Iterable[Rule]) -> str:
    from linter.reporters.json_document import dumps

    return (
        dumps(
            [
                {
                    "id": rule.id,
                    "title": rule.title,
                    "scenario": rule.scenario,
                    "severity": rule.severity.name.lower(),
                    "why": rule.why,
                    "phrases": [phrase.text for phrase in rule.phrases],
                    "alternatives": [each.text for each in rule.alternatives],
                }
                for rule in rules
            ]
        )
        + "\n"
    )


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
