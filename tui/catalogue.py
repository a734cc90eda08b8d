"""The lists to choose from: approved phrases, situations, sentence patterns, commands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.finding import Suggestion
from phrasebook.model import Phrasebook, Recommendation, Situation
from tui import panes
from tui.actions import Action
from tui.blanks import blank, form
from tui.keys import Keys
from tui.search import Words
from tui.widgets.rows import Line, Piece

NO_SITUATION = "不限场景"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to choose: how it is listed, found, grouped, and what more there is to say of it."""

    id: str
    line: Line
    words: Words
    groups: tuple[str, ...] = ()
    detail: tuple[Line, ...] = ()


def situation_name(situation: Situation) -> str:
    return f"{situation.number} {situation.title}"


def phrase_items(book: Phrasebook, situation: Situation | None) -> list[Item]:
    """Every approved phrase, those of the situation first; one sentence is listed once."""
    used: dict[str, list[Situation]] = {}
    for one in book.situations:
        for id in one.approved:
            used.setdefault(id, []).append(one)
    here = situation.approved if situation else ()
    ordered = sorted(book.recommendations, key=lambda phrase: phrase.id not in here)
    items: dict[str, Item] = {}
    for phrase in ordered:
        items.setdefault(form(phrase), _phrase_item(phrase, used.get(phrase.id, [])))
    return list(items.values())


def phrase_groups(book: Phrasebook, situation: Situation | None) -> list[str]:
    """The situation if there is one, then every scenario in the phrasebook's order."""
    names = dict.fromkeys(phrase.scenario for phrase in book.recommendations)
    return [situation_name(situation), *names] if situation else list(names)


def situation_items(book: Phrasebook) -> list[Item]:
    about: Line = (Piece("常用语不分场景，按词库的先后列出。"),)
    nowhere = Item(NO_SITUATION, (Piece(NO_SITUATION),), Words(NO_SITUATION), detail=(about,))
    texts = {phrase.id: form(phrase) for phrase in book.recommendations}
    return [nowhere, *(_situation_item(one, texts) for one in book.situations)]


def pattern_items(book: Phrasebook, fitting: Iterable[Suggestion]) -> list[Item]:
    """The patterns that fit first, filled; the others as frames with a blank."""
    fits: dict[str, Suggestion] = {}
    for one in fitting:
        fits.setdefault(one.pattern, one)
    items = []
    for pattern in sorted(book.patterns, key=lambda one: (one.id not in fits, one.number)):
        detail: list[Line] = [(Piece("什么时候用：", "muted"), Piece(reason)) for reason in pattern.when]
        for example in pattern.examples:
            detail.append((Piece("原：", "muted"), Piece(example.before, "old")))
            detail.append((Piece("改：", "muted"), Piece(example.after, "new")))
        detail.append((Piece("出处：", "muted"), Piece(str(pattern.source))))
        line = panes.pattern_choice(pattern, fits.get(pattern.id))
        items.append(
            Item(pattern.id, line, Words(pattern.name, " ".join(pattern.when)), detail=tuple(detail))
        )
    return items


def pattern_frame(name: str, inside: str) -> str:
    """A pattern put round some words, or round a blank."""
    return name.replace("……", inside or blank("内容"))


def command_items(actions: Iterable[Action], keys: Keys) -> list[Item]:
    return [_command_item(action, keys) for action in actions]


def _command_item(action: Action, keys: Keys) -> Item:
    line = (Piece(action.name), Piece(f"  {keys.captions(action)}", "muted"))
    detail = ((Piece(action.about),), (Piece("设置文件里的名字：", "muted"), Piece(action.id)))
    return Item(action.id, line, Words(action.name, action.about), detail=detail)


def _phrase_item(phrase: Recommendation, situations: list[Situation]) -> Item:
    names = tuple(map(situation_name, situations))
    text = form(phrase)
    detail: list[Line] = [(Piece(text, "strong"),), (Piece("出处：", "muted"), Piece(str(phrase.source)))]
    if names:
        detail.append((Piece("来电场景：", "muted"), Piece("；".join(names))))
    line = (Piece(text), Piece(f"  {phrase.scenario}", "muted"))
    about = " ".join((phrase.scenario, *names))
    return Item(phrase.id, line, Words(text, about), (phrase.scenario, *names), tuple(detail))


def _situation_item(situation: Situation, texts: dict[str, str]) -> Item:
    name = situation_name(situation)
    detail: list[Line] = [(Piece(name, "strong"),)]  # whole, where the list had to cut it
    detail += [(Piece("说：", "good"), Piece(texts[id])) for id in situation.approved if id in texts]
    detail += [(Piece("不说：", "error"), Piece(words)) for words in situation.banned]
    detail += [(Piece("做：", "muted"), Piece(words)) for words in situation.actions]
    detail.append((Piece("出处：", "muted"), Piece(str(situation.source))))
    about = " ".join([*situation.banned, *(texts[id] for id in situation.approved if id in texts)])
    return Item(situation.id, (Piece(name),), Words(name, about), detail=tuple(detail))
