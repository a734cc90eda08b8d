"""Layers of rules: later ones add to, change or switch off what earlier ones said."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from phrasebook.building import Change
from phrasebook.model import Rule
from phrasebook.problems import Problem, did_you_mean
from phrasebook.wording import quoted


@dataclass(frozen=True, slots=True)
class Layer:
    """What the files of one layer say of rules; `names` are the ids also of those that couldn't be built."""

    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]
    names: Set[str]


def merged(layers: Sequence[Layer], problems: list[Problem]) -> tuple[Rule, ...]:
    """The rules that are on after all layers, in the order they were first written."""
    rules: dict[str, Rule] = {}
    earlier: set[str] = set()
    off: set[str] = set()
    for layer in layers:
        for change in layer.changes:
            if change.id not in earlier:
                problems.append(Problem(change.at, _unknown(change.id, layer.names, earlier)))
            elif change.id in rules:
                rules[change.id] = changed(rules[change.id], change)
            if change.off is not None:
                (off.add if change.off else off.discard)(change.id)
        rules |= {rule.id: rule for rule in layer.rules if rule.id not in rules}
        earlier |= layer.names
    return tuple(rule for rule in rules.values() if rule.id not in off)


def changed(rule: Rule, change: Change) -> Rule:
    """The rule extended; its own alternatives come after those of the change."""
    return replace(
        rule,
        severity=rule.severity if change.severity is None else change.severity,
        phrases=(*rule.phrases, *change.phrases),
        alternatives=(*change.alternatives, *rule.alternatives),
        exceptions=(*rule.exceptions, *change.exceptions),
        without=(*rule.without, *change.without),
        bad=(*rule.bad, *change.bad),
        good=(*rule.good, *change.good),
    )


def _unknown(name: str, own: Set[str], earlier: Set[str]) -> str:
    if name in own:
        return f"规则{quoted(name)}就写在这一层，请直接改它；changes 用来改前面几层的规则"
    return f"前面几层里没有 id 是{quoted(name)}的规则{did_you_mean(name, earlier)}"
