"""The one private name of Textual this project touches; pyproject.toml pins the versions it was read in.

Textual wraps an editor's lines at blanks only, which leaves rows of Chinese beginning with a comma.
`WrappedDocument` looks `compute_wrap_offsets` up in its own module on every call, so that is where it is replaced.
"""

from __future__ import annotations

from textual.document import _wrapped_document

from tui.linebreak import breaks


def wrap_chinese() -> None:
    """From now on editors break lines as Chinese is broken."""
    setattr(_wrapped_document, "compute_wrap_offsets", _offsets)  # noqa: B010 (not exported: mypy)


def _offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    tab_widths = tuple(cells for _, cells in precomputed_tab_sections or () if cells)
    return breaks(text, width, tab_widths)
