"""Layers of rule files to one Phrasebook: read, check, refer, build, merge; the problems of all steps together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from phrasebook import layout, phrases, reading, references
from phrasebook.building import Builder
from phrasebook.checking import Checker
from phrasebook.entries import Entry
from phrasebook.layers import Layer, merged
from phrasebook.model import Phrasebook
from phrasebook.problems import PhrasebookError, Problem
from phrasebook.references import Names
from phrasebook.sources import File
from phrasebook.wording import quoted

Built = TypeVar("Built")
A_COPY = 10  # ids of one file in another


def compile_layers(
    layers: Sequence[Sequence[File]], guards: Collection[str] | None, problems: list[Problem]
) -> Phrasebook:
    """The lowest layer first. Raises PhrasebookError with every problem, those already known included."""
    unread = bool(problems)
    read = [[_entry(file, problems) for file in layer] for layer in layers]
    readable = [[entry for entry in layer if entry] for layer in read]
    if unread or readable != read:
        raise PhrasebookError(problems)  # what an unreadable file names would be missed everywhere else
    phrasebook = _compile(readable, guards, problems)
    if problems:
        raise PhrasebookError(problems)
    return phrasebook


def _compile(
    layers: Sequence[Sequence[Entry]], guards: Collection[str] | None, problems: list[Problem]
) -> Phrasebook:
    entries = [entry for layer in layers for entry in layer]
    documents, groups = _documents(entries, problems), _members(entries, "groups")
    approved, patterns = _ids(entries, "approved", problems), _ids(entries, "patterns", problems)
    _ids(entries, "rules", problems)
    _ids(entries, "situations", problems)
    words = _members(entries, "words")
    names = Names(documents, groups, approved, patterns, words, guards)
    problems += references.problems(entries, names)
    builder = Builder(documents, problems)
    recommendations = _built(builder.recommendation, entries, "approved")
    builder.approved |= {each.id: each for each in recommendations}
    rules = merged([_layer(builder, layer) for layer in layers], problems)
    problems += phrases.problems(rules, groups)
    return Phrasebook(
        rules=rules,
        recommendations=recommendations,
        situations=_built(builder.situation, entries, "situations"),
        patterns=_built(builder.pattern, entries, "patterns"),
        groups=groups,
        words=words,
    )


def _layer(builder: Builder, entries: Sequence[Entry]) -> Layer:
    names = {each.text("id") for each in _section(entries, "rules")}
    return Layer(_built(builder.rule, entries, "rules"), _built(builder.change, entries, "changes"), names)


def _entry(file: File, problems: list[Problem]) -> Entry | None:
    """What a rule file holds; None when it can't be read at all."""
    try:
        node = reading.parse(file.data, file.shown)
    except PhrasebookError as error:
        problems += error.problems
        return None
    checker = Checker(file.shown)
    entry = checker.check(node, layout.FILE, "规则文件")
    problems += checker.problems
    return entry if isinstance(entry, Entry) else None


def _documents(entries: Iterable[Entry], problems: list[Problem]) -> dict[str, str]:
    """Titles by id; files may repeat a title, not contradict it."""
    titles: dict[str, str] = {}
    for entry in entries:
        for node, (title,) in entry.named("documents"):
            name = node.value.strip()
            if titles.setdefault(name, title) != title:
                message = f"文件 {name} 在别处叫{quoted(titles[name])}，这里却叫{quoted(title)}"
                problems.append(Problem(entry.place(node), message))
    return titles


def _members(entries: Iterable[Entry], section: str) -> dict[str, tuple[str, ...]]:
    """Words by the name of their group; a group that is written again gets more."""
    members: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        for node, words in entry.named(section):
            name = node.value.strip()
            members[name] = tuple(dict.fromkeys((*members.get(name, ()), *words)))
    return members


def _ids(entries: Iterable[Entry], section: str, problems: list[Problem]) -> set[str]:
    """Every id of a section, also of what can't be built, so that a reference to it isn't a second problem."""
    seen: dict[str, Entry] = {}
    again: dict[tuple[str, str], list[Problem]] = {}  # by the two files
    for each in _section(entries, section):
        name = each.text("id")
        if name and (first := seen.setdefault(name, each)) is not each:
            advice = "；要改动它请写在 changes 里" if section == "rules" else ""
            problem = Problem(each.at, f"id {quoted(name)}已经用过了（{first.at}）{advice}")
            again.setdefault((each.at.path, first.at.path), []).append(problem)
    for (path, other), repeated in again.items():
        copied = len(repeated) >= A_COPY and path != other
        problems += [_copied(repeated, other)] if copied else repeated
    return set(seen)


def _copied(repeated: Sequence[Problem], other: str) -> Problem:
    """One problem for all ids of a copy: they would bury what else is wrong in it."""
    return Problem(
        repeated[0].at,
        f"从这里起有 {len(repeated)} 个 id 在 {other} 里已经用过了，像是它的副本：请只留自己新加的，要改动的规则写在 changes 里；"
        "想整份代替自带的词库，请加 --no-builtin，并带上批准语的文件",
    )


def _section(entries: Iterable[Entry], section: str) -> Iterator[Entry]:
    return (each for entry in entries for each in entry.entries(section))


def _built(build: Callable[[Entry], Built], entries: Iterable[Entry], section: str) -> tuple[Built, ...]:
    return tuple(build(each) for each in _section(entries, section) if each.complete)
