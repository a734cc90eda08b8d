"""Reasons not to offer a rewording: what makes it worse than the draft. The last word before the agent sees it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from linter.rewording.grammar import BLANK, Grammar
from linter.rewording.wording import tagged, to_customer

FACTS = re.compile(
    r"[A-Za-z0-9]+(?:[.:/\-*][A-Za-z0-9*]+)*|[\ue000-\uf8ff]+|(?!一[^零一二三四五六七八九十百千万亿])[零一二三四五六七八九十百千万亿半两]+(?=[天日月年号点时分秒元块个次小周岁台件张份套项])"
)
APOLOGY = re.compile("抱歉|对不起|不好意思|遗憾")
DOUBLED = re.compile(
    r"____.*____|[只才]您可以|您能[^,?]{1,8}(?<![记懂舍值])得[把先带]|[就也还都,]得您能|您家您能|您能请您|先您可以|您二可以|要您(?:可以|能)|就会先|[要得]先[^,]{1,8}您可以|您可以在打|一定您可以|您可以选择您|您[^,。?]{0,4}可以[^,。?]{2,10}就不收|才能这个|自己您|说没就没就|给您[^,。?]{0,2}您|您可以(?:周|星期).到(?:周|星期).(?=[,。?])|您可以[^,。?]{2,12}才[收送发办给寄修退换]|您能[^,?]{1,4}就(?:先|赶紧|马上|尽快)|您可以[^,。?]{2,10}能[办改查用退换交做领](?=[,。?])|如果要是|不能您可以|我们?您能|您麻烦您|这样然后|您您|我我|您能您|能能|您可以您|您请您|吗吗|请请|(您能|您可以)[^,。?]{0,1}\1|您(?:可以|能)[给为帮]您|您(?:可以|能)[^,。?]{1,2}了[一两二三四五六七八九十几多好0-9]|您可以.*您可以考虑一下|您可以[^,。?]{1,8}可以|为了.*,为了|您可以[^,。?]{0,6}您去|[,。?!]{2,}|,吗|^[,。?]"
)
STRAY = re.compile(
    r"(?:[啊呀吧呢啦嘛哦]|先|才|就|再|给|把|要|得|必须|而)吗\?|(?:先|才|就|再|把|给|要|得|必须|能|可以|选择)[。,?]"
)
EITHER = re.compile(r"(.)不\1")  # 走得准不准 forbids nothing
CHOOSES_TO_PAY = "选择付费"
CONTENT_TAGS = ("n", "v", "a", "t", "m", "i", "l", "z", "eng")


def refuses(before: str, after: str, left_out: tuple[str, ...], grammar: Grammar) -> str:
    """Why the rewording is not to be offered, or nothing. All with masks and half-width marks.

    The clauses in `left_out` are meant to go, but for their facts.
    """
    respects = "您" in before and "你" not in before
    if (respects or APOLOGY.search(before)) and _plain(before) == _plain(after):
        return "same"
    if Counter(FACTS.findall(before)) - Counter(FACTS.findall(after)):
        return "facts"
    if DOUBLED.search(after):
        return "doubled"
    stray = STRAY.search(after)
    if stray and after[max(0, stray.start() - 2) : stray.end() - 1] not in to_customer(before):
        return "stray"
    offer = after.partition("您可以")[2]
    if BLANK not in after and grammar.words.any_in("花钱", offer.replace(CHOOSES_TO_PAY, "")):
        return "cost"
    ordered = EITHER.sub("", after)
    if any(word in ordered for word in grammar.words["不可留"] if word in before):
        return "order"
    for clause in left_out:
        before = before.replace(clause, "")
    if lost(before, after, grammar):
        return "lost"
    return ""


def _plain(text: str) -> str:
    """The words alone: what is left differs in more than marks, 你 and an apology."""
    return re.sub(
        r"[,。?!;:、~…\s]|抱歉|对不起|不好意思|您们?|你们?|但是|但|不过|可是|[呢哦啊吧呀了的也很真是]",
        "",
        text,
    )


def lost(before: str, after: str, grammar: Grammar) -> tuple[str, ...]:
    """The words of the draft that carry meaning and are gone; what the word lists replace may go."""
    spare = grammar.replaceable | set(grammar.words["过去"])
    gone: list[str] = []
    place = 0
    for word, tag in tagged(before):
        counts = tag.startswith(CONTENT_TAGS) and len(word) > 1 and word not in spare
        if counts and not _kept(word, after) and not _torn(word, place, before, after, spare):
            gone.append(word)
        place += len(word)
    return tuple(gone)


def _kept(word: str, after: str) -> bool:
    """A word jieba took too long counts as kept when its characters are all there, near each other."""
    return word in after or (len(word) > 2 and all(character in after for character in word))


def _torn(word: str, place: int, before: str, after: str, spare: Collection[str]) -> bool:
    """Whether jieba made it of a piece of a replaceable word and of one that is kept: 没|法定|损, 电|表现|在校."""
    for cut in range(1, len(word)):
        here = place + cut
        if word[cut:] in after and any(before.endswith(each, 0, here) for each in spare):
            return True
        if word[:cut] in after and any(before.startswith(each, here) for each in spare):
            return True
    return False
