"""Settings from TOML; every fault with its line, all at once."""

from __future__ import annotations

from pathlib import Path

from linter.readers import FORMATS
from linter.settings import SEVERITIES, Choosing, PathChoices, Settings
from linter.settings.toml_tables import Table, read_toml, shown
from phrasebook.model import Severity
from phrasebook.problems import PhrasebookError, did_you_mean

_ANYWHERE = ("select", "ignore", "severity", "fields", "lines", "variables")
KEYS = (
    *_ANYWHERE,
    "rules",
    "builtin",
    "include",
    "exclude",
    "fail-on",
    "customers",
    "allow",
    "baseline",
    "paths",
)
PATH_KEYS = (*_ANYWHERE, "glob", "format")


def read(file: Path, table: tuple[str, ...]) -> Settings:
    """The settings of a file, under `table`; raises PhrasebookError with every problem."""
    reader = read_toml(file, table)
    settings = _settings(reader, file)
    if reader.problems:
        raise PhrasebookError(reader.problems)
    return settings


def _settings(table: Table, file: Path) -> Settings:
    table.allow_only(KEYS)
    fail_on = table.word("fail-on")
    if fail_on and fail_on not in SEVERITIES:
        table.problem("fail-on", f"只能是 error、warning 或 hint{did_you_mean(fail_on, SEVERITIES)}")
    return Settings(
        folder=file.parent,
        file=shown(file),
        rules=table.words("rules"),
        builtin=table.flag("builtin") is not False,
        include=table.words("include"),
        exclude=table.words("exclude"),
        choosing=_choosing(table),
        fail_on=SEVERITIES.get(fail_on, Severity.ERROR),
        fields=table.words("fields"),
        lines=bool(table.flag("lines")),
        variables=table.words("variables"),
        customers=table.words("customers"),
        allow=table.word("allow"),
        baseline=table.word("baseline"),
        paths=tuple(_path(each) for each in table.tables("paths")),
    )


def _path(table: Table) -> PathChoices:
    table.allow_only(PATH_KEYS)
    formats = [format.name for format in FORMATS]
    format = table.word("format")
    if format and format not in formats:
        table.problem(
            "format", f"没有“{format}”这种格式{did_you_mean(format, formats)}可选：{'、'.join(formats)}"
        )
    if not table.word("glob"):
        table.problem("glob", '缺少 glob：哪些文件，例如 glob = "快捷短语/*.csv"')
    return PathChoices(
        glob=table.word("glob"),
        choosing=_choosing(table),
        fields=table.words("fields") or None,
        lines=table.flag("lines"),
        variables=table.words("variables"),
        format=format,
    )


def _choosing(table: Table) -> Choosing:
    chosen: dict[str, Severity | None] = {}
    for name, value in table.mapping("severity").items():
        if value == "off":
            chosen[name] = None
        elif isinstance(value, str) and value in SEVERITIES:
            chosen[name] = SEVERITIES[value]
        else:
            table.problem("severity", f"“{name}”只能是 error、warning、hint 或 off", name)
    return Choosing(table.words("select"), table.words("ignore"), chosen)
