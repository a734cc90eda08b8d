"""PyYAML's complaints as Chinese sentences to a trainer, with what is most likely meant."""

from __future__ import annotations

import re

import yaml

from phrasebook.places import Location
from phrasebook.problems import Problem

ANCHOR = "词库文件不用 YAML 的 & 和 * 引用；句子里有这些符号时，请给整句加上引号"
TAG = "词库文件不用 YAML 的 ! 标签；句子以 ! 开头时，请给整句加上引号"

_INDENT = "缩进不对：同一层的行要对齐，下一层多缩进两个空格"
_QUOTED = "引号外面还有字：引号里要写引号时，请写成 “ ” 或者改用另一种引号"

# What libyaml says (scanner.c, parser.c) or PyYAML's composer; the first that is contained in the message wins.
_MEANINGS = (
    (
        "mapping values are not allowed",
        "一行里有两个冒号，或者上一行缩进不对：句子里有冒号时，请给整句加上引号",
    ),
    ("block sequence entries are not allowed", "“- ”要另起一行，并缩进两个空格"),
    ("could not find expected ':'", "这里应该有冒号：键后面要写半角冒号和一个空格，例如 id: not-my-job"),
    ("did not find expected key", _INDENT),
    ("did not find expected '-' indicator", "列表里的每一项都要以“- ”开头，并且对齐"),
    ("did not find expected ',' or ']'", "方括号 [ ] 没有收尾，或者各项之间少了半角逗号"),
    ("did not find expected ',' or '}'", "花括号 { } 没有收尾，或者各项之间少了半角逗号"),
    ("did not find expected node content", "这里应该有内容；句子以逗号或括号开头时，请给整句加上引号"),
    ("found undefined alias", ANCHOR),
    ("found duplicate anchor", ANCHOR),
    ("found unknown escape character", "双引号里的 \\ 有特别的意思：请改用单引号，或者写成 \\\\"),
    (
        "did not find expected hexdecimal number",
        "双引号里的 \\x、\\u 后面要写十六进制数；不是这个意思就请改用单引号",
    ),
    ("invalid Unicode character escape", "双引号里的 \\u 后面不是一个字的编码"),
    ("found a tab character", "不能用制表符（Tab）缩进，请改用空格"),
    ("found another document", "一个文件里只能有一份词库，请去掉中间的 --- 或分成两个文件"),
    ("expected a single document", "一个文件里只能有一份词库，请去掉中间的 --- 或分成两个文件"),
    ("did not find expected <document start>", _INDENT),
    (
        "did not find expected comment or line break",
        "| 或 > 后面要换行再写文字；句子以它们开头时，请给整句加上引号",
    ),
    ("tag handle", TAG),
    ("incompatible YAML document", "不认识这个 %YAML 版本，请删掉这一行"),
    ("directive", "以 % 开头的行有特别的意思：句子以 % 开头时，请给整句加上引号"),
    ("document indicator", "引号没有收尾就遇到了 --- 或 ..."),
)
_CONTEXTS = (
    ("scanning a quoted scalar", "引号没有收尾"),
    ("scanning an alias", ANCHOR),
    ("scanning an anchor", ANCHOR),
    ("scanning a tag", TAG),
    ("parsing a tag", TAG),
    ("scanning a directive", "以 % 开头的行有特别的意思：句子以 % 开头时，请给整句加上引号"),
    ("scanning a simple key", "这里应该有冒号：键后面要写半角冒号和一个空格，例如 id: not-my-job"),
)
_UNCLEAR = "这里的 YAML 读不懂，请检查缩进、冒号和引号"

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_MISSING_SPACE = re.compile(r"\s*(- )?[\w-]+:[^\s/]")
_WIDE_COLON = re.compile(r"\s*(- )?[\w-]+：")


def unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "找不到这个文件"
    if isinstance(error, PermissionError):
        return "没有权限打开这个文件"
    return f"打不开这个文件（系统错误 {error.errno}）"


def too_large(size: int, limit: int) -> str:
    return f"文件太大（{size / 2**20:.0f} MB，最多 {limit / 2**20:.0f} MB），请分成几个文件"


def translate(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """The place and meaning of what PyYAML refused in `text`."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _unprintable(text, shown)
    mark = _blamed(error)
    if mark is None:
        return Problem(Location(shown), _UNCLEAR)
    lines = _LINE_BREAK.split(text)
    line = lines[mark.line] if mark.line < len(lines) else ""
    above = lines[mark.line - 1] if mark.line else ""
    message = _slip(line, above, mark.column) or _meaning(error)
    return Problem(Location(shown, mark.line + 1, mark.column + 1), message)


def _blamed(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where to look: an unclosed quote or bracket is blamed on its beginning, not on the end of the file."""
    unclosed = "end of stream" in (error.problem or "") or "did not find expected ','" in (
        error.problem or ""
    )
    return (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark


def _slip(line: str, above: str, column: int) -> str:
    """The slips Chinese typists make, seen on the line at fault or the one before it."""
    if line[column : column + 1] == "\t" or line[: len(line) - len(line.lstrip())].count("\t"):
        return "不能用制表符（Tab）缩进，请改用空格"
    if line[column : column + 1] in {"@", "`", "%"} and line[:column].rstrip().endswith((":", "-", ",", "[")):
        return f"句子以 {line[column]} 开头时，请给整句加上引号"
    for candidate in (line, above):
        if _WIDE_COLON.match(candidate):
            return "冒号要用半角的 : ，后面加一个空格，不能用全角的“：”"
        if _MISSING_SPACE.match(candidate):
            return "冒号后面缺一个空格"
    if (
        line[column - 1 : column] in {'"', "'"}
        or re.match(r"\s*\S", line[column:])
        and _after_quote(line, column)
    ):
        return _QUOTED
    return ""


def _after_quote(line: str, column: int) -> bool:
    return line[:column].rstrip().endswith(('"', "'")) and line[:column].count(":") > 0


def _meaning(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    for words, meaning in (*_CONTEXTS[:4], *_MEANINGS, *_CONTEXTS[4:]):
        if words in said:
            return meaning
    return _UNCLEAR


def _unprintable(text: str, shown: str) -> Problem:
    """The reader's own complaint has no line: look for the character it stumbled over."""
    found = _UNPRINTABLE.search(text)
    if not found:
        return Problem(Location(shown), _UNCLEAR)
    before = _LINE_BREAK.split(text[: found.start()])
    at = Location(shown, len(before), len(before[-1]) + 1)
    return Problem(at, f"这里有一个不能用的控制字符 U+{ord(found[0]):04X}，请删掉它")
