"""Suggestions put into files: nothing changes but the reply's own characters, and that is proved before writing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from linter.allowing.allowances import allowances_of
from linter.allowing.applying import Allowing
from linter.engine import Linter
from linter.entries import Entry, Proposal
from linter.entries.carrying import Edit, applied, carried, trimmed
from linter.files.checking import Job, entries_in
from linter.readers import read_bytes
from linter.readers.decoding import Decoded
from linter.readers.documents import Document
from linter.readers.replies import Reply
from phrasebook.model import Severity
from phrasebook.places import Location, Span
from phrasebook.problems import Problem

ROUNDS = 6  # a mended sentence may show the fault of the next one
_XLSX = "XLSX 不能直接改写（会丢掉格式），请按 check 报告的单元格在表格软件里改"


@dataclass(frozen=True, slots=True)
class Mended:
    """The file's bytes after mending, how many places were changed, and why it could not be mended."""

    data: bytes
    count: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Mender:
    """`allows` says of a finding that a central allowance lets it stand; `unsafe` takes frames with blanks too."""

    linter: Linter
    known: Collection[str]
    today: date
    allows: Callable[[Entry], bool]
    unsafe: bool = False

    def mend(self, job: Job) -> Mended:
        """The file mended until nothing is left that can be; on any problem it stays as it was."""
        count = 0
        for _ in range(ROUNDS):
            mended = self._once(job)
            if mended.problems:
                return Mended(job.data, count, mended.problems)
            if not mended.count:
                break
            count += mended.count
            job = replace(job, data=mended.data)
        return Mended(job.data, count)

    def _once(self, job: Job) -> Mended:
        decoded, read = _read(job)
        problems = tuple(each for each in read if isinstance(each, Problem))
        replies = [each for each in read if isinstance(each, Reply)]
        if problems:
            return Mended(job.data, 0, problems)
        document = Document(job.path, decoded.text if decoded else "")
        allowed = Allowing(allowances_of(document, job.format.comments, self.known)[0], self.today)
        wanted = {
            at: edits for at, reply in enumerate(replies) if (edits := self._edits(reply, job, allowed))
        }
        if decoded is None:
            problems = (Problem(Location(job.path), _XLSX),) if wanted else ()
            return Mended(job.data, 0, problems)
        return _proved(job, decoded, replies, wanted)

    def _edits(self, reply: Reply, job: Job, allowed: Allowing) -> tuple[Edit, ...]:
        """What to change in a reply, without overlap, and only what can be carried down to the file."""
        edits: list[Edit] = []
        for entry in sorted(entries_in(reply, self.linter, job.settings), key=lambda entry: entry.start):
            if entry.severity is Severity.HINT or allowed.lets_pass(entry) or self.allows(entry):
                continue
            for proposal in self._acceptable(entry):
                edit = trimmed(reply.text, Edit(Span(proposal.start, proposal.end), proposal.text))
                if edits and edit.span.start < edits[-1].span.end:
                    continue
                if not reply.layers or carried(reply, (edit,)) is not None:
                    edits.append(edit)
                    break
        return tuple(edits)

    def _acceptable(self, entry: Entry) -> Iterator[Proposal]:
        yield from (each for each in entry.suggestions if each.is_safe or self.unsafe)


def _read(job: Job) -> tuple[Decoded | None, list[Reply | Problem]]:
    decoded, reading = read_bytes(job.path, job.data, job.format, job.settings.choices)
    return decoded, list(reading)


def _proved(job: Job, decoded: Decoded, replies: list[Reply], wanted: dict[int, tuple[Edit, ...]]) -> Mended:
    """The bytes with the edits, after reading them back: every reply must say what was meant, and no other.

    A reply that reads back differently (a word that is markup just there) stays as it was.
    """
    while wanted:
        edits = [edit for at, each in wanted.items() for edit in _in_file(replies[at], each)]
        if len({edit.span for edit in edits}) < len(edits):  # one YAML text under two names
            edits = list({edit.span: edit for edit in edits}.values())
        data = decoded.encode(applied(decoded.text, edits))
        meant = [applied(reply.text, wanted.get(at, ())) for at, reply in enumerate(replies)]
        _, read = _read(replace(job, data=data))
        said = [each.text if isinstance(each, Reply) else "" for each in read]
        if said == meant:
            return Mended(data, sum(map(len, wanted.values())))
        wrong = {at for at in wanted if len(said) != len(meant) or said[at] != meant[at]}
        wanted = {at: each for at, each in wanted.items() if at not in (wrong or wanted)}
    return Mended(job.data)


def _in_file(reply: Reply, edits: tuple[Edit, ...]) -> Iterator[Edit]:
    start = reply.document.offset
    for edit in carried(reply, edits) or ():
        yield Edit(Span(edit.span.start + start, edit.span.end + start), edit.text)
