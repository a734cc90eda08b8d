"""Faults of phrases seen beside each other: said in two rules, written twice, too short to search for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from phrasebook.forms import FormError, Group, Words, spellings
from phrasebook.model import Judge, Phrase, Rule
from phrasebook.problems import Problem
from phrasebook.wording import quoted

_UNHEARD = re.compile(r"[\W_]+")  # what makes no difference to the ear
_FORM = re.compile(r"[{}\[\]…]")
_OPTIONAL = re.compile(r"\[[^\]]*\]|\{[^}]*\}")
_SHORTEST = {Judge.ALONE: 1, Judge.REFUSAL: 2, Judge.ALWAYS: 2}
_ENOUGH = max(_SHORTEST.values())


def problems(rules: Sequence[Rule], groups: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    yield from _said_twice(rules)
    for rule in rules:
        for phrase in rule.phrases:
            yield from _too_short(phrase, rule.judge, groups)


def _said_twice(rules: Sequence[Rule]) -> Iterator[Problem]:
    first: dict[str, tuple[Rule, Phrase]] = {}
    for rule in rules:
        for phrase in rule.phrases:
            owner, earlier = first.setdefault(_heard(phrase.text), (rule, phrase))
            if owner is not rule:
                yield Problem(
                    phrase.at,
                    f"{quoted(phrase.text)}在规则 {owner.id} 里已经有了（{earlier.at}），一句话只能归一条规则",
                )
            elif earlier is not phrase and (earlier.text, earlier.source) == (phrase.text, phrase.source):
                yield Problem(phrase.at, f"{quoted(phrase.text)}在这条规则里写了两遍（{earlier.at}）")


def _heard(text: str) -> str:
    """The text as far as it makes a phrase of its own: forms as written, plain words without punctuation."""
    return text if _FORM.search(text) else _UNHEARD.sub("", text).replace("您", "你")


def _too_short(phrase: Phrase, judge: Judge, groups: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    for form in filter(None, (phrase.text, *phrase.forms)):  # a text that is missing is told of already
        length = _fixed(form, groups)
        if length == 0:
            yield Problem(phrase.at, f"{quoted(form)}里没有一个一定要说的字")
        elif length < _SHORTEST[judge]:
            yield Problem(
                phrase.at,
                f"{quoted(form)}太短，只有 {length} 个字，会在很多普通的话里误报："
                "请写长一些；如果只在整句回复就是它时才算，请在规则里写 judge: alone",
            )


def _fixed(form: str, groups: Mapping[str, tuple[str, ...]]) -> int:
    """How many characters at least must be said; a lower bound where that is enough."""
    if (bound := len(_UNHEARD.sub("", _OPTIONAL.sub("", form)))) >= _ENOUGH:
        return bound
    try:
        ways = spellings(form)
    except FormError:
        return _ENOUGH  # already told
    return min((sum(_length(step, groups) for step in way) for way in ways), default=0)


def _length(step: object, groups: Mapping[str, tuple[str, ...]]) -> int:
    if isinstance(step, Words):
        return len(_UNHEARD.sub("", step.text))
    if isinstance(step, Group):
        return min((len(_UNHEARD.sub("", member)) for member in groups.get(step.name, ())), default=1)
    return 0
