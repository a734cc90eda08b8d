"""Changes of a reply as changes of the file: the way down through HTML, cell and quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.readers.replies import Layer, Reply
from phrasebook.places import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `span` become `text`."""

    span: Span
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that don't overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def trimmed(text: str, edit: Edit) -> Edit:
    """The edit without what it leaves as it was at both ends."""
    old, new, start = edit.span.of(text), edit.text, edit.span.start
    ahead = 0
    while ahead < min(len(old), len(new)) and old[ahead] == new[ahead]:
        ahead += 1
    behind = 0
    while behind < min(len(old), len(new)) - ahead and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    return Edit(Span(start + ahead, edit.span.end - behind), new[ahead : len(new) - behind])


def carried(reply: Reply, edits: tuple[Edit, ...]) -> tuple[Edit, ...] | None:
    """The edits as edits of the file's text; None where markup stands in the way."""
    if any(edit.span.overlaps(span) for edit in edits for span in (*reply.hidden, *reply.opaque)):
        return None
    for layer in reply.layers:
        down = _through(layer, edits)
        if down is None:
            return None
        edits = down
    return edits if reply.layers else None


def _through(layer: Layer, edits: tuple[Edit, ...]) -> tuple[Edit, ...] | None:
    trace = layer.trace()
    down = []
    for edit in edits:
        words = layer.quote(edit.text)
        if words is None or not trace.is_unbroken(edit.span):
            break
        down.append(Edit(trace.raw(edit.span), words))
    else:
        return tuple(down)
    if layer.literal is None:
        return None
    return (Edit(layer.literal.span, layer.literal.encode(applied(layer.text, edits))),)
