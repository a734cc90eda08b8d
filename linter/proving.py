"""The phrasebook put to its own test: examples do what they say, and what we advise is itself clean."""

from __future__ import annotations

from collections.abc import Iterator

from linter.engine import Linter
from linter.finding import Finding
from linter.reporters.look import SEVERITY_NAMES
from phrasebook.model import Example, Pattern, Recommendation, Rule, Severity
from phrasebook.places import Location
from phrasebook.problems import Problem
from phrasebook.wording import quoted


def prove(linter: Linter) -> tuple[Problem, ...]:
    """Every line of the phrasebook that does not hold, in the order of files and lines."""
    phrasebook = linter.phrasebook
    problems: list[Problem] = []
    for rule in phrasebook.rules:
        problems += _of_rule(linter, rule)
    for recommendation in phrasebook.recommendations:
        problems += _of_recommendation(linter, recommendation)
    for pattern in phrasebook.patterns:
        problems += _of_pattern(linter, pattern)
    return tuple(sorted(set(problems)))


def _of_rule(linter: Linter, rule: Rule) -> Iterator[Problem]:
    for example in rule.bad:
        yield from _bad(linter, rule, example)
    for example in rule.good:
        for finding in linter.check(example.text):
            if finding.rule.id == rule.id and finding.severity >= min(rule.severity, Severity.WARNING):
                yield Problem(example.at, f"这条 good 例句不该查出来，却{_found(finding)}")
    for alternative in rule.alternatives:
        yield from _advice(linter, alternative.text, alternative.at, "替代说法")


def _bad(linter: Linter, rule: Rule, example: Example) -> Iterator[Problem]:
    findings = linter.check(example.text)
    if not any(finding.rule.id == rule.id for finding in findings):
        others = "、".join(dict.fromkeys(finding.rule.id for finding in findings))
        instead = f"，查出来的是 {others}" if others else ""
        yield Problem(
            example.at, f"这条 bad 例句没有被规则 {rule.id} 查出来{instead}：{quoted(example.text)}"
        )


def _of_recommendation(linter: Linter, recommendation: Recommendation) -> Iterator[Problem]:
    yield from _advice(linter, recommendation.text, recommendation.at, "批准语")


def _of_pattern(linter: Linter, pattern: Pattern) -> Iterator[Problem]:
    for example in pattern.examples:
        yield from _advice(linter, example.after, example.at, "句型例子改写后的说法")


def _advice(linter: Linter, text: str, at: Location, kind: str) -> Iterator[Problem]:
    for finding in linter.check(text):
        if finding.severity >= Severity.WARNING:
            yield Problem(at, f"{kind}{quoted(text)}自己犯了规：{_found(finding)}")


def _found(finding: Finding) -> str:
    return f"查出{quoted(finding.text)}（规则 {finding.rule.id}，{SEVERITY_NAMES[finding.severity]}）"
