"""`huashu rewrite`: a sentence in, the sentence in the four patterns out, best first."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from linter.commands.arguments import Parser, add_format
from linter.commands.books import add_books, linter_of
from linter.finding import Suggestion
from linter.reporters.look import harmless
from phrasebook.model import Phrasebook

_EPILOG = """例如：
  huashu rewrite "你周五之前必须给我们打电话!"
  huashu rewrite "我们不能退现金,只能退到原卡" --format json
  huashu rewrite "(客户等了三天,很着急)你把单号报一下"     先写一句备注，就会先安抚再解决

带 ____ 的是句式，空白处要自己填。没有合适的改法就什么也不写。"""


def parser() -> Parser:
    parser = Parser(
        "rewrite", "把生硬的话改成“我理解……”“您能……吗”“您可以……”“为了……”，最好的排在最前面。", _EPILOG
    )
    parser.add_argument("text", metavar="TEXT", help="要改的话；- 表示从标准输入读")
    add_format(parser)
    add_books(parser)
    return parser


def main(arguments: list[str]) -> int:
    chosen = parser().parse_args(arguments)
    linter = linter_of(chosen)
    text = sys.stdin.read().rstrip("\n") if chosen.text == "-" else chosen.text
    candidates = linter.rewrite(text)
    if chosen.format == "json":
        sys.stdout.write(_json(text, candidates))
    else:
        sys.stdout.writelines(_lines(candidates, linter.phrasebook))
    return 0


def _json(text: str, candidates: Iterable[Suggestion]) -> str:
    said = [
        {"text": each.text, "pattern": each.pattern, "confidence": round(each.confidence, 2)}
        for each in candidates
    ]
    return json.dumps({"version": 1, "text": text, "candidates": said}, ensure_ascii=False, indent=2) + "\n"


def _lines(candidates: tuple[Suggestion, ...], phrasebook: Phrasebook) -> Iterable[str]:
    if not candidates:
        yield "没有要改的，或者没有把握改好。\n"
    names = {pattern.id: pattern.name for pattern in phrasebook.patterns}
    for each in candidates:
        kind = "" if each.safe else "，句式，请补全"
        yield f"{harmless(each.text)}\n    {names.get(each.pattern, each.pattern)}  把握 {each.confidence:.0%}{kind}\n"
