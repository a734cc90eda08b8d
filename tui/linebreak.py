"""Where a row of Chinese may end: the one owner of line-breaking (kinsoku, after GB/T 15834 and CLREQ)."""

from __future__ import annotations

from itertools import pairwise

from rich.cells import get_character_cell_size

NEVER_FIRST = frozenset("，。、；：？！）］｝〕】》〉」』”’…—～·％‰℃,.;:?!)]}>%»~")
NEVER_LAST = frozenset("（［｛〔【《〈「『“‘([{<￥$«")


def breaks(text: str, width: int, tab_widths: tuple[int, ...] = ()) -> list[int]:
    """The characters of `text` that begin a new row when a row has `width` cells.

    `tab_widths` gives the cells of each tab in turn; a tab beyond them counts as one cell.
    """
    starts: list[int] = []
    row_start = used = tabs = 0
    for index, character in enumerate(text):
        if character == "\t":
            cells = tab_widths[tabs] if tabs < len(tab_widths) else 1
            tabs += 1
        else:
            cells = get_character_cell_size(character)
        while used + cells > width and index > row_start:
            row_start = _last_break(text, row_start, index)
            starts.append(row_start)
            used = _cells(text[row_start:index])
        used += cells
    return starts


def rows(text: str, width: int) -> list[str]:
    """The text in rows of at most `width` cells, without the line ends."""
    result: list[str] = []
    for line in text.split("\n"):
        cuts = [0, *breaks(line, width), len(line)]
        result += [line[start:end] for start, end in pairwise(cuts)]
    return result


def clip(text: str, width: int) -> str:
    """The text in one row of at most `width` cells, ending in `…` when something was cut off."""
    if _cells(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += get_character_cell_size(character)
        if used > width - 1:
            break
        kept.append(character)
    return "".join(kept) + "…"


def _cells(text: str) -> int:
    return sum(map(get_character_cell_size, text))


def _last_break(text: str, row_start: int, overflow: int) -> int:
    """The last allowed break at or before `overflow`; `overflow` itself when the row allows none."""
    for index in range(overflow, row_start, -1):
        if _may_break(text[index - 1], text[index]):
            return index
    return overflow


def _may_break(before: str, after: str) -> bool:
    if after in NEVER_FIRST or before in NEVER_LAST or after == " ":
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(character: str) -> bool:
    """A letter, digit or sign of a word or number that stays in one piece."""
    return character.isascii() and (character.isalnum() or character in "-_/@#&=+*'\"")
