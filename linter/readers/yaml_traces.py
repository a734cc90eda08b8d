"""Where each character of a YAML scalar stands, through escapes, folded lines and indentation."""

from __future__ import annotations

import json
import re

from linter.readers.nodes import FLOW, Node
from linter.readers.traces import Run, Trace, Weaver

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)", re.DOTALL)
_FOLD = re.compile(r"[ \t]*(?:\r\n|[\r\n\x85\u2028\u2029])(?:[ \t]|\r\n|[\r\n\x85\u2028\u2029])*")
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_BLOCK_BREAK = re.compile(r"(?:\r\n|[\r\n\x85\u2028\u2029])(?:[ ]*(?:\r\n|[\r\n\x85\u2028\u2029]))*")
_HEADER = re.compile(r"[|>][^\r\n]*")


def trace_of_scalar(text: str, node: Node) -> Trace:
    """The way back for a scalar of any style; where it can't be told, the whole scalar in one piece."""
    value = str(node.value)
    raw, base = text[node.span.start : node.span.end], node.span.start
    if node.style in (
        "|",
        ">",
    ):  # a number in the header may make the first line's indentation a part of the text
        weavers = [_weave_block(raw, base, value, indent) for indent in range(indentation(raw), -1, -1)]
    else:
        weavers = [_weave_flow(raw, base, node.style)]
    for weaver in weavers:
        if weaver.text == value:
            return weaver.trace
    return Trace((Run(0, len(value), node.span.start, node.span.end),))


def _weave_flow(raw: str, base: int, style: str) -> Weaver:
    """Plain and quoted scalars: a fold is one space, or its line ends but one."""
    weaver = Weaver()
    quoted = style in ("'", '"')
    at, end = (1, len(raw) - 1) if quoted else (0, len(raw))
    while at < end:
        fold, escape = _FOLD.match(raw, at, end), None
        if fold:
            blank_lines = len(_BREAK.findall(fold.group())) - 1
            after, said = fold.end(), "\n" * blank_lines or " "
        elif style == '"' and (escape := _ESCAPE.match(raw, at, end)):
            after, said = escape.end(), _unescaped(escape.group())
        elif style == "'" and raw.startswith("''", at):
            after, said = at + 2, "'"
        else:
            after, said = at + 1, raw[at]
        weaver.add(said, base + at, base + after)
        at = after
    return weaver


_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def _unescaped(escape: str) -> str:
    mark = escape[1]
    if mark in "\r\n":
        return ""
    return chr(int(escape[2:], 16)) if mark in "xuU" else _ESCAPES.get(mark, mark)


def _weave_block(raw: str, base: int, value: str, indent: int) -> Weaver:
    """Literal and folded blocks, line by line; how much a line break says is read off the value."""
    weaver, said = Weaver(), 0
    header = _HEADER.match(raw)
    at = header.end() if header else 0
    at += len(_line_break(raw, at))
    while at < len(raw) and said < len(value):
        gap = _BLOCK_BREAK.match(raw, at)
        if gap:
            count = _breaks_said(value, said, gap.group(), raw, gap.end(), indent)
            weaver.add(value[said : said + count], base + at, base + gap.end())
            said, at = said + count, gap.end()
            continue
        at += min(indent, len(raw) - at)
        end = _line_end(raw, at)
        weaver.add(raw[at:end], base + at, base + end)
        said, at = said + end - at, end
    return weaver


def indentation(raw: str) -> int:
    """How far the lines of a block scalar stand in: that of its first line that is not blank."""
    lines = _BREAK.split(raw)[1:]
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)


def _breaks_said(value: str, said: int, gap: str, raw: str, after: int, indent: int) -> int:
    """Of n line breaks a block says n, or n - 1 where lines are folded, or one space for one."""
    breaks = len(_BREAK.findall(gap))
    following = raw[after + indent : _line_end(raw, after)]
    for count in (breaks, max(1, breaks - 1)):
        stretch = value[said : said + count]
        if not stretch.strip(" \n") and value.startswith(following, said + count):
            return len(stretch)
    return 0  # the indentation tried is not the block's


def _line_break(raw: str, at: int) -> str:
    match = _BREAK.match(raw, at)
    return match.group() if match else ""


def _line_end(raw: str, at: int) -> int:
    match = _BREAK.search(raw, at)
    return match.start() if match else len(raw)


def quote_scalar(text: str, raw: str, style: str) -> str | None:
    """A piece of a scalar as its style writes it, or None where the style can't."""
    if style == '"':
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if style == "'":
        return None if "\n" in text else text.replace("'", "''")
    if style == "|":
        return text.replace("\n", "\n" + " " * indentation(raw))
    if style == ">" or "\n" in text:
        return None if "\n" in text else text
    return None if re.search(r"[:#&*!|>'\"%@`\\]" + (r"|[,\[\]{}]" if style == FLOW else ""), text) else text
