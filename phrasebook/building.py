"""Checked entries to the frozen data of `model`: one function per kind of thing a file can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from phrasebook.entries import Entry
from phrasebook.model import (
    About,
    Alternative,
    Example,
    Form,
    Judge,
    Pattern,
    Phrase,
    Recommendation,
    Rewording,
    Rule,
    Severity,
    Situation,
    Slot,
    Source,
)
from phrasebook.places import Location, Span
from phrasebook.problems import Problem
from phrasebook.wording import quoted


@dataclass(frozen=True, slots=True)
class Change:
    """What a later layer does to the rule `id`; `off` and `severity` are None where they stay."""

    id: str
    at: Location
    off: bool | None
    severity: Severity | None
    phrases: tuple[Phrase, ...]
    alternatives: tuple[Alternative, ...]
    exceptions: tuple[str, ...]
    without: tuple[str, ...]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


class Builder:
    """Builds from complete entries of any file.

    `documents` are titles by id; `approved`, filled once the recommendations are built, resolves alternatives.
    """

    def __init__(self, documents: Mapping[str, str], problems: list[Problem]) -> None:
        self.documents = documents
        self.problems = problems
        self.approved: dict[str, Recommendation] = {}

    def rule(self, entry: Entry) -> Rule:
        return Rule(
            id=entry.text("id"),
            title=entry.text("title"),
            scenario=entry.text("scenario"),
            severity=Severity[entry.text("severity").upper()],
            why=entry.text("why"),
            phrases=self._phrases(entry),
            alternatives=self._alternatives(entry),
            bad=_examples(entry, "bad"),
            good=_examples(entry, "good"),
            at=entry.at,
            judge=Judge(entry.text("judge") or Judge.ALWAYS),
            about=About(entry.text("about") or About.AGENT),
            pattern=entry.text("pattern"),
            exceptions=entry.texts("exceptions"),
            without=entry.texts("without"),
        )

    def change(self, entry: Entry) -> Change:
        severity = entry.text("severity")
        return Change(
            id=entry.text("id"),
            at=entry.at,
            off=entry.text("off") == "true" if "off" in entry.values else None,
            severity=Severity[severity.upper()] if severity else None,
            phrases=self._phrases(entry),
            alternatives=self._alternatives(entry),
            exceptions=entry.texts("exceptions"),
            without=entry.texts("without"),
            bad=_examples(entry, "bad"),
            good=_examples(entry, "good"),
        )

    def recommendation(self, entry: Entry) -> Recommendation:
        return Recommendation(
            id=entry.text("id"),
            text=entry.text("text"),
            scenario=entry.text("scenario"),
            source=self._source(entry),
            at=entry.at,
            slots=tuple(self._slots(entry)),
            note=entry.text("note"),
        )

    def situation(self, entry: Entry) -> Situation:
        return Situation(
            id=entry.text("id"),
            number=int(entry.text("number")),
            title=entry.text("title"),
            source=self._source(entry),
            at=entry.at,
            approved=entry.texts("approved"),
            banned=entry.texts("banned"),
            actions=entry.texts("actions"),
            misconduct=entry.texts("misconduct"),
            note=entry.text("note"),
        )

    def pattern(self, entry: Entry) -> Pattern:
        source = self._source(entry)
        return Pattern(
            id=entry.text("id"),
            number=int(entry.text("number")),
            name=entry.text("name"),
            when=entry.texts("when"),
            source=source,
            at=entry.at,
            effects=entry.texts("effects"),
            replaces=entry.texts("replaces"),
            models=entry.texts("models"),
            examples=_rewordings(entry, source),
            forms=_forms(entry, "forms"),
            tails=_forms(entry, "tails"),
            openings=_forms(entry, "openings"),
        )

    def _phrases(self, entry: Entry) -> tuple[Phrase, ...]:
        return tuple(
            Phrase(each.text("text"), self._source(each), each.at, each.texts("forms"))
            for each in entry.entries("phrases")
        )

    def _alternatives(self, entry: Entry) -> tuple[Alternative, ...]:
        return tuple(self._alternative(each) for each in entry.entries("alternatives"))

    def _alternative(self, entry: Entry) -> Alternative:
        ref = entry.text("use")
        if not ref:
            return Alternative(entry.text("say"), Source(), entry.at)
        approved = self.approved.get(ref)
        return Alternative(
            approved.text if approved else "", approved.source if approved else Source(), entry.at, ref
        )

    def _source(self, entry: Entry) -> Source:
        document = entry.text("document")
        return Source(self.documents.get(document, document), entry.text("section"))

    def _slots(self, entry: Entry) -> Iterator[Slot]:
        """Slots take the printed tokens one after another, from left to right."""
        text, end = entry.text("text"), 0
        for each in entry.entries("slots"):
            token = each.text("token")
            start = text.find(token, end)
            if start < 0:
                order = "的位置在前一个空的前面：空要按句子里的次序写"
                self.problems.append(
                    Problem(
                        each.at, f"{quoted(token)}{order}" if token in text else f"句子里没有{quoted(token)}"
                    )
                )
                continue
            end = start + len(token)
            yield Slot(token, each.text("name"), each.text("type"), Span(start, end))


def _examples(entry: Entry, key: str) -> tuple[Example, ...]:
    return tuple(Example(each.text("text"), each.at) for each in entry.entries(key))


def _rewordings(entry: Entry, source: Source) -> tuple[Rewording, ...]:
    return tuple(
        Rewording(each.text("before"), each.text("after"), source, each.at)
        for each in entry.entries("examples")
    )


def _forms(entry: Entry, key: str) -> tuple[Form, ...]:
    return tuple(
        Form(
            name=each.text("name"),
            find=each.text("find"),
            say=each.text("say"),
            sure=int(each.text("sure")),
            at=each.at,
            examples=_rewordings(each, Source()),
        )
        for each in entry.entries(key)
    )
