"""A form's `say` filled with what its `find` took from the draft."""

from __future__ import annotations

from collections.abc import Mapping

from linter.rewording.lists import WordLists
from linter.rewording.slots import SLOTS
from linter.rewording.wording import to_customer
from phrasebook.notation import Blank, Element, Listed, Literal, Maybe, flat


def fill(elements: tuple[Element, ...], captured: Mapping[str, str], words: WordLists) -> str:
    """The sentence; what stands in `[…]` is left out where a slot or list in it took nothing."""
    return to_customer("".join(_one(element, captured, words) for element in elements))


def _one(element: Element, captured: Mapping[str, str], words: WordLists) -> str:
    match element:
        case Literal(text):
            return text
        case Listed(name):
            return captured.get(name, "")
        case Blank():
            taken = captured.get(element.label, "")
            return SLOTS[element.kind].fill(taken, words) if taken else ""
        case Maybe(inside):
            complete = all(_one(each, captured, words) for each in flat(inside))
            return fill(inside, captured, words) if complete else ""
