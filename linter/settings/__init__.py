"""A project's choices: what `[tool.huashu]` of pyproject.toml or huashu.toml says, and the defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from linter.readers.choices import CUSTOMERS, Choices
from linter.settings.globs import fits
from phrasebook.model import Rule, Severity

ALLOW_FILE, BASELINE_FILE = "huashu-allow.toml", ".huashu-baseline.json"
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "hint": Severity.HINT}


@dataclass(frozen=True, slots=True)
class Book:
    """Which phrasebook: the built-in rules or not, and the files laid over them."""

    rules: tuple[str, ...] = ()
    builtin: bool = True


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which rules count, by id or scenario, and how much. Both settings and their `paths` may say so."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)

    def weigh(self, rule: Rule, severity: Severity) -> Severity | None:
        """The severity of a finding of this rule, or None where the rule is not wanted."""
        names = (rule.id, rule.scenario)
        if self.select and not any(name in self.select for name in names):
            return None
        if any(name in self.ignore for name in names):
            return None
        for name in names:
            if name in self.severity:
                chosen = self.severity[name]
                # A hint stays one: the rule itself had doubts.
                return chosen if chosen is None or severity is not Severity.HINT else min(chosen, severity)
        return severity


@dataclass(frozen=True, slots=True)
class PathChoices:
    """What is different for the files that fit `glob`; None leaves the project's choice."""

    glob: str
    choosing: Choosing = Choosing()
    fields: tuple[str, ...] | None = None
    lines: bool | None = None
    variables: tuple[str, ...] = ()
    format: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """`folder` is where the settings stand: paths and patterns are relative to it; empty for none."""

    folder: Path = Path()
    file: str = ""
    rules: tuple[str, ...] = ()
    builtin: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    choosing: Choosing = Choosing()
    fail_on: Severity = Severity.ERROR
    fields: tuple[str, ...] = ()
    lines: bool = False
    variables: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    allow: str = ""
    baseline: str = ""
    paths: tuple[PathChoices, ...] = ()

    @property
    def book(self) -> Book:
        return Book(tuple(os.path.join(self.folder, rule_file) for rule_file in self.rules), self.builtin)

    def names(self) -> tuple[str, ...]:
        """Every rule id and scenario that the choices name."""
        choosings = (self.choosing, *(path.choosing for path in self.paths))
        return tuple(name for each in choosings for name in (*each.select, *each.ignore, *each.severity))

    def relative(self, path: str) -> str:
        """A path as the patterns of these settings see it: from their folder, if it lies in there."""
        root, absolute = os.path.abspath(self.folder), os.path.abspath(path)
        inside = absolute.startswith(root.rstrip(os.sep) + os.sep)
        relative = absolute[len(root.rstrip(os.sep)) + 1 :] if inside else path
        return relative.replace(os.sep, "/")

    def for_path(self, path: str) -> FileSettings:
        """The choices for one file: the project's, then each of `paths` that fits, the later ones winning."""
        customers = CUSTOMERS | {role.lower() for role in self.customers} if self.customers else CUSTOMERS
        relative = self.relative(path)
        chosen = FileSettings(
            relative,
            self.book,
            (self.choosing,),
            Choices(self.fields, self.lines, customers),
            frozenset(self.variables),
        )
        for each in self.paths:
            if fits(relative, (each.glob,)):
                chosen = chosen.with_path(each)
        return chosen


@dataclass(frozen=True, slots=True)
class FileSettings:
    """What counts for one file; `name` is its path from the settings' folder, the same on every machine."""

    name: str = ""
    book: Book = field(default_factory=Book)
    choosing: tuple[Choosing, ...] = ()
    choices: Choices = field(default_factory=Choices)
    variables: frozenset[str] = frozenset()
    format: str = ""

    def with_path(self, path: PathChoices) -> FileSettings:
        choices = replace(
            self.choices,
            fields=self.choices.fields if path.fields is None else path.fields,
            by_line=self.choices.by_line if path.lines is None else path.lines,
        )
        return replace(
            self,
            choosing=(*self.choosing, path.choosing),
            choices=choices,
            variables=self.variables | set(path.variables),
            format=path.format or self.format,
        )

    def considers(self, name: str) -> bool:
        """Are findings of this rule id or scenario looked for at all?"""
        return all(
            name not in each.ignore and (not each.select or name in each.select) for each in self.choosing
        )

    def weigh(self, rule: Rule, severity: Severity) -> Severity | None:
        weighed: Severity | None = severity
        for choosing in self.choosing:
            weighed = choosing.weigh(rule, weighed) if weighed is not None else None
        return weighed
