"""The linter as its callers see it: the promises of its API, on the documents' phrases and on anybody's text."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter import Linter
from phrasebook.model import Judge, Severity

WHOLE_ONLY = "喂 哪里 找谁 什么事 不在 不用了 不需要 没有啊 你是谁 干什么的 干什么?".split()
NOISE = (" ", "，", "…", "😀", "~", "　")
LINTER = Linter.load()
WORDS = "我不知道 这事不归我管 关电复位就得了 您 的 了 呢 请稍等 没办法 不行 退款 ，。？！ \n “ ” 😀 a1 您好".split(
    " "
)
REPLIES = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map("".join))


def slotless(text: str) -> str:
    """A printed phrase with its slots filled, as an agent would say it."""
    return text.replace("**", "某某").replace("某产品", "路由器").replace("某厂家", "别家")


def test_every_printed_phrase_is_found_as_a_reply(catalogue):
    missed = [entry["text"] for entry in catalogue["forbidden"] if not LINTER.check(slotless(entry["text"]))]
    assert not missed


def test_every_printed_phrase_is_found_inside_a_reply(catalogue):
    missed = []
    for entry in catalogue["forbidden"]:
        text = slotless(entry["text"])
        reply = f"您好，您反馈的情况已经登记。{text}，感谢您的来电。"
        rules = {finding.rule for finding in LINTER.check(text)}
        if all(rule.judge is Judge.ALONE for rule in rules):
            continue
        if not any(f.span.start < 14 + len(text) and f.span.end > 14 for f in LINTER.check(reply)):
            missed.append(text)
    assert not missed


def test_every_finding_of_a_printed_phrase_has_a_suggestion_and_a_source(catalogue):
    bare = [
        entry["text"]
        for entry in catalogue["forbidden"]
        for finding in LINTER.check(slotless(entry["text"]))
        if not finding.source or (finding.severity > Severity.HINT and not finding.suggestions)
    ]
    assert not bare


@pytest.mark.parametrize("phrase", WHOLE_ONLY)
def test_words_that_are_rude_alone_are_fine_in_a_sentence(phrase):
    assert LINTER.check(phrase)
    core = phrase.rstrip("?了啊的")
    assert not LINTER.check(f"麻烦您说一下{core}具体的情况，我帮您登记一下")


@pytest.mark.parametrize(
    ("reply", "curt"),
    [
        ("不在，别打了", True),
        ("经理不在不在，晚上打", True),
        ("您是谁？干嘛打到总机来", True),
        ("真不用了，别再推荐了", True),
        ("不在，需要转告吗？", False),
        ("不用了，谢谢您", False),
        ("不用等着，办好了我打电话通知您", False),
        ("没有啊，这两家店的人均消费都比较高，另外一家在东直门附近的稍微低一点，人均大概是255元", False),
    ],
)
def test_what_is_rude_alone_is_rude_at_the_head_of_a_curt_reply(reply, curt):
    found = {finding.rule for finding in LINTER.check(reply) if finding.severity > Severity.HINT}
    assert any(rule.judge is Judge.ALONE for rule in found) is curt


@given(REPLIES)
@example("")
@example("\ud800我不知道\x00")
@settings(max_examples=150, deadline=None)
def test_any_text_is_checked_and_every_span_names_what_was_said(text):
    findings = LINTER.check(text)
    assert list(findings) == sorted(findings, key=lambda finding: finding.span)
    for finding in findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert text[finding.span.start : finding.span.end] == finding.text
        assert finding.severity.name.lower() in ("error", "warning", "hint")
    for one, other in pairwise(findings):
        assert not one.span.overlaps(other.span)


@given(
    st.sampled_from(["我不知道", "这事不归我管", "反正我做不了", "你怎么搞的", "怎么连这点小事他们都做不好"]),
    st.data(),
)
@settings(max_examples=80, deadline=None)
def test_noise_between_the_characters_hides_nothing(phrase, data):
    clean = {finding.rule.id for finding in LINTER.check(phrase)}
    noise = data.draw(st.sampled_from(NOISE))
    assert clean <= {finding.rule.id for finding in LINTER.check(noise.join(phrase))}


@given(REPLIES)
@settings(max_examples=60, deadline=None)
def test_a_verdict_tells_of_everything_found(text):
    told = [verdict for verdict in LINTER.explain(text) if verdict.severity]
    for finding in LINTER.check(text):
        assert any(finding.span.overlaps(verdict.span) for verdict in told)


def test_a_megabyte_is_checked():
    text = "您好，您的订单已经发出，请您留意查收。" * 55_000
    assert len(text) > 1_000_000
    found = LINTER.check(text + "我不知道。")
    assert [finding.text for finding in found if finding.severity > Severity.HINT] == ["我不知道"]


def test_without_words_a_check_does_not_wait_for_jieba(monkeypatch):
    from linter import tokens

    monkeypatch.setattr(tokens, "ready", lambda: False)
    monkeypatch.setattr(tokens, "words", lambda text: pytest.fail("jieba was asked"))
    assert Linter(LINTER.phrasebook, wait_for_words=False).check("这个我不知道")
