"""Practice for trainees: the documents' bad lines one after another, reworded until clean, and what that scores."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from itertools import chain, zip_longest

from phrasebook.model import Phrase, Phrasebook, Rule

FULL = 10  # points for a line reworded unaided at the first try
SHORTEST = 4  # characters; less is no reply to a customer


class Result(Enum):
    """How a line went; the value is its share of the points."""

    FIRST_TRY = 1.0
    LATER = 0.6
    HELPED = 0.3
    SKIPPED = 0.0


@dataclass(frozen=True, slots=True)
class Task:
    """A bad line of the documents and the rule that speaks of it."""

    rule: Rule
    phrase: Phrase

    @property
    def answers(self) -> tuple[str, ...]:
        """How the phrasebook would have it said."""
        return tuple(alternative.text for alternative in self.rule.alternatives)


@dataclass
class Exercise:
    tasks: tuple[Task, ...]
    results: list[Result] = field(default_factory=list)
    tries: int = 0
    helped: bool = False

    @property
    def task(self) -> Task | None:
        """The line to reword now; None when all are done."""
        return self.tasks[len(self.results)] if len(self.results) < len(self.tasks) else None

    @property
    def points(self) -> int:
        return round(sum(result.value * FULL for result in self.results))

    @property
    def possible(self) -> int:
        return FULL * len(self.results)

    def count(self, result: Result) -> int:
        return self.results.count(result)

    def failed(self) -> None:
        self.tries += 1

    def passed(self) -> None:
        first = Result.FIRST_TRY if self.tries == 0 else Result.LATER
        self._next(Result.HELPED if self.helped else first)

    def skipped(self) -> None:
        self._next(Result.SKIPPED)

    def _next(self, result: Result) -> None:
        self.results.append(result)
        self.tries, self.helped = 0, False


def tasks(book: Phrasebook) -> tuple[Task, ...]:
    """Every bad line the documents list, a different rule each time as long as there are several left."""
    by_rule = [
        [Task(rule, phrase) for phrase in rule.phrases if not phrase.source.ours] for rule in book.rules
    ]
    return tuple(task for task in chain.from_iterable(zip_longest(*by_rule)) if task)
