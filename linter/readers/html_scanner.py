"""HTML to the prose a customer sees, each character with its place.

The usual parsers (selectolax, lxml, html.parser) give at best a line; a tag, a comment and an entity are
little enough to be found here, as the HTML standard's tokenizer reads them.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from linter.readers.traces import Trace, Weaver
from phrasebook.places import Span

_TAG = re.compile(
    r"</?([a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>\"'=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+))?+|[\"'=])*+>"
)
_PIECE = re.compile(
    r"(?P<comment><!--(?:>|->|.*?--!?>))"
    r"|(?P<declaration><[!?][^>]*+>|</[^a-zA-Z>][^>]*+>|</>)"
    r"|(?P<tag></?[a-zA-Z])"
    r"|(?P<broken><!)"
    r"|(?P<entity>&(?:\#[0-9]++|\#[xX][0-9a-fA-F]++|[a-zA-Z][a-zA-Z0-9]*+);?+)",
    re.DOTALL,
)
_SPACES = str.maketrans("\t\n\r\f", "    ")

# What the customer does not read as prose: code, styles, the page's head.
UNSEEN = frozenset(("script", "style", "template", "head", "noscript", "object", "svg", "math"))
CODE = frozenset(("code", "kbd", "samp", "var", "textarea"))
# Elements that run on within a sentence; at the edge of any other a sentence ends.
INLINE = frozenset(
    "a abbr acronym attribute b bdi bdo big cite data del dfn em font i img ins label mark q s small span strike "
    "strong sub sup time tt u wbr".split()
)
VARIABLE = "attribute"  # Intercom writes a placeholder as <attribute key="…" default="…"/>


@dataclass(frozen=True, slots=True)
class Prose:
    """What an HTML text says; `opaque` is code, in characters of `text`. `broken` is where a tag never ends."""

    text: str
    trace: Trace
    opaque: tuple[Span, ...] = ()
    broken: int | None = None


def looks_like_html(text: str) -> bool:
    """Does a cell or a value hold markup rather than text with a stray < or &?"""
    return bool(_MARKUP.search(text))


_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|strong|em|ul|ol|li|img|font|table|tr|td|th|h[1-6]|code|pre|hr|blockquote|"
    r"attribute)(?:\s[^<>]*+)?/?>|<!--|&(?:nbsp|amp|lt|gt|quot|apos|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});",
    re.IGNORECASE,
)


def scan_html(text: str) -> Prose:
    scanner = _Scanner(text)
    broken = scanner.run()
    return Prose(scanner.weaver.text, scanner.weaver.trace, tuple(scanner.opaque), broken)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.weaver = Weaver()
        self.opaque: list[Span] = []
        self._length = 0
        self._preformatted = 0

    def run(self) -> int | None:
        """Read to the end; where a tag or comment is never closed, give its place."""
        at = 0
        while piece := _PIECE.search(self.text, at):
            self._words(at, piece.start())
            end = self._piece(piece)
            if end is None:
                return piece.start()
            at = end
        self._words(at, len(self.text))
        return None

    def _piece(self, piece: re.Match[str]) -> int | None:
        match piece.lastgroup:
            case "tag":
                return self._tag(piece.start())
            case "entity":
                self._add(html.unescape(piece.group()), piece.start(), piece.end())
            case "broken":
                return None
        return piece.end()

    def _words(self, start: int, end: int) -> None:
        words = self.text[start:end]
        self._add(words if self._preformatted else words.translate(_SPACES), start, end)

    def _add(self, said: str, start: int, end: int) -> None:
        self.weaver.add(said, start, end)
        self._length += len(said)

    def _tag(self, start: int) -> int | None:
        match = _TAG.match(self.text, start)
        if not match:
            return None
        name, closes = match.group(1).lower(), match.group().startswith("</")
        end = match.end()
        if name == "pre":
            self._preformatted = max(0, self._preformatted + (-1 if closes else 1))
        if name == VARIABLE and not closes:
            self._add(match.group().translate(_SPACES), start, end)
        elif name in UNSEEN | CODE and not closes and not match.group().endswith("/>"):
            return self._past_element(name, start, end)
        elif name not in INLINE and (self._length or closes):
            self._add("\n", start, end)
        return end

    def _past_element(self, name: str, start: int, end: int) -> int | None:
        """Skip an element's content; code stays, as something that is no prose."""
        closing = re.compile(rf"</{re.escape(name)}(?=[\s/>])[^>]*+>", re.IGNORECASE).search(self.text, end)
        if not closing:
            return None
        if name in CODE:
            before = self._length
            self._words(end, closing.start())
            self.opaque.append(Span(before, self._length))
        return closing.end()
