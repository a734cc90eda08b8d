"""Chinese words and their tags: the only importer of jieba.

jieba reads 350,000 words in 0.6 s at its first cut. The words an agent types are among the 137,000 commonest,
so those are kept as a compact table (plain text and numbers, nothing executable) that loads in a tenth of the time.
It counted newspapers of the nineties: the trade's words it lacks (客服, 快递员, 验证码) are in tables/trade.txt.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebook import keeping
from phrasebook.collecting import paused

if TYPE_CHECKING:
    from jieba import Tokenizer

KEPT = 2  # tables; two installations may have each its own jieba
RAREST = 5  # occurrences in jieba's own count; rarer words are names and print errors
EVERYDAY = 3000  # occurrences in jieba's own count
TRADE = Path(__file__).with_name("tables") / "trade.txt"
TRADE_COUNT = 1000  # occurrences; as an everyday word
FORMAT = "huashu-words-3"
COLUMN = "\f"
UNKNOWN_TAG = "x"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Three columns of one table: every word and every beginning of a word (count 0), its count, its tag."""

    words: list[str]
    counts: array[int]
    tags: str  # a line each, split when first needed


def load() -> None:
    """Make the words ready now; otherwise the first call of `words` does it."""
    _tokenizer()


def ready() -> bool:
    """Whether `words` answers at once."""
    return _tokenizer.cache_info().currsize > 0


@lru_cache(maxsize=64)  # the clauses of the reply at hand are asked for again and again
def words(text: str) -> tuple[str, ...]:
    """The words of a text, which joined are the text again."""
    return tuple(_tokenizer().cut(text, HMM=False))


def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words with jieba's part-of-speech tags (v verb, n noun, d adverb, r pronoun …), `x` if unknown."""
    tags = _tags()
    return tuple((word, tags.get(word, UNKNOWN_TAG)) for word in words(text))


def is_word(text: str) -> bool:
    """Whether the text is one common word."""
    return bool(_tokenizer().FREQ.get(text))


def is_everyday_verb(text: str) -> bool:
    """Whether the text is one of the commonest verbs: 挂, 交, 拍."""
    return int(_tokenizer().FREQ.get(text) or 0) >= EVERYDAY and _tags().get(text, "").startswith("v")


def common(count: int) -> list[str]:
    """The most frequent words, most frequent first."""
    table = _vocabulary()
    ranked = sorted(zip(table.counts, table.words, strict=True), reverse=True)
    return [word for _, word in ranked[:count]]


@cache
def _tokenizer() -> Tokenizer:
    tokenizer = _jieba_tokenizer()
    vocabulary = _vocabulary()
    with paused():  # 200,000 new strings would set the collector off a hundred times
        tokenizer.FREQ = dict(zip(vocabulary.words, vocabulary.counts, strict=True))
    tokenizer.total = sum(vocabulary.counts)
    tokenizer.initialized = True
    return tokenizer


def _jieba_tokenizer() -> Tokenizer:
    """A bare tokenizer. jieba opens files through pkg_resources if it can, which costs 80 ms: it can't."""
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if absent:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(60)
    return jieba.Tokenizer()


@cache
def _tags() -> dict[str, str]:
    vocabulary = _vocabulary()
    tags = vocabulary.tags.split("\n")
    return {word: tag for word, tag in zip(vocabulary.words, tags, strict=True) if tag}


@cache
def _vocabulary() -> Vocabulary:
    dictionary = _dictionary()
    place = _place(dictionary)
    kept = _kept(place) if place else None
    if kept:
        return kept
    made = _made(dictionary)
    if place:
        keeping.write(place, _written(made), KEPT)
    return made


def _dictionary() -> Path:
    import jieba

    return Path(jieba.__file__).with_name("dict.txt")


def _place(dictionary: Path) -> Path | None:
    about = dictionary.stat(), TRADE.stat()
    prints = " ".join(f"{each.st_size} {each.st_mtime_ns}" for each in about)
    return keeping.place("words", f"{FORMAT} {dictionary} {prints} {RAREST}")


def _kept(place: Path) -> Vocabulary | None:
    """The kept table, or nothing when it is absent, cut short or not ours."""
    try:
        mark, words, counts, tags = (keeping.read(place) or b"").decode().split(COLUMN)
        if mark != FORMAT:
            return None
        table = Vocabulary(words.split("\n"), array("Q", bytes.fromhex(counts)), tags)
    except ValueError:
        return None
    whole = len(table.words) == len(table.counts) == tags.count("\n") + 1
    return table if whole else None


def _written(table: Vocabulary) -> str:
    return COLUMN.join((FORMAT, "\n".join(table.words), table.counts.tobytes().hex(), table.tags))


def _made(dictionary: Path) -> Vocabulary:
    entries: dict[str, tuple[int, str]] = {}
    for line in dictionary.read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        if int(count) >= RAREST:
            entries[word] = (int(count), tag)
    for line in TRADE.read_text("utf-8").splitlines():
        word, tag = line.split(" ")
        entries[word] = (TRADE_COUNT, tag)
    for word in tuple(entries):
        for end in range(1, len(word)):
            entries.setdefault(word[:end], (0, ""))
    return Vocabulary(
        list(entries),
        array("Q", (count for count, _ in entries.values())),
        "\n".join([tag for _, tag in entries.values()]),
    )
