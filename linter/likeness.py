"""Whether one character may stand for another, and how much a character says."""

from __future__ import annotations

from linter.lookalikes import lookalikes, parts
from linter.persons import PERSONS
from linter.sounds import codes, syllable

NEGATORS = frozenset("不没未无别勿莫非")
DECIDING = NEGATORS | PERSONS.keys()  # who, and whether at all
# Words of one character that are typed because they are meant, hardly ever by a slip of the keyboard.
COMMON = frozenset(
    "了是在和有他的人也为就这上年中你说一到都等着对来与地还要又大而之道以得她个后去将那但从月下把被于时多过可能好会出或日由里"
    "用向已其给很看使新想却它见起小高如更再才便没走做让叫本此家长市门外问话打老跟像该开名每受带进先应请站另行全快经按入真拿"
    "种写暂我您咱"
)
LIGHT = frozenset("我你他她它咱俺们这那边里是的得了在就都也还有个儿什怎么吧呢啊")
HALF = frozenset("不没事去来说问给跟和要会能可谁看做弄人到再又")


def weight(characters: str) -> float:
    """How much the characters say: a pronoun or particle little, a verb or noun 1 each."""
    return sum(0.3 if c in LIGHT else 0.6 if c in HALF else 1.0 for c in characters)


def sounds_like(wanted: str, typed: str) -> bool:
    """Whether a keyboard or a dialect confuses the two: 知 and 资."""
    known = codes()
    return wanted in known and known[wanted] == known.get(typed)


def looks_like(wanted: str, typed: str) -> bool:
    """Whether the eye confuses the two: 我 and 找."""
    return typed in lookalikes(wanted) or wanted in lookalikes(typed)


def resembles(wanted: str, typed: str) -> bool:
    """Whether a careless eye confuses the two: they look alike or share a part, as 签 and 笺 do."""
    own, other = {wanted, *parts(wanted)}, {typed, *parts(typed)}
    return not own.isdisjoint(other) or looks_like(wanted, typed)


def turned(wanted: str, typed: str) -> bool:
    """Whether one person or polarity stands for the other: that is another sentence, no slip."""
    if wanted in PERSONS and typed in PERSONS:
        return PERSONS[wanted] != PERSONS[typed]
    if wanted in NEGATORS or typed in NEGATORS:
        known = sounds_like(wanted, typed) or (looks_like(wanted, typed) and typed not in COMMON)
        return (wanted in NEGATORS) != (typed in NEGATORS) and not known
    return False


def slip(wanted: str, typed: str) -> bool:
    """Whether the typed character is a likely slip for the wanted one."""
    return (
        syllable(wanted) == syllable(typed) != "" or sounds_like(wanted, typed) or looks_like(wanted, typed)
    )
