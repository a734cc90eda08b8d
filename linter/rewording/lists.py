"""The phrasebook's word lists, to be asked whether a text holds one of their words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache


class WordLists:
    """Each list by its name: its words, longest first.

    A list the phrasebook doesn't have is empty: somebody's rules alone have no patterns and so no lists.
    """

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = {
            name: tuple(sorted(set(members), key=len, reverse=True))
            for name, members in words.items()
            if members
        }
        self.by_first: dict[str, dict[str, tuple[str, ...]]] = {}
        for name, members in self._words.items():
            for word in members:
                beginning = self.by_first.setdefault(word[0], {})
                beginning[name] = (*beginning.get(name, ()), word)

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._words.get(name, ())

    def any_in(self, name: str, text: str) -> bool:
        """Whether the text holds a word of the list, as a word or within one."""
        for place, character in enumerate(text):
            members = self.by_first.get(character, {}).get(name)
            if members and text.startswith(members, place):
                return True
        return False


@lru_cache(maxsize=256)  # every form asks the same of the few clauses of a reply
def held_in(text: str, words: WordLists) -> frozenset[str]:
    """The names of the lists of which the text holds a word."""
    return frozenset(
        name
        for place, character in enumerate(text)
        for name, members in words.by_first.get(character, {}).items()
        if text.startswith(members, place)
    )
