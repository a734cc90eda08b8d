"""What a customer can be asked to do, in one clause."""

from __future__ import annotations

import re

from linter.rewording import wording
from linter.rewording.lists import WordLists
from linter.rewording.refusals import NOT_DONE
from linter.rewording.surroundings import asks
from linter.rewording.wording import tagged

VERB_TAGS = ("v", "l", "i", "j")
RANGE = re.compile(r"^(?!控制|保持|调|降|升).*[0-9一二两三四五六七八九十百].*(?:以上|以下|之间|左右|以内)$")
WISH = re.compile("^想(?!办法|好|清楚|一下|想)")
CONDITION = re.compile("的话(?![费筒剧题术务音])")
ORDERED = re.compile("成年|年满|[^觉获记显舍值懒晓免说做来]得(?=[付交补加先去等花自])")
TOO_LATE = re.compile("(?:拖|等|到)到?(?:现在|今天|这时候)$|来[得不]及")
TIME_ALONE = re.compile("(?:之前|以前)我们?$|[^以之提目眼面]前$")
CHARGED = re.compile("^[收扣罚](?!费)[^,]*[费金钱款]")  # what we charge
STATED = re.compile("(?<!有)没[^,]{1,4}[完好到来]$|有问题$|不[对够]$|^把[^,]*[上里下外内中旁口]了$|只有")
OURS = re.compile("(?<=[来去好完了给])我们(?=[换修查退补重安核帮给])")  # 寄回来我们换
THEN = re.compile("^就(?![近地医诊餐读业])")  # 有破损就拍照
REFUSED = re.compile("^(?:不(?!要)|里)")  # 现货|里挑一个
TO_YOU = re.compile("[去上][你您]们?(?:家|单位|公司)")  # what we go and do
SOLD = re.compile("(?:销售|出售|售卖)$")  # what the seller does
NO_DEEDS = (
    TO_YOU, SOLD, RANGE, WISH, CONDITION, ORDERED, TOO_LATE, TIME_ALONE, CHARGED, STATED, OURS, THEN, REFUSED
)  # fmt: skip
ENDINGS = (
    "吗", "?", "不", "的话", "的时候", "之前", "以前", "你", "您", "你们", "不行", "也行", "也可以", "都行"
)  # fmt: skip
POLITE = ("请您", "请你")
TOO_SHORT = ("到", "看")
DIGITS = re.compile(r"[0-9]")
SHORT = 8  # characters in which 用不了 is all that is said


def deed(text: str, words: WordLists) -> bool:
    """年满18岁 and 是本人 can't be done, 我们核实 is done by somebody else."""
    bare = wording.without_emphasis(text)
    if not bare or text.startswith(POLITE) or (asks(bare, words) and not words.any_in("说明", bare)):
        return False
    if bare.endswith(ENDINGS) or any(sign.search(bare) for sign in NO_DEEDS):
        return False
    if len(bare) < SHORT and NOT_DONE.match(bare):
        return False
    if words.any_in("才能", bare) or words.any_in("就得", bare):
        return False
    tags = tagged(bare)
    if len(bare) == 1 and (not is_verb(bare, tags[0][1], words) or bare in TOO_SHORT):
        return False
    if [word for word, _ in tags[1:2]] == ["的"] or (
        bare.startswith("把") and not does_something(tags, words)
    ):
        return False
    return not _tells_a_state(bare, tags, words)


def _tells_a_state(bare: str, tags: tuple[tuple[str, str], ...], words: WordLists) -> bool:
    """持有证件, 满18岁 and 昨天来过 tell what is so or was, 师傅来 what somebody else does; 有人在家 can be seen to."""
    head = next((word for word, tag in tags if tag not in ("d", "ad", "t", "f")), bare)
    if head.startswith(words["旁人"]) or bare.startswith(words["过去时"]):
        return True
    if head.startswith("满") and DIGITS.search(bare):
        return True
    return not bare.startswith("有人") and (
        bare.startswith(words["不是命令"]) or head.startswith(words["状态"])
    )


def does_something(tags: tuple[tuple[str, str], ...], words: WordLists) -> bool:
    """Holds a verb; after 把 the verb may hide in a noun, and 在 or 给 gives it away (把垃圾堆在楼道里)."""
    moved = tags[0][0] == "把" and (tags[-1][0] in ("了", "一下") or any(tag == "p" for _, tag in tags[1:]))
    return moved or any(is_verb(word, tag, words) for word, tag in tags)


def is_verb(word: str, tag: str, words: WordLists) -> bool:
    """Jieba calls 核实 and 交钱 nouns: a word that begins like a verb is one, unless it is known as a thing."""
    if word in words["名物"]:
        return False
    return tag.startswith(VERB_TAGS) or word in words["动作词"] or word.startswith(words["动词字"])
