"""`recommended.yaml` holds what the documents approve of, word for word, and nothing is left out."""

import re
from pathlib import Path

import pytest

from phrasebook import layout
from phrasebook.loading import load
from phrasebook.model import Severity

LINTER = Path(__file__).parent.parent / "linter"
PATTERNS = {"rt-p1": "understand", "rt-p2": "can-you", "rt-p3": "you-can", "rt-p4": "in-order-to"}


@pytest.fixture(scope="module")
def book():
    return load()


@pytest.fixture(scope="module")
def titles(catalogue):
    return {document["id"]: document["title"] for document in catalogue["documents"]}


def test_every_approved_phrase_word_for_word(book, catalogue, titles):
    held = [(each.id, each.text, each.source.document, each.source.section) for each in book.recommendations]
    assert held == [
        (each["id"], each["text"], titles[each["document"]], each["section"])
        for each in catalogue["recommended"]
    ]
    assert len(held) == 143


def test_scenarios(book, catalogue):
    assert [each.scenario for each in book.recommendations] == [
        each["scenario"][0] for each in catalogue["recommended"]
    ]


def test_every_blank_is_marked(book, catalogue):
    blanks = {each.id for each in book.recommendations if each.slots}
    assert blanks == {each["id"] for each in catalogue["recommended"] if each["slots"]}


def test_every_situation(book, catalogue):
    assert len(book.situations) == 25
    for situation, printed in zip(book.situations, catalogue["situations"], strict=True):
        said = [each["text"] for each in printed["yanjin"] if each["kind"] == "utterance"]
        done = [each["text"] for each in printed["yanjin"] if each["kind"] == "behaviour"]
        assert (situation.id, situation.number, situation.title) == (
            printed["id"],
            printed["number"],
            printed["description"],
        )
        assert situation.source.section == printed["section"]
        assert situation.approved == tuple(each["id"] for each in printed["guifan_yongyu"])
        assert (situation.banned, situation.misconduct) == (tuple(said), tuple(done))
        assert situation.actions == tuple(printed["required_actions"])


def test_every_pattern(book, catalogue, titles):
    for pattern, printed in zip(book.patterns, catalogue["patterns"], strict=True):
        assert (pattern.id, pattern.number, pattern.name) == (
            PATTERNS[printed["id"]],
            printed["number"],
            printed["name"],
        )
        assert (pattern.source.document, pattern.source.section) == (
            titles[printed["document"]],
            printed["section"],
        )
        assert pattern.when == tuple(printed["when"])
        assert pattern.effects == tuple(printed["effects"])
        assert pattern.replaces == tuple(printed.get("replaces", ()))
        assert pattern.models == tuple(printed["model_sentences"])
        assert [(each.before, each.after) for each in pattern.examples] == [
            (each["before"], each["after"]) for each in printed["examples"]
        ]


def test_words_banned_in_a_situation_are_banned_by_a_rule(book):
    phrases = {phrase.text for rule in book.rules for phrase in rule.phrases}
    assert [words for each in book.situations for words in each.banned if words not in phrases] == []


def test_no_blank_is_left_when_all_are_filled(book):
    for each in book.recommendations:
        filled = each.filled({slot: f"<{slot.name}>" for slot in each.slots})
        assert not any(blank in filled for blank in ("X", "**", "某", "…"))


SAMPLES = {
    "person": "王芳",
    "title": "经理",
    "staff-number": "1024",
    "time": "今天上午九点",
    "date": "周三",
    "duration": "15分钟",
    "place": "人民路12号",
    "company": "恒安科技有限公司",
    "product": "宽带业务",
    "phone": "10086",
    "reason": "给您更换路由器",
    "question": "您的订单号是多少",
    "text": "网络",
}


def test_every_kind_of_blank_has_a_sample():
    assert SAMPLES.keys() == layout.SLOT_TYPE.meanings.keys()


def test_approved_phrases_are_no_fault(book, linter):
    """As printed, and with their blanks filled."""
    said = [
        text
        for each in book.recommendations
        for text in (each.text, each.filled({s: SAMPLES[s.type] for s in each.slots}))
    ]
    faults = [
        (text, each.rule.id)
        for text in said
        for each in linter.check(text)
        if each.severity >= Severity.WARNING
    ]
    assert faults == []


def test_every_word_list_is_of_use(book):
    """A form or the program asks for it, and it names no word twice."""
    forms = [
        each for pattern in book.patterns for each in (*pattern.forms, *pattern.tails, *pattern.openings)
    ]
    written = "".join(form.find + form.say for form in forms)
    program = "".join(path.read_text("utf-8") for path in LINTER.rglob("*.py"))
    for name, words in book.words.items():
        assert re.search(rf"[{{:始非]{name}[}}:>]", written) or f'"{name}"' in program, name
        assert len(words) == len(set(words)), name
