"""Guards about words: where they begin and end, and what they belong to."""

from __future__ import annotations

from linter import tokens
from linter.context import SMALL, Context
from linter.expressions import Expression
from phrasebook.model import Judge

SHORT = 3  # forms up to this many sounds are often a part of other words
GUESSABLE = 4  # up to this many sounds a wrong character may be another word
ANEW = Expression("[你别]")  # where a new clause begins without a mark: 没空你下午再打
DESCRIBING = 4  # up to this many sounds a form may describe a thing
PARTED = 6  # up to this many sounds a missing character may be no slip: 怎么(这)样
COMPLEMENT = Expression("[看听说讲读写认分辨记想搞弄印拍录照显数问查算]$")
OF_A_THING = Expression("^的(?![你我他她它这那,。!?了呢啊吧呀嘛哦哈啦])[\u4e00-\u9fff]")
BEGINNING = Expression("你好|亲爱的|亲|我们?|你们?|那|这个?|但是?|所以|因为|不过|然后|\\W")
PLACE = Expression(
    "^(?:的|之)?(?:地方|之处|问题|内容|部分|事项|地儿|点|环节|步骤|细节|可以?(?:随时)?[问联找咨]|请?随时|尽管|欢迎|都可以|也?没关系"
    "|也不要紧|也可以|就问|就联系)|^的(?:可以|请|话|你|随时|欢迎|时候|情况|客户|顾客|用户|朋友)"
)
ANYTHING = Expression("(?:有|哪里|哪儿|什么|任何|哪些|若|如)(?:还)?$")


def complement(context: Context) -> bool:
    """照片有点看不清楚: the words complete a verb."""
    return context.said[:1] == "不" and context.hit.length <= SHORT and bool(COMPLEMENT.search(context.left))


def attributive(context: Context) -> bool:
    """不清楚的图片请重新上传: the words describe the thing that follows."""
    return context.hit.length <= DESCRIBING and bool(OF_A_THING.match(context.right))


def within(context: Context) -> bool:
    """您投诉的问题我来跟进: the form is meant only where its clause begins or ends, and here it goes on."""
    hit = context.hit
    before = BEGINNING.sub("", context.subject) if hit.begins else ""
    return bool(before or (hit.ends and context.tail and not ANEW.match(context.tail)))


def place(context: Context) -> bool:
    """有什么不清楚随时问我: whatever may be so is welcome."""
    if context.hit.rule.judge is not Judge.REFUSAL:
        return False
    return bool(PLACE.match(context.right) or ANYTHING.search(context.subject))


def word(context: Context) -> bool:
    """我没空调遥控器: the words are parts of others, 没空 of 没 and 空调."""
    hit = context.hit
    if hit.length == SHORT + 1 and hit.match == "exact" and _begins_a_word(context):
        return True
    if hit.length > SHORT or hit.rule.judge is Judge.ALONE:
        return False
    edges = {span.start for span in context.words} | {context.clause.end}
    return not {hit.span.start, hit.span.end} <= edges


def typo(context: Context) -> bool:
    """这里不清除缓存也行: what would be a slip for 不清楚 is a word of its own."""
    hit = context.hit
    if hit.length <= PARTED and any(_within_a_word(context, place) for place in hit.missing):
        return True
    if any(_in_a_longer_word(context, place) or _governs(context, place) for place in hit.wrong):
        return True
    if not hit.wrong or hit.length > GUESSABLE or hit.rule.judge is Judge.ALONE:
        return False
    whole = hit.length >= SHORT and not SMALL.sub("", context.subject) and not context.tail
    if whole and hit.match != "edit":
        return False
    return any(
        len(span) > 1
        and any(span.start <= place < span.end for place in hit.wrong)
        and tokens.is_word(span.of(context.plain))
        for span in context.words
    )


def _begins_a_word(context: Context) -> bool:
    """Whether the last character begins a word that goes on: 请问什么问|题."""
    last = context.hit.span.end - 1
    words = (span.of(context.plain) for span in context.words if span.start == last and span.end > last + 1)
    return any(tokens.is_word(word) and not word.endswith("儿") for word in words)


def _in_a_longer_word(context: Context, place: int) -> bool:
    """Whether a wrong character belongs to a word that begins before the hit or goes on after it: 方不方|便."""
    said = context.hit.span
    return any(
        span.start <= place < span.end
        and (span.start < said.start or said.end < span.end)
        and tokens.is_word(span.of(context.plain))
        for span in context.words
    )


def _governs(context: Context, place: int) -> bool:
    """Whether a wrong character at the end is a verb of what follows: 联系快递查|包裹 is not 快递差."""
    last = place == context.hit.span.end - 1
    return last and bool(context.tail) and tokens.is_everyday_verb(context.plain[place])


def _within_a_word(context: Context, place: int) -> bool:
    """Whether a sound is missing after a place inside a word that is whole without it: 怎么(这)样."""
    return any(
        span.start <= place and place + 1 < span.end and tokens.is_word(span.of(context.plain))
        for span in context.words
    )
