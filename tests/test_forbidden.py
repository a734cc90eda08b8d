"""The built-in rules: every banned phrase of the documents is there word for word, and every rule is complete."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from linter import Linter
from linter.proving import prove
from phrasebook.loading import load
from phrasebook.model import Judge, Phrasebook, Rule, Severity

BOOK = load()
LATIN = re.compile("[A-Za-z]")  # a letter in a form is no longer noise in a reply
LEAST_EXAMPLES = 4
# Words the documents ban only as a whole answer, and honest estimates.
WHOLE_REPLIES = "喂 哪里 找谁 什么事 不在 不用了 不需要 没有啊 你是谁 干什么的 干什么?".split()
ESTIMATES = "可能 大概 差不多 一般情况下".split()


def of_documents(book: Phrasebook) -> Iterator[tuple[Rule, str, str, str]]:
    for rule in book.rules:
        for phrase in rule.phrases:
            if not phrase.source.ours:
                yield rule, phrase.text, phrase.source.document, phrase.source.section


def rule_of(text: str) -> Rule:
    return next(rule for rule, phrase, _, _ in of_documents(BOOK) if phrase == text)


def test_every_banned_phrase_word_for_word(catalogue: dict) -> None:
    titles = {document["id"]: document["title"] for document in catalogue["documents"]}
    banned = Counter(
        (phrase["text"], titles[phrase["document"]], phrase["section"]) for phrase in catalogue["forbidden"]
    )
    assert Counter((text, document, section) for _, text, document, section in of_documents(BOOK)) == banned


def test_every_banned_phrase_is_found_as_a_whole_reply(catalogue: dict, linter: Linter) -> None:
    missed = [phrase["text"] for phrase in catalogue["forbidden"] if not linter.check(phrase["text"])]
    assert not missed


def test_approved_phrases_are_clean(catalogue: dict, linter: Linter) -> None:
    faults = [
        (finding.rule.id, finding.text, phrase["text"])
        for phrase in catalogue["recommended"]
        for finding in linter.check(phrase["text"])
        if finding.severity > Severity.HINT
    ]
    assert not faults


def test_the_rules_prove_themselves(linter: Linter) -> None:
    assert not [str(problem) for problem in prove(linter) if problem.at.path.endswith("forbidden.yaml")]


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_rule_is_complete(rule: Rule) -> None:
    assert len(rule.bad) >= LEAST_EXAMPLES
    assert len(rule.good) >= LEAST_EXAMPLES
    assert 2 <= len(rule.alternatives) <= 4
    assert rule.why.endswith("。")
    forms = [form for phrase in rule.phrases for form in phrase.forms if form.strip("。") != phrase.text]
    assert not LATIN.search("".join(forms))
    assert len(forms) == len(set(forms)), [form for form, count in Counter(forms).items() if count > 1]


def test_every_pattern_named_is_there() -> None:
    patterns = {pattern.id for pattern in BOOK.patterns}
    assert {rule.pattern for rule in BOOK.rules if rule.pattern} <= patterns


@pytest.mark.parametrize("text", WHOLE_REPLIES)
def test_short_words_count_only_as_the_whole_reply(text: str) -> None:
    assert rule_of(text).judge is Judge.ALONE


@pytest.mark.parametrize("text", ESTIMATES)
def test_estimates_are_hints(text: str) -> None:
    assert rule_of(text).severity is Severity.HINT
