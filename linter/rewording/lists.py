"""The phrasebook's word lists, to be asked whether a text holds one of their words."""

from __future__ import annotations

from collections.abc import Mapping


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

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._words.get(name, ())

    def any_in(self, name: str, text: str) -> bool:
        """Whether the text holds a word of the list, as a word or within one."""
        return any(word in text for word in self[name])
