"""What a customer can be asked to do, in one clause or several that go on with each other."""

from __future__ import annotations

import re

from linter.rewording import wording
from linter.rewording.deed import deed, does_something, is_verb
from linter.rewording.following import continues
from linter.rewording.lists import WordLists
from linter.rewording.wording import tagged

OPENERS = ("p", "d", "v", "l", "i", "ad", "t", "f", "m", "nz", "s", "z")
TIME = re.compile(
    "[0-9零一二两三四五六七八九十]+[点号月日时年]?$|周|星期|月底|年底|月初|上午|下午|晚上|早上|中午|明天|后天|今天"
)
PLEASE = re.compile("请(?![教示求客假].).")


def doing(text: str, words: WordLists) -> bool:
    """Something a customer can set out to do."""
    first, *more = text.split(",")
    return deed(first, words) and all(continues(part, words) for part in more)


def action(text: str, words: WordLists) -> bool:
    """As `doing`, and it begins like an action: with a verb, or with 把, 用, 先, 亲自, a time."""
    if not doing(text, words) or text == "用" or _asks_kindly(text, words):  # 退货还要用 tells
        return False
    tags = tagged(wording.without_emphasis(text.split(",")[0]))
    if tags[1:] and (tags[0][0] in ("到", "至") and TIME.match(tags[1][0])):
        return False
    opens = (
        text.startswith(("把", "在", "原路"))
        or tags[0][1].startswith(OPENERS)
        or tags[0][0] in words["动作开头"]
        or is_verb(*tags[0], words)
    )
    return opens and does_something(tags, words)


def _asks_kindly(text: str, words: WordLists) -> bool:
    """请提供, 请你看 and 请把单号发来 are no bare orders; 请电工检查 is a thing to be done."""
    if not PLEASE.match(text):
        return False
    word, tag = tagged(text[1:])[0]
    return tag.startswith(("p", "d", "r")) or is_verb(word, tag, words)
