"""What of a Markdown text is prose: code and link targets are set aside, places stay as they are.

markdown-it-py knows the grammar but gives lines, not columns: its inline rules are wrapped to note where
each of them began and ended.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linter.readers.html_scanner import scan_html
from phrasebook.places import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline


@dataclass(frozen=True, slots=True)
class Markup:
    """`hidden` is what the reader of the page doesn't see, `opaque` what is shown but no prose."""

    hidden: tuple[Span, ...] = ()
    opaque: tuple[Span, ...] = ()


# Without one of these signs a text has neither code nor links: no need to load the parser.
_SIGNS = re.compile(r"[`<\]\t]|\*{3}|_{3}|^ {4}|~~~|\A---|^[ ]{0,3}[>*+-]|^[ ]{0,3}\d+[.)]", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
# Asterisks and underscores that are a rule across the page or the marks of emphasis, not a blank to fill in.
_RULER = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*{3,}|_{3,})(?=\S)[^*_\n]+(?<=\S)(\1)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$", re.MULTILINE)
_LONGEST_PARAGRAPH = 5_000  # the grammar of links takes time by the square; a longer one is all prose
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def markup_of(text: str) -> Markup:
    if not _SIGNS.search(text):
        return Markup()
    front = _FRONT_MATTER.match(text)
    notes = [_Note("fence", Span(0, front.end()))] if front else []
    # The parser must not take the front matter for a heading, nor lose count of the lines.
    body = re.sub(r"[^\r\n]", " ", front.group()) + text[front.end() :] if front else text
    notes += _noted(body)
    hidden = [note.span for note in notes if note.rule not in _OPAQUE]
    hidden += [Span(*match.span()) for match in _DEFINITION.finditer(body)]
    hidden += [Span(*match.span()) for match in _RULER.finditer(body)]
    hidden += [Span(*match.span(mark)) for match in _EMPHASIS.finditer(body) for mark in (1, 2)]
    return Markup(tuple(hidden), tuple(note.span for note in notes if note.rule in _OPAQUE))


_OPAQUE = ("fence", "code_block", "backticks", "image", "autolink", "code")


@dataclass(frozen=True, slots=True)
class _Note:
    """A stretch of the text and the rule of the grammar that took it."""

    rule: str
    span: Span


def _noted(text: str) -> Iterator[_Note]:
    """Everything in the text that is no prose, in no particular order."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    _wrap_rules(parser)
    lines = [match.span() for match in _LINE.finditer(text)]
    env: dict[str, Any] = {}
    cursor = 0
    for token in parser.parse(text, env):
        if not token.map:
            continue
        start, end = lines[token.map[0]][0], lines[min(token.map[1], len(lines)) - 1][1]
        if token.type in ("fence", "code_block"):
            yield _Note(token.type, Span(start, end))
        elif token.type == "html_block":
            yield from _html(text, start, end)
        elif token.type == "inline" and len(token.content) <= _LONGEST_PARAGRAPH:
            env["notes"] = notes = list[_Note]()
            parser.inline.tokenize(StateInline(token.content, parser, env, []))
            offsets = _offsets(text, token.content, max(start, cursor), end)
            cursor = max([cursor, *(offset + 1 for offset in offsets if offset >= 0)])
            yield from _placed(notes, offsets)


def _wrap_rules(parser: MarkdownIt) -> None:
    from markdown_it import rules_inline

    rules = {
        "backticks": rules_inline.backtick,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
    }
    for name, rule in rules.items():
        parser.inline.ruler.at(name, _noting(name, rule))


def _noting(name: str, rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    def noted(state: StateInline, silent: bool) -> bool:
        start, notes = state.pos, state.env["notes"]
        label_end = (
            state.md.helpers.parseLinkLabel(state, start, True) if name == "link" and not silent else 0
        )
        if not rule(state, silent):
            return False
        if silent or (name == "backticks" and not _is_code(state)):
            return True
        if name == "link":  # the words between the brackets are prose
            notes.append(_Note(name, Span(start, start + 1)))
            start = label_end
        notes.append(_Note(name, Span(start, state.pos)))
        return True

    return noted


def _is_code(state: StateInline) -> bool:
    """A backtick without its partner stays text."""
    return bool(state.tokens) and state.tokens[-1].type == "code_inline" and not state.pending


def _offsets(text: str, content: str, start: int, end: int) -> list[int]:
    """For each character of a block's content its place in the text, -1 where it can't be told."""
    offsets: list[int] = []
    for line in content.split("\n"):
        at = text.find(line, start, end) if line else start
        offsets += range(at, at + len(line)) if at >= 0 else [-1] * len(line)
        start = at + len(line) if at >= 0 else start
        offsets.append(start)  # the line's end
    return offsets


def _placed(notes: list[_Note], offsets: list[int]) -> Iterator[_Note]:
    for note in notes:
        start, last = offsets[note.span.start], offsets[note.span.end - 1]
        if 0 <= start <= last:
            yield _Note(note.rule, Span(start, last + 1))


def _html(text: str, start: int, end: int) -> Iterator[_Note]:
    """Of a block of HTML all but its words."""
    prose = scan_html(text[start:end])
    yield from (
        _Note("code", Span(start + raw.start, start + raw.end)) for raw in map(prose.trace.raw, prose.opaque)
    )
    at = 0
    for run in prose.trace.runs:
        if run.is_straight:
            yield _Note("html_block", Span(start + at, start + run.raw_start))
            at = run.raw_end
    yield _Note("html_block", Span(start + at, end if prose.broken is None else start + at))
