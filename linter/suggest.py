"""What to say instead: candidates for a finding, ranked, each itself clean; and all safe ones applied at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from linter.clauses import clause, sentence, whole_sentence
from linter.finding import Finding, Suggestion
from linter.rewording.choosing import reworded_sentences
from linter.rewording.fitting import BLANKS, fit, invents
from phrasebook.model import Severity
from phrasebook.places import Span

if TYPE_CHECKING:
    from linter.engine import Linter

MOST = 4  # suggestions an agent reads
AROUND = 120  # characters each side in which a change can make or unmake a finding
ROUNDS = 12
# A flat no is answered by another way, or by the reason and the next step.
BESIDE = {"you-can": ("you-can", "in-order-to")}


def suggest(linter: Linter, finding: Finding, text: str) -> tuple[Suggestion, ...]:
    """One to four ways to say it, best first: the pattern the rule asks for, its alternatives, other patterns."""
    return tuple(islice(_cures(linter, finding, text), MOST))


def _cures(linter: Linter, finding: Finding, text: str) -> Iterator[Suggestion]:
    """Every suggestion that cures, made one by one as asked for; ones that lose something only where no other does."""
    reworded = list(_reworded(linter, finding, text))
    fitting = BESIDE.get(finding.rule.pattern, (finding.rule.pattern,))
    asked = [each for each in reworded if each.pattern in fitting and each.safe]
    others = [each for each in reworded if each not in asked]
    whole, lossy = _alternatives(linter, finding, text)
    none = True
    for each in _distinct((*asked, *whole, *others)):
        if _is_cure(linter, text, each, finding):
            none = False
            yield each
    if none:
        yield from (each for each in _distinct(lossy) if _is_cure(linter, text, each, finding))


def fix(linter: Linter, text: str, *, unsafe: bool = False) -> str:
    """The text with the best safe suggestion of each finding applied until none is left.

    With `unsafe`, the others too, but no mere examples. Idempotent: what is applied is clean, so a second run finds nothing to do.
    """
    for _ in range(ROUNDS):
        chosen = list(_chosen(linter, text, unsafe=unsafe))
        if not chosen:
            return text
        for suggestion in reversed(chosen):
            text = suggestion.apply(text)
    return text


def _chosen(linter: Linter, text: str, *, unsafe: bool) -> Iterator[Suggestion]:
    """The suggestion to apply for each finding, in the order of the text, without overlap."""
    end = 0
    for finding in linter.check(text):
        if finding.severity is Severity.HINT:
            continue
        if finding.span.start < end:
            continue
        cures = _cures(linter, finding, text)
        best = next(
            (each for each in cures if each.safe or (unsafe and not _is_example(linter, each, text))), None
        )
        if best and best.span.start >= end:
            yield best
            end = best.span.end


def _is_example(linter: Linter, suggestion: Suggestion, text: str) -> bool:
    """Whether it names what the text doesn't, with no blank to show it: to read, not to send."""
    if suggestion.pattern or BLANKS.search(suggestion.text):
        return False
    return invents(suggestion.text, text, linter.phrasebook.words.get("泛指", ()))


def _reworded(linter: Linter, finding: Finding, text: str) -> Iterator[Suggestion]:
    """The sentence round the finding in each pattern that fits it."""
    span = whole_sentence(text, finding.span)
    for each in reworded_sentences(linter, span.of(text), text):
        made = each.suggestion
        place = Span(made.span.start + span.start, made.span.end + span.start)
        if place.overlaps(finding.span):
            safe = made.safe and finding.severity is not Severity.HINT
            yield Suggestion(place, made.text, made.pattern, made.confidence, safe, made.source)


def _alternatives(linter: Linter, finding: Finding, text: str) -> tuple[list[Suggestion], list[Suggestion]]:
    """The rule's alternatives fitted into the sentence, finished ones first; and those that lose something of it."""
    whole: list[Suggestion] = []
    lossy: list[Suggestion] = []
    generic = linter.phrasebook.words.get("泛指", ())
    faults = _faults_near(linter, finding, text)
    for rank, each in enumerate(finding.rule.alternatives):
        found = fit(text, finding.span, faults, each.text, generic)
        if found:
            safe = found.finished and finding.severity is not Severity.HINT
            confidence = (0.9 if found.finished else 0.6 if not found.lossy else 0.3) - rank / 100
            made = Suggestion(found.span, found.text, "", confidence, safe, str(each.source))
            (lossy if found.lossy else whole).append(made)
    return sorted(whole, key=lambda one: -one.confidence), lossy


def _faults_near(linter: Linter, finding: Finding, text: str) -> list[Span]:
    """All errors and warnings of the sentence, and clauses that blame the customer."""
    whole = sentence(text, finding.span)
    faults = (each.span for each in linter.check(whole.of(text)) if each.severity > Severity.HINT)
    blame = re.compile("|".join(map(re.escape, linter.phrasebook.words.get("责怪", ()))) or "(?!)")
    blaming = (clause(text, Span(found.start() + whole.start, found.end() + whole.start))
               for found in blame.finditer(whole.of(text)))  # fmt: skip
    return [*(Span(each.start + whole.start, each.end + whole.start) for each in faults), *blaming]


def _distinct(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    seen: set[tuple[Span, str]] = set()
    for each in suggestions:
        if (each.span, each.text) not in seen:
            seen.add((each.span, each.text))
            yield each


def _is_cure(linter: Linter, text: str, suggestion: Suggestion, finding: Finding) -> bool:
    """Whether nothing worse than a hint touches what it puts there, and the finding is gone."""
    start = max(0, suggestion.span.start - AROUND)
    end = min(len(text), suggestion.span.end + AROUND)
    after = text[start : suggestion.span.start] + suggestion.text + text[suggestion.span.end : end]
    place = Span(suggestion.span.start - start, suggestion.span.start - start + len(suggestion.text))
    for each in linter.check(after):
        if each.span.overlaps(place) and (each.severity > Severity.HINT or each.rule is finding.rule):
            return False
    return suggestion.text != suggestion.span.of(text)
