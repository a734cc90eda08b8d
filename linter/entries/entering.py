"""What is found in a reply as entries of the report: the one place where line and column are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.entries import Entry, Patch, Point, Proposal, fingerprint
from linter.entries.audit import Fault, audit
from linter.entries.carrying import Edit, carried, trimmed
from linter.finding import Finding
from linter.placeholders import Placeholder, unmask
from linter.readers.replies import Reply
from linter.settings import FileSettings
from phrasebook.model import Rule, Severity
from phrasebook.places import Span


def entries_of(
    reply: Reply, findings: Iterable[Finding], placeholders: tuple[Placeholder, ...], settings: FileSettings
) -> Iterator[Entry]:
    """The findings and the faulty placeholders that count by the settings."""
    for finding in findings:
        severity = settings.weigh(finding.rule, finding.severity)
        if severity is not None and not any(finding.span.overlaps(each.span) for each in placeholders):
            yield _entry(reply, settings.name, finding, severity, placeholders)
    for fault in audit(reply, placeholders, settings.variables):
        severity = settings.weigh(fault.rule, fault.rule.severity)
        if severity is not None:
            yield _audited(reply, settings.name, fault, severity)


def _entry(
    reply: Reply, name: str, finding: Finding, severity: Severity, placeholders: tuple[Placeholder, ...]
) -> Entry:
    proposals = []
    for suggestion in finding.suggestions:
        covered = tuple(
            each.span.of(reply.text) for each in placeholders if suggestion.span.overlaps(each.span)
        )
        text = unmask(suggestion.text, covered)
        if text is not None:
            proposals.append(Proposal(suggestion.span.start, suggestion.span.end, text, suggestion.safe))
    return make_entry(
        reply,
        name,
        finding.span,
        finding.rule,
        severity,
        phrase=finding.phrase,
        match=finding.match,
        source=finding.source,
        suggestions=tuple(proposals),
    )


def _audited(reply: Reply, name: str, fault: Fault, severity: Severity) -> Entry:
    span = fault.placeholder.span
    text = span.of(reply.text)
    better = text.replace(fault.placeholder.name, fault.instead, 1)
    return make_entry(
        reply,
        name,
        span,
        fault.rule,
        severity,
        phrase=fault.placeholder.name or text,
        match="exact",
        source="占位符检查",
        suggestions=(Proposal(span.start, span.end, better),) if fault.instead else (),
    )


def make_entry(
    reply: Reply,
    name: str,
    span: Span,
    rule: Rule,
    severity: Severity,
    *,
    phrase: str,
    match: str,
    source: str,
    suggestions: tuple[Proposal, ...],
) -> Entry:
    start, end = reply.places(span)
    raw = reply.raw(span)
    text = span.of(reply.text)
    line_start = reply.text.rfind("\n", 0, span.start) + 1
    line_end = reply.text.find("\n", span.start)
    excerpt = reply.text[line_start : line_end if line_end >= 0 else len(reply.text)].rstrip("\r")
    return Entry(
        path=reply.document.path,
        id=reply.id,
        address=reply.address,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        start=span.start,
        end=span.end,
        text=text,
        rule=rule.id,
        title=rule.title,
        scenario=rule.scenario,
        severity=severity,
        phrase=phrase,
        match=match,
        why=rule.why,
        suggestions=suggestions,
        source=source,
        excerpt=excerpt,
        offset=span.start - line_start,
        fingerprint=fingerprint(name, rule.id, text, excerpt),
        byte_column=reply.document.byte_column(raw.start),
        end_byte_column=reply.document.byte_column(raw.end),
        patch=_patch(reply, suggestions[0]) if suggestions else None,
        is_of_file=reply.is_file,
    )


def _patch(reply: Reply, proposal: Proposal) -> Patch | None:
    edit = trimmed(reply.text, Edit(Span(proposal.start, proposal.end), proposal.text))
    changes = carried(reply, (edit,))
    if not changes:
        return None
    (change,) = changes
    return Patch(_point(reply, change.span.start), _point(reply, change.span.end), change.text)


def _point(reply: Reply, offset: int) -> Point:
    place = reply.document.place(offset)
    return Point(place.line, place.column, reply.document.byte_column(offset))
