"""CPU time of a check, beside a naive rapidfuzz scan and an exact Aho-Corasick scan of the same phrases.

`python -m bench.matching`. Times are of the thread, in microseconds: the shared machine's noise is not ours.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import ahocorasick
from rapidfuzz import fuzz, process

from linter import Linter, tokens
from phrasebook.loading import load
from phrasebook.model import Phrase, Phrasebook, Rule, Severity, Source
from phrasebook.places import Location

ROUNDS = 400
HERE = Location("bench", 1, 1)
ORDINARY = Path(__file__).parent.parent / "tests" / "corpus" / "harmless" / "ordinary.txt"
BANNED = ("我不知道", "这事不归我管")


def phrases(count: int) -> list[str]:
    """Made-up phrases of real words, 4 to 16 characters, mean near 9.7, no two alike."""
    chance = random.Random(7)
    words = [word for word in tokens.common(20_000) if word.isalpha() and not word.isascii()]
    found: dict[str, None] = {}
    while len(found) < count:
        phrase = "".join(chance.choices(words, k=chance.choice((2, 3, 4, 5, 5, 6, 7))))
        if 4 <= len(phrase) <= 16:
            found[phrase] = None
    return list(found)


def book(texts: list[str]) -> Phrasebook:
    rules = [
        Rule(f"rule-{k}", "", "", Severity.ERROR, "", (Phrase(text, Source(), HERE),), (), (), (), HERE)
        for k, text in enumerate((*BANNED, *texts))
    ]
    return Phrasebook(rules=tuple(rules))


def replies(length: int, banned: bool) -> list[str]:
    """Ordinary polite replies of the project's own corpus joined to that length, with two banned phrases if asked."""
    chance = random.Random(length)
    lines = [line for line in ORDINARY.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    texts = []
    for _ in range(ROUNDS):
        text = ""
        while len(text) < length:
            text += chance.choice(lines)
        text = text[:length]
        if banned:
            for phrase in BANNED:
                at = chance.randrange(length - len(phrase))
                text = text[:at] + phrase + text[at + len(phrase) :]
        texts.append(text)
    return texts


def percentiles(call: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    times = []
    for text in texts:
        start = time.thread_time_ns()
        call(text)
        times.append((time.thread_time_ns() - start) / 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.99)]


def exact(texts: list[str]) -> Callable[[str], object]:
    automaton = ahocorasick.Automaton()
    for text in texts:
        automaton.add_word(text, text)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text))


def naive(texts: list[str]) -> Callable[[str], object]:
    return lambda text: process.extract(text, texts, scorer=fuzz.partial_ratio, score_cutoff=80, limit=None)


def main() -> None:
    builtin = load()
    print(f"{'phrases':>8} {'chars':>6} {'kind':<9} {'check p50':>10} {'p99':>8} {'exact p50':>10} {'naive p50':>10} "
          f"{'naive/ours':>11} {'ours/exact':>11}")  # fmt: skip
    for count in (0, 1_000, 10_000):
        texts = [p.text for r in builtin.rules for p in r.phrases] if not count else phrases(count)
        phrasebook = builtin if not count else book(texts)
        start = time.perf_counter()
        linter = Linter(phrasebook)
        built = time.perf_counter() - start
        linter.warm()
        scan, floor = naive(texts), exact(texts)
        for length in (50, 200, 1_000):
            for banned in (False, True):
                some = replies(length, banned)
                linter.check(some[0])
                p50, p99 = percentiles(linter.check, some)
                least, _ = percentiles(floor, some)
                worst, _ = percentiles(scan, some[:20])
                kind = "banned" if banned else "ordinary"
                print(f"{len(texts):>8} {length:>6} {kind:<9} {p50:>10.0f} {p99:>8.0f} {least:>10.1f} {worst:>10.0f} "
                      f"{worst / p50:>11.0f} {p50 / least:>11.1f}")  # fmt: skip
        print(f"{len(texts):>8} index ready in {built * 1000:.0f} ms")


if __name__ == "__main__":
    main()
