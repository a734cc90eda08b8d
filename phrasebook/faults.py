"""What stops a file from being read, as Chinese sentences to a trainer, with what is most likely meant."""

from __future__ import annotations

import re

import yaml

from phrasebook.places import Location
from phrasebook.problems import Problem

ANCHOR = "词库文件不用 YAML 的 & 和 * 引用；句子以这些符号开头时，请给整句加上引号"
TAG = "词库文件不用 YAML 的 ! 标签；句子以 ! 开头时，请给整句加上引号"

_INDENT = "缩进不对：同一层的行要左边对齐，下一层多缩进两个空格"
_TAB = "不能用制表符（Tab）缩进，请改用空格"
_COLON = "这里应该有冒号：键后面要写半角冒号和一个空格，例如 id: not-my-job"
_QUOTED = "引号后面还有字：引号里面要写引号时请用“ ”；也可能是上面有一个引号没有收尾"
_DIRECTIVE = "以 % 开头的行有特别的意思；句子以 % 开头时，请给整句加上引号"
_ONE_DOCUMENT = "一个文件里只能有一份词库，请去掉中间的 --- 或者分成两个文件"
_ESCAPE = "双引号里的 \\ 有特别的意思；要写 \\ 本身，请改用单引号"

# What libyaml (scanner.c, parser.c) and PyYAML's composer say; the first that fits the context and problem wins.
_MEANINGS = (
    ("scanning a quoted scalar", "引号没有收尾"),
    ("an anchor", ANCHOR),
    ("an alias", ANCHOR),
    ("undefined alias", ANCHOR),
    ("duplicate anchor", ANCHOR),
    ("a tag", TAG),
    ("tag handle", TAG),
    ("directive", _DIRECTIVE),
    ("incompatible YAML document", _DIRECTIVE),
    ("escape", _ESCAPE),
    ("hexdecimal", _ESCAPE),
    ("tab character", _TAB),
    ("mapping values are not allowed", "这一行多了一个冒号，或者缩进不对；句子里有冒号时，请给整句加上引号"),
    ("block sequence entries are not allowed", "“- ”要另起一行写"),
    ("expected ':'", _COLON),
    ("expected '-' indicator", "列表里的每一项都要以“- ”开头，并且左边对齐"),
    ("expected ',' or ']'", "方括号 [ ] 没有收尾，或者两项之间少了半角逗号"),
    ("expected ',' or '}'", "花括号 { } 没有收尾，或者两项之间少了半角逗号"),
    ("parsing a flow node", "方括号 [ ] 或花括号 { } 没有收尾，或者多了一个逗号"),
    ("expected node content", "这里应该有内容；句子以逗号或括号开头时，请给整句加上引号"),
    ("cannot start any token", "句子不能以这个符号开头，请给整句加上引号"),
    ("comment or line break", "| 或 > 后面要换行再写文字；句子以它们开头时，请给整句加上引号"),
    ("single document", _ONE_DOCUMENT),
    ("expected key", _INDENT),
    ("expected <document start>", _INDENT),
)
_UNCLEAR = "这里的 YAML 读不懂，请检查缩进、冒号和引号"

# What is noticed after the place that needs mending: unclosed quotes and brackets, keys without a colon …
_NOTICED_LATE = (
    "end of stream",
    "document indicator",
    "expected ','",
    "expected ':'",
    "an alias",
    "an anchor",
    "a tag",
)

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)  # YAML 1.1, 5.1
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# The slips of Chinese typists: on the line at fault or the one before it, a key with the wrong colon.
_KEY = re.compile(r"\s*(- +)*[a-z-]+(?P<colon>：|:(?=[^\s/]))")
_COLONS = {"：": "冒号要用半角的 : 加一个空格，不能用全角的", ":": "冒号后面缺一个空格"}
_OUT_OF_PLACE = ("expected key", "expected '-' indicator", "expected <document start>")


def translate(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """The place and meaning of what PyYAML refused in `text`."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _unprintable(text, shown)
    said = f"{error.context or ''} {error.problem or ''}"
    late = any(words in said for words in _NOTICED_LATE)
    mark = (error.context_mark if late else None) or error.problem_mark or error.context_mark
    if mark is None:
        return Problem(Location(shown), _UNCLEAR)
    lines = (
        "",
        *_LINE_BREAK.split(text),
        "",
    )  # from 1, and one for an end that is noticed below the last line
    for number in (mark.line + 1, mark.line):
        if key := _KEY.match(lines[number]):
            return Problem(Location(shown, number, key.start("colon") + 1), _COLONS[key["colon"]])
    return Problem(
        Location(shown, mark.line + 1, mark.column + 1), _meaning(said, lines[mark.line + 1], mark.column)
    )


def colon(text: str) -> str:
    """What is wrong with the colon after a key at the beginning of a text, if anything."""
    key = _KEY.match(text)
    return _COLONS[key["colon"]] if key else ""


def _meaning(said: str, line: str, column: int) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return _TAB
    if any(words in said for words in _OUT_OF_PLACE) and line[:column].rstrip().endswith(('"', "'")):
        return _QUOTED
    return next((meaning for words, meaning in _MEANINGS if words in said), _UNCLEAR)


def _unprintable(text: str, shown: str) -> Problem:
    """The reader's own complaint has no line: look for the character it stumbled over."""
    found = _UNPRINTABLE.search(text)
    if not found:
        return Problem(Location(shown), _UNCLEAR)
    before = _LINE_BREAK.split(text[: found.start()])
    at = Location(shown, len(before), len(before[-1]) + 1)
    return Problem(at, f"这里有一个看不见的控制字符 U+{ord(found[0]):04X}，请删掉它")
