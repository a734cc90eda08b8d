"""The instrument itself: reading tables, varying phrases, scoring findings."""

from __future__ import annotations

import pytest

from bench.cases import Banned, Harmless, marked, read_banned, read_harmless
from bench.confusion import homophones, shape, traditional
from bench.finders import Found
from bench.scoring import alarms, hits
from bench.turned import turned
from bench.variations import ALONE, Seed, made, seeds
from phrasebook.model import Severity
from phrasebook.places import Location, Span

HERE = Location("cases.txt")
SEED = Seed("这事不归我管", ("rt-f-bu-gui-wo-guan",))


def found(text: str, words: str, severity: Severity = Severity.ERROR) -> Found:
    start = text.index(words)
    return Found(Span(start, start + len(words)), severity, "not-my-job", "exact")


def only(text: str, *findings: Found):
    return lambda asked: findings if asked == text else ()


def test_marks_are_taken_out_of_the_text():
    text, marks = marked("【不知道|rt-a】，【我没空】。", ("rt-b",))
    assert text == "不知道，我没空。"
    assert [(mark.span.of(text), mark.ids) for mark in marks] == [
        ("不知道", ("rt-a",)),
        ("我没空", ("rt-b",)),
    ]


def test_a_table_with_a_wrong_kind_says_where(tmp_path):
    (tmp_path / "banned").mkdir()
    (tmp_path / "banned" / "wrong.txt").write_text("## rt-f-a\ntypo 【我没空】\n", "utf-8")
    with pytest.raises(ValueError, match=r"wrong\.txt:2"):
        read_banned(tmp_path)


@pytest.mark.parametrize(
    ("marked_text", "words", "is_close"),
    [
        ("【这事不归我管】呀", "这事不归我管", True),
        ("【这事真的不归我管呀】", "这事真的不归我管", True),
        ("【这个不是我负责的】，您问楼上", "不是我负责", True),
        ("【我真的不知道】", "不知道", True),
        ("【我就这态度，有意见，找领导去】", "找领导去", False),
        ("您好，【我没空】", "您好，我没空", False),
    ],
)
def test_a_span_is_close_when_only_edges_differ(marked_text, words, is_close):
    case = _case(marked_text)
    (hit,) = hits(only(case.text, found(case.text, words)), [case])
    assert hit.span_is_close is is_close


def test_both_halves_underlined_make_the_whole():
    case = _case("【不归我管啊，这事】")
    (hit,) = hits(only(case.text, found(case.text, "不归我管"), found(case.text, "这事")), [case])
    assert hit.span_is_equal


def test_a_hint_is_no_hit_but_for_an_estimate():
    refusal, estimate = _case("【不知道】"), _case("【可能】吧", "js-f-73c-keneng")
    finders = {
        case: only(case.text, found(case.text, case.text[:2], Severity.HINT)) for case in (refusal, estimate)
    }
    assert [bool(hits(finders[case], [case])[0].over) for case in (refusal, estimate)] == [False, True]


def test_a_hint_is_no_false_alarm():
    case = Harmless("大概三天", "estimate", HERE)
    (alarm,) = alarms(only(case.text, found(case.text, "大概", Severity.HINT)), [case])
    assert not alarm.faults
    assert alarm.hints


def test_variations_are_the_same_every_time_and_marked_right():
    assert made([SEED]) == made([SEED])
    assert all(case.marks[0].span.of(case.text) != SEED.text for case in made([SEED]))
    assert {case.kind for case in made([SEED])} >= {
        "sound",
        "look-alike",
        "noise",
        "traditional",
        "filler",
        "slip",
    }


def test_openings_stay_alone():
    for seed in seeds(read_banned()):
        if ALONE.intersection(seed.ids):
            assert all(len(case.text) == len(case.marks[0].span) for case in made([seed]))


def test_turning_round():
    assert [case.text for case in turned([SEED])] == ["这事归我管", "这事不归您管"]
    assert [case.text for case in turned([SEED], ["这事归我管"])] == ["这事不归您管"]


def test_confusion_tables():
    assert "只" in homophones("知")
    assert "知" not in homophones("知")
    assert shape("归") == "旧"
    assert traditional("这事不归我管") == "這事不歸我管"


def test_no_two_cases_are_alike():
    texts = [case.text for case in (*read_banned(), *read_harmless())]
    assert len(texts) == len(set(texts))


def test_every_banned_phrase_is_covered(catalogue):
    ids = [phrase["id"] for phrase in catalogue["forbidden"]]
    covered = [i for case in read_banned() for mark in case.marks for i in mark.ids]
    assert [i for i in ids if covered.count(i) < 3] == []
    assert set(covered) <= set(ids)


def _case(marked_text: str, phrase: str = "rt-f-bu-gui-wo-guan"):
    text, marks = marked(marked_text, (phrase,))
    return Banned(text, marks, "exact", HERE)
