"""Allowances: findings someone has looked at and let stand, said in a comment of the file.

    <!-- huashu: allow not-my-job -- 培训教材引用的反面例子 -->                     this line
    <!-- huashu: allow-next-line not-my-job, 推诿 until 2026-12-31 -- 月底前改 -->  the next line
    # huashu: allow-start 推诿 -- 以下是反面案例       … # huashu: allow-end         a block

The reason after -- is required. A comment on a line of its own means the next line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from linter.readers.documents import Document
from phrasebook.places import Span
from phrasebook.problems import Problem, did_you_mean

_DIRECTIVE = re.compile(
    r"(?P<opener><!--|#)[ \t]*huashu:[ \t]*(?P<body>[^\r\n]*?)[ \t]*(?P<closer>-->|$)", re.MULTILINE
)
_BODY = re.compile(
    r"(?P<verb>[\w-]+)(?P<names>(?:[ \t]+(?!until\b|--)[^\s]+)*)(?:[ \t]+until[ \t]+(?P<until>\S+))?"
    r"(?:[ \t]+--[ \t]*(?P<reason>.*))?"
)
_VERBS = ("allow", "allow-next-line", "allow-start", "allow-end")
_HOW = "写法：huashu: allow 规则编号 -- 原因"


@dataclass(frozen=True, slots=True)
class Allowance:
    """Lets findings of `names` (rule ids or scenarios) pass on lines `first` to `last`; stands at `span` itself."""

    names: tuple[str, ...]
    first: int
    last: int
    span: Span
    until: date | None = None

    def is_over(self, today: date) -> bool:
        return self.until is not None and today > self.until

    def covers(self, rule: str, scenario: str, line: int, end_line: int) -> bool:
        return (rule in self.names or scenario in self.names) and self.first <= end_line and line <= self.last


def allowances_of(
    document: Document, comments: str, known: Collection[str]
) -> tuple[tuple[Allowance, ...], tuple[Problem, ...]]:
    """The allowances in a file's comments, and what is wrong with them; `known` are rule ids and scenarios."""
    if not comments or "huashu:" not in document.text:
        return (), ()
    allowances: list[Allowance] = []
    problems: list[Problem] = []
    open_blocks: list[Allowance] = []
    for directive in _DIRECTIVE.finditer(document.text):
        if directive["opener"] != comments:
            continue
        body = _BODY.fullmatch(directive["body"])
        faults = list(_faults(body, known))
        if faults or body is None:
            problems += (document.problem(directive.start(), fault) for fault in faults or (_HOW,))
        elif body["verb"] == "allow-end":
            if not open_blocks:
                problems.append(document.problem(directive.start(), "allow-end 前面没有 allow-start"))
            else:
                last = document.place(directive.start()).line
                allowances.append(replace(open_blocks.pop(), last=last))
        else:
            allowance = _allowance(document, directive, body)
            (open_blocks if body["verb"] == "allow-start" else allowances).append(allowance)
    for block in open_blocks:
        problems.append(document.problem(block.span.start, "allow-start 没有对应的 allow-end"))
    return tuple(allowances), tuple(problems)


def _faults(body: re.Match[str] | None, known: Collection[str]) -> Iterator[str]:
    if body is None:
        yield _HOW
        return
    verb = body["verb"]
    if verb not in _VERBS:
        yield f"不认识的注释命令“{verb}”{did_you_mean(verb, _VERBS)}"
        return
    if verb == "allow-end":
        return
    names = _names(body)
    if not names:
        yield f"没有写放行哪条规则；{_HOW}"
    for name in names:
        if name not in known:
            yield f"没有“{name}”这条规则或场景{did_you_mean(name, known)}"
    if not (body["reason"] or "").strip():
        yield f"放行要写原因；{_HOW}"
    if body["until"] and _day(body["until"]) is None:
        yield f"截止日期“{body['until']}”要写成 2026-12-31 的样子"


def _allowance(document: Document, directive: re.Match[str], body: re.Match[str]) -> Allowance:
    line = document.place(directive.start()).line
    alone = document.line(line).strip() == directive.group().strip()
    first = line + (body["verb"] == "allow-next-line" or (body["verb"] == "allow" and alone))
    return Allowance(_names(body), first, first, Span(*directive.span()), _day(body["until"] or ""))


def _names(body: re.Match[str]) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"[\s,，、]+", body["names"])))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
