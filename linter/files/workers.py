"""Jobs done here or by several processes, the results in the jobs' order either way."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from linter.engine import Linter
from linter.entries.results import Batch
from linter.files.checking import Job, check
from linter.files.jobs import bundles
from linter.settings import Book

# Starting a pool costs about as much as checking this many bytes.
WORTH_A_POOL = 1_500_000


@dataclass(frozen=True)
class Equipment:
    """What every worker needs: a linter for each phrasebook, loaded once."""

    linters: Mapping[Book, Linter]
    today: date

    @cached_property
    def known(self) -> frozenset[str]:
        """Every rule id and scenario that settings and allowances may name."""
        from linter.entries.audit import RULES

        rules = [*RULES, *(rule for linter in self.linters.values() for rule in linter.phrasebook.rules)]
        return frozenset(name for rule in rules for name in (rule.id, rule.scenario))

    def do(self, job: Job) -> Batch:
        return check(job, self.linters[job.settings.book], lambda: self.known, self.today)


def equip(books: Iterable[Book], today: date) -> Equipment:
    """Load the phrasebooks; raises PhrasebookError with every problem."""
    linters = {book: Linter.load(*book.rules, builtin=book.builtin) for book in set(books)}
    return Equipment(linters, today)


def processes(wanted: int | None, total_bytes: int) -> int:
    """How many processes pay for so much work; `wanted` is the user's choice, None to decide here."""
    if wanted is not None:
        return max(1, wanted)
    if total_bytes < WORTH_A_POOL:
        return 1
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, 8)


def work(jobs: Iterable[Job], equipment: Equipment, count: int) -> Iterator[Batch]:
    if count <= 1:
        yield from map(equipment.do, jobs)
    else:
        yield from _in_processes(jobs, equipment, count)


_equipment: Equipment | None = None  # of a worker process: inherited by fork, or made by _equip


def _in_processes(jobs: Iterable[Job], equipment: Equipment, count: int) -> Iterator[Batch]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    global _equipment
    # Forked workers share the index; a process that has threads must not fork.
    may_fork = sys.platform == "linux" and threading.active_count() == 1
    _equipment = equipment
    books = tuple(equipment.linters)
    pool = ProcessPoolExecutor(
        count,
        mp_context=get_context("fork" if may_fork else "spawn"),
        initializer=_equip,
        initargs=((), equipment.today) if may_fork else (books, equipment.today),
    )
    queue: deque[Future[tuple[Batch, ...]]] = deque()
    waiting = iter(bundles(jobs))
    with pool:
        # A few bundles ahead of the results keep the workers busy, and memory the same for any size.
        queue.extend(pool.submit(_do_all, bundle) for bundle in islice(waiting, count * 3))
        while queue:
            yield from queue.popleft().result()
            queue.extend(pool.submit(_do_all, bundle) for bundle in islice(waiting, 1))


def _equip(books: tuple[Book, ...], today: date) -> None:
    global _equipment
    if books:  # a forked worker has them already
        _equipment = equip(books, today)


def _do_all(bundle: tuple[Job, ...]) -> tuple[Batch, ...]:
    if _equipment is None:
        raise RuntimeError("a worker without equipment")
    return tuple(map(_equipment.do, bundle))
