"""Printed phrases varied by program: the same for everybody (seeded), with confusion tables of their own."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bench.cases import Banned, Mark
from bench.confusion import DEMANDS, FILLERS, NOISES, PARTICLES, homophones, shape, traditional
from phrasebook.places import Location, Span

# A fault only where nothing else is said: an opening, a curt answer, an unexplained 我一会给你回电话.
ALONE = frozenset(
    (
        "af-f-04-wei",
        "af-f-04-nali",
        "af-f-04-zhao-shui",
        "af-f-04-shenme-shi",
        "af-f-04-bu-zai",
        "af-f-01-gan-shenme-de",
        "tx-f-1b-gan-shenme",
        "af-f-11-meiyou-a",
        "af-f-16-buyong-le",
        "af-f-16-bu-xuyao",
        "af-f-05-jianghua-ya",
        "af-f-09-ting-bu-qing",
        "af-f-19-dacuo-le",
        "af-f-02-yihui-huidian",
    )
)
FRAMES = (
    "{}",
    "{}。",
    "您好，{}",
    "亲，{}",
    "{}，再见。",
    "您反映的情况已经登记在系统里了，编号稍后会发到您的手机上。{}，有结果以后会用短信通知您，感谢您一直以来的支持与配合，祝您生活愉快。",
)
LONG = 80
_NEGATORS = "不没無无别"
# Where 到底 goes, and where an adverb goes; not inside 烦不烦, 管不着, 差不多.
_HINGES = re.compile(r"(是?怎么)|(?:(?<![会烦差])[不没](?![着了清好到])|必须|太|忙|就|只有)")


@dataclass(frozen=True, slots=True)
class Seed:
    """A phrase as printed, and its ids."""

    text: str
    ids: tuple[str, ...]


Vary = Callable[[str, random.Random], str]


def seeds(cases: Iterable[Banned]) -> tuple[Seed, ...]:
    """The first exact case of every phrase, without the reply round it."""
    found: dict[tuple[str, ...], str] = {}
    for case in cases:
        if case.kind == "exact" and len(case.marks) == 1 and len(case.text) < LONG:
            found.setdefault(case.marks[0].ids, case.marks[0].span.of(case.text))
    return tuple(Seed(text, ids) for ids, text in found.items())


def made(phrases: Iterable[Seed]) -> tuple[Banned, ...]:
    """Every phrase in every kind of variation it is long enough for, now and then inside a reply."""
    return tuple(case for seed in phrases for case in _of(seed))


def _of(seed: Seed) -> Iterator[Banned]:
    seen = {seed.text}
    for kind, name, vary in VARIATIONS:
        chance = random.Random(f"{name}:{seed.text}")
        text = vary(seed.text, chance)
        if text not in seen:
            seen.add(text)
            yield _framed(text, seed, kind, name, chance)


def _framed(text: str, seed: Seed, kind: str, name: str, chance: random.Random) -> Banned:
    frame = "{}" if ALONE.intersection(seed.ids) else chance.choice(FRAMES)
    start = frame.index("{}")
    mark = Mark(Span(start, start + len(text)), seed.ids)
    return Banned(frame.format(text), (mark,), kind, Location(f"made:{name}"))


def _sound(text: str, chance: random.Random, count: int = 1) -> str:
    places = [place for place, char in enumerate(text) if homophones(char)]
    if len(places) < 3:
        return text
    for place in chance.sample(places, count if len(places) >= 8 else 1):
        text = _swap(text, place, chance.choice(homophones(text[place])))
    return text


def _two_sounds(text: str, chance: random.Random) -> str:
    return _sound(text, chance, count=2)


def _shape(text: str, chance: random.Random) -> str:
    places = [place for place, char in enumerate(text) if shape(char) and char not in _NEGATORS]
    if len(text) < 4 or not places:
        return text
    place = chance.choice(places)
    return _swap(text, place, shape(text[place]))


def _spaced(text: str, chance: random.Random) -> str:
    return chance.choice(NOISES).join(text)


def _sprinkled(text: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(text)) if len(text) > 1 else 1
    return text[:place] + chance.choice(NOISES) * chance.randint(1, 2) + text[place:]


def _half_traditional(text: str, chance: random.Random) -> str:
    return "".join(traditional(char) if chance.random() < 0.5 else char for char in text)


def _filled(text: str, chance: random.Random) -> str:
    """A filler before the word the blame hangs on, or a particle at the end."""
    hinge = _HINGES.search(text, 1)
    if not hinge or text[hinge.start() - 1] in "，,?？!！":
        return text if len(text) == 1 or text[-1] in "吧呀啊呢吗？?！!" else text + chance.choice(PARTICLES)
    filler = chance.choice(DEMANDS if hinge[1] else FILLERS)
    return text[: hinge.start()] + filler + text[hinge.start() :]


def _doubled(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return text if len(text) < 3 else text[:place] + text[place] + text[place:]


def _dropped(text: str, chance: random.Random) -> str:
    """One character lost; not the negator or the person, without which it is another sentence."""
    places = [place for place, char in enumerate(text) if char not in "不没无我你您，,?？!！"]
    place = chance.choice(places)
    return text if len(text) < 6 else text[:place] + text[place + 1 :]


def _both(first: Vary, second: Vary) -> Vary:
    return lambda text, chance: second(first(text, chance), chance)


def _swap(text: str, place: int, char: str) -> str:
    return text[:place] + char + text[place + 1 :]


VARIATIONS: tuple[tuple[str, str, Vary], ...] = (
    ("sound", "sound", _sound),
    ("sound", "another sound", _sound),
    ("sound", "two sounds", _two_sounds),
    ("look-alike", "shape", _shape),
    ("noise", "spaced", _spaced),
    ("noise", "sprinkled", _sprinkled),
    ("traditional", "traditional", lambda text, _: traditional(text)),
    ("traditional", "half traditional", _half_traditional),
    ("filler", "filler", _filled),
    ("slip", "doubled", _doubled),
    ("slip", "dropped", _dropped),
    ("combined", "filler and sound", _both(_sound, _filled)),
    ("combined", "traditional and noise", _both(_half_traditional, _sprinkled)),
    ("combined", "sound and noise", _both(_sound, _sprinkled)),
)
