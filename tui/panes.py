"""What each pane says, in Chinese: from the review, the advice and the phrasebook to lines of pieces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len

from phrasebook.severity import Severity
from tui.actions import NEEDED, Action, Where
from tui.advice import Advice
from tui.blanks import blanks, form
from tui.keys import Keys
from tui.linebreak import clip
from tui.review import Review, Verdict
from tui.widgets.rows import Line, Piece, plain

if TYPE_CHECKING:
    from linter import Linter
    from linter.finding import Finding, Suggestion
    from phrasebook.model import Pattern

SEVERITY_NAMES = {Severity.ERROR: "[错]", Severity.WARNING: "[注]", Severity.HINT: "[议]"}
COUNT_NAMES = {Severity.ERROR: "必改", Severity.WARNING: "注意", Severity.HINT: "提示"}
LOOKS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
OWNERS = {Where.EVERYWHERE: "app", Where.READING: "focused"}
"""Who does the actions of a place, as Textual calls them; the others the screen does."""
LEAD = 4  # characters before a change, where there is room for little more than the change
VERDICT_LOOKS = {
    Verdict.LOADING: "muted",
    Verdict.EMPTY: "muted", Verdict.SEND: "good", Verdict.REWRITE: "warning", Verdict.STOP: "error",
}  # fmt: skip


def status(review: Review, situation: str = "", size: str = "") -> Line:
    """The verdict and the counts; with room also the situation and the `size` of the phrasebook."""
    verdict = review.verdict
    pieces = [Piece(f" [{verdict.value}]", VERDICT_LOOKS[verdict])]
    for severity in Severity.ERROR, Severity.WARNING, Severity.HINT:
        hidden = severity is Severity.HINT and not review.shows_hints
        count = "隐藏" if hidden else str(review.count(severity))
        look = LOOKS[severity] if review.count(severity) else "muted"
        pieces.append(Piece(f" {COUNT_NAMES[severity]} {count}", look))
    if gaps := len(blanks(review.text)):
        pieces.append(Piece(f" 待填 {gaps}", "warning"))
    pieces.append(Piece(f" 字数 {review.characters}"))
    if size:
        pieces.append(Piece(f"  场景：{clip(situation, 16) or '不限'}", "muted", "screen.situation"))
        pieces.append(Piece(f"  词库：{size}", "muted"))
    return tuple(pieces)


def footer(actions: Iterable[Action], keys: Keys, width: int) -> Line:
    """The actions with a brief name as far as they fit, the most needed ones first to be let in."""
    entries = {one.id: _entry(one, keys) for one in actions if one.brief and keys.caption(one)}
    room = width
    shown = set()
    for id in sorted(entries, key=lambda id: id not in NEEDED):
        room -= cell_len(plain(entries[id]))
        if room >= 0:
            shown.add(id)
    return tuple(piece for id, entry in entries.items() if id in shown for piece in entry)


def _entry(action: Action, keys: Keys) -> Line:
    return Piece(f" {keys.caption(action)}", "key", _target(action)), Piece(
        f" {action.brief}", "", _target(action)
    )


def finding(one: Finding) -> Line:
    return (
        Piece(f"{SEVERITY_NAMES[one.severity]} ", LOOKS[one.severity]),
        Piece(_one_line(one.text)),
        Piece(f"  {one.rule.scenario}", "muted"),
    )


def suggestion(one: Suggestion) -> Line:
    words = Piece(_one_line(one.text) or "（删去）")
    return (words,) if one.safe else (Piece("待补全 ", "warning"), words)


def advice_title(advice: Advice | None) -> str:
    if not advice or not advice.suggestions:
        return "建议"
    return f"建议 {advice.chosen + 1}/{len(advice.suggestions)}"


def explanation(advice: Advice) -> list[Line]:
    """Before and after of the sentence, why, and whose rule it is."""
    one = advice.finding
    head = (Piece(SEVERITY_NAMES[one.severity], LOOKS[one.severity]), Piece(f" {one.rule.title}", "strong"))
    change = advice.replaced
    lines = [head, _sentence("原", change.before, change.old, change.after, "removed")]
    if advice.suggestion:
        lines.append(_sentence("改", change.before, change.new, change.after, "added"))
    lines += [_labelled("为什么", one.rule.why), _labelled("出处", one.source)]
    if one.text != one.phrase:
        lines.append(_labelled("禁忌语", one.phrase))
    if advice.suggestion and advice.suggestion.source:
        lines.append(_labelled("建议出处", advice.suggestion.source))
    return lines


def explanation_in_brief(advice: Advice, review: Review) -> list[Line]:
    """For a terminal with room for three rows: which finding, and how the sentence would read."""
    one = advice.finding
    place = f" {review.number}/{len(review.findings)} "
    lines = [
        (
            Piece(SEVERITY_NAMES[one.severity], LOOKS[one.severity]),
            Piece(place, "muted"),
            Piece(_one_line(one.text), "strong"),
        )
    ]
    if advice.suggestion is None:
        return [*lines, _labelled("为什么", one.rule.why)]
    change = advice.replaced
    before = change.before if len(change.before) <= LEAD else f"…{change.before[-LEAD:]}"
    label = f"改 {advice.chosen + 1}/{len(advice.suggestions)}"
    return [*lines, _sentence(label, before, change.new, change.after, "added")]


def _sentence(label: str, before: str, words: str, after: str, look: str) -> Line:
    """A sentence in which some words stand out."""
    return (
        Piece(f"{label}：", "muted"),
        Piece(_one_line(before)),
        Piece(_one_line(words), look),
        Piece(_one_line(after)),
    )


def _labelled(label: str, words: str, look: str = "") -> Line:
    return Piece(f"{label}：", "muted"), Piece(_one_line(words), look)


def nothing_found(review: Review) -> list[Line]:
    if review.verdict is Verdict.LOADING:
        return [(Piece("正在载入词库，马上就好。", "muted"),)]
    if review.verdict is Verdict.EMPTY:
        return [(Piece("边写边查，问题会列在这里。", "muted"),)]
    return [(Piece("没有发现问题。", "good"),)]


def patterns(linter: Linter | None, fitting: Iterable[Suggestion], key: str) -> Line:
    """The four sentence patterns; those that fit the sentence stand out."""
    fits = {one.pattern for one in fitting}
    pieces = [Piece("句式 ", "muted")]
    for pattern in linter.phrasebook.patterns if linter else ():
        look = "good" if pattern.id in fits else "muted"
        mark = "✓" if pattern.id in fits else ""
        pieces.append(Piece(f"{pattern.number}{mark} {pattern.name}  ", look, "screen.patterns"))
    return (*pieces, Piece(f"{key} 选用", "muted", "screen.patterns")) if fits else tuple(pieces)


def pattern_choice(pattern: Pattern, fit: Suggestion | None) -> Line:
    head = Piece(f"{pattern.number} {pattern.name}  ", "strong" if fit else "")
    return (head, Piece(_one_line(fit.text), "new")) if fit else (head, Piece("插入句式", "muted"))


def size(linter: Linter | None) -> str:
    """How much the phrasebook holds; of a sentence that several documents have, one is counted, as it is listed."""
    if linter is None:
        return "载入中"
    book = linter.phrasebook
    phrases = sum(len(rule.phrases) for rule in book.rules)
    return f"禁忌 {phrases} 条，常用语 {len({form(one) for one in book.recommendations})} 条"


def _target(action: Action) -> str:
    return f"{OWNERS.get(action.where, 'screen')}.{action.does}"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
