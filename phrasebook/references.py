"""What one part of a phrasebook says of another: every id, group and document that is named must exist."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from phrasebook import notation
from phrasebook.entries import Entry
from phrasebook.forms import FormError, groups_of
from phrasebook.places import Location
from phrasebook.problems import Problem, did_you_mean
from phrasebook.wording import quoted

_SYNTAX = re.compile(r"[{}\[\]…]")


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that may be referred to; `guards` is None where the caller can't tell."""

    documents: Collection[str]
    groups: Collection[str]
    approved: Collection[str]
    patterns: Collection[str]
    words: Collection[str]
    guards: Collection[str] | None = None


def problems(entries: Iterable[Entry], names: Names) -> list[Problem]:
    """What the entries of whole files refer to that isn't there."""
    check = _References(names)
    for entry in entries:
        for section, examine in check.sections.items():
            for each in entry.entries(section):
                examine(each)
    return check.problems


class _References:
    """Checks entries against the names there are."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.problems: list[Problem] = []
        self.sections: Mapping[str, Callable[[Entry], None]] = {
            "rules": self._rule,
            "changes": self._rule,
            "approved": self._source,
            "situations": self._situation,
            "patterns": self._pattern,
        }

    def _rule(self, entry: Entry) -> None:
        for phrase in entry.entries("phrases"):
            self._source(phrase)
            self._forms(phrase)
        for alternative in entry.entries("alternatives"):
            self._known(alternative, "use", "批准语", self.names.approved)
        self._known(entry, "pattern", "句型", self.names.patterns)
        if self.names.guards is not None:
            self._known(entry, "without", "放行理由", self.names.guards)

    def _situation(self, entry: Entry) -> None:
        self._source(entry)
        self._known(entry, "approved", "批准语", self.names.approved)

    def _pattern(self, entry: Entry) -> None:
        self._source(entry)
        for section in ("forms", "tails", "openings"):
            for form in entry.entries(section):
                for key in ("find", "say"):
                    for node in form.scalars(key):
                        self._notation(form.text(key), form.place(node))

    def _notation(self, text: str, at: Location) -> None:
        try:
            elements = tuple(notation.flat(notation.parse(text.removeprefix(notation.FIRST))))
        except notation.NotationError as error:
            self._say(at, str(error))
            return
        for element in elements:
            if isinstance(element, notation.Listed):
                self._named(element.name, at, "词表", self.names.words)
            elif isinstance(element, notation.Blank):
                self._named(element.kind, at, "空", notation.SLOTS)
                for name in (*element.having, *element.lacking, *element.opening):
                    self._named(name, at, "词表", self.names.words)

    def _named(self, name: str, at: Location, kind: str, allowed: Collection[str], advice: str = "") -> None:
        if name not in allowed:
            self._say(at, f"没有叫{quoted(name)}的{kind}{did_you_mean(name, allowed) or advice}")

    def _source(self, entry: Entry) -> None:
        self._known(entry, "document", "文件", self.names.documents, "；引用的文件要先写在 documents 里")
        if "section" in entry.values and "document" not in entry.values:
            self._say(entry.at, "写了 section 就要写 document：是哪份文件的章节")

    def _known(self, entry: Entry, key: str, kind: str, allowed: Collection[str], advice: str = "") -> None:
        for node in entry.scalars(key):
            if node.value.strip() not in allowed:
                self._named(node.value.strip(), entry.place(node), kind, allowed, advice)

    def _forms(self, phrase: Entry) -> None:
        for node in (*phrase.scalars("text"), *phrase.scalars("forms")):
            if not _SYNTAX.search(node.value):
                continue
            try:
                groups = groups_of(node.value.strip())
            except FormError as error:
                self._say(phrase.place(node), str(error))
                continue
            for group in groups:
                advice = "；同义词组要先写在 groups 里"
                self._named(group, phrase.place(node), "同义词组", self.names.groups, advice)

    def _say(self, at: Location, message: str) -> None:
        self.problems.append(Problem(at, message))
