"""The settings in force, written as the TOML that would set them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from linter.settings import Settings
from phrasebook.model import Severity


def settings_text(settings: Settings, path: str) -> str:
    chosen = settings.for_path(path)
    severities = {name: value for each in chosen.choosing for name, value in each.severity.items()}
    lines = [
        f"# 对 {path} 生效的设置"
        + (f"，来自 {settings.file}" if settings.file else "（没有设置文件，全是默认值）"),
        f"rules = {_list(chosen.book.rules)}",
        f"builtin = {_word(chosen.book.builtin)}",
        f"include = {_list(settings.include)}",
        f"exclude = {_list(settings.exclude)}",
        f"select = {_list(name for each in chosen.choosing for name in each.select)}",
        f"ignore = {_list(name for each in chosen.choosing for name in each.ignore)}",
        f"fail-on = {_quoted(settings.fail_on.name.lower())}",
        f"fields = {_list(chosen.choices.fields)}",
        f"lines = {_word(chosen.choices.by_line)}",
        f"variables = {_list(sorted(chosen.variables))}",
        f"customers = {_list(settings.customers)}",
        f"allow = {_quoted(settings.allow)}",
        f"baseline = {_quoted(settings.baseline)}",
    ]
    lines += ["", "[severity]"] if severities else []
    lines += [f"{_quoted(name)} = {_quoted(_severity(value))}" for name, value in severities.items()]
    return "\n".join(lines) + "\n"


def _severity(value: Severity | None) -> str:
    return value.name.lower() if value is not None else "off"


def _list(values: Iterable[str]) -> str:
    return "[" + ", ".join(map(_quoted, values)) + "]"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML one


def _word(value: bool) -> str:
    return "true" if value else "false"
