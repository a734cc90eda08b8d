"""The trie of forms, and a walk along it with the members found in a text.

A node is a beginning of forms; the walk keeps the beginnings said so far by where they end, so that no
combination of synonyms is ever spelled out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from linter.plan import GAP, Plan

LONGEST_GAP = 8  # sounds


@dataclass(slots=True)
class Node:
    """A beginning of forms: what may follow at once, what after a gap, and whose forms end here."""

    children: dict[int, Node] = field(default_factory=dict)
    gap: Node | None = None
    targets: list[int] = field(default_factory=list)


class State(NamedTuple):
    """A beginning of forms that was said; `mistaken` when one member of it is only alike to the eye."""

    node: Node
    members: tuple[int, ...]
    starts: tuple[int, ...]
    mistaken: bool = False


Begun = tuple[Node, int, bool]  # the node reached by the first member of a form, that member, mistaken or not


@dataclass(slots=True)
class Meaning:
    """What one string of the automaton stands for: members by their step, and pieces."""

    length: int
    steps: dict[int, list[tuple[int, bool]]]
    pieces: list[tuple[int, int]]
    first: list[Begun]  # the members that begin a form
    whole: list[Begun]  # those of them that are a form, or stand before a gap
    _next: dict[int, list[Begun]] | None = None

    def next(self) -> dict[int, list[Begun]]:
        """`first`, by the steps that may come after it."""
        if self._next is None:
            self._next = {}
            for begun in self.first:
                for step in begun[0].children:
                    self._next.setdefault(step, []).append(begun)
        return self._next


def trie(plan: Plan) -> Node:
    root = Node()
    for target, path in plan.paths:
        node = root
        for step in path:
            if step == GAP:
                node.gap = node = node.gap or Node()
            else:
                node = node.children.setdefault(step, Node())
        if node is not root and target not in node.targets:
            node.targets.append(target)
    return root


class Walk:
    """One search: the beginnings of forms said so far, by where they end."""

    def __init__(self, codes: str, light: frozenset[str]) -> None:
        self.found: list[tuple[int, State, int]] = []
        self._codes, self._light = codes, light
        self._begun: dict[int, list[tuple[Meaning, int]]] = {}
        self._gone_on: dict[int, list[State]] = {}
        self._open: dict[int, list[tuple[int, State]]] = {}  # before a gap, by the step after it

    def take(self, meaning: Meaning, start: int, end: int) -> None:
        """Begin and go on with what was said from start to end."""
        if meaning.first:
            self._begun.setdefault(end, []).append((meaning, start))
            for node, member, mistaken in meaning.whole:
                self._reach(State(node, (member,), (start,), mistaken), end)
        if start:
            self._go_on(meaning, start, start, end)
            if self._codes[start - 1] in self._light:
                self._go_on(meaning, start - 1, start, end)
        for step in (
            () if self._open.keys().isdisjoint(meaning.steps) else self._open.keys() & meaning.steps.keys()
        ):
            for since, state in self._open[step]:
                if since <= start <= since + LONGEST_GAP:
                    self._extend(state, meaning, start, end, step)

    def _go_on(self, meaning: Meaning, at: int, start: int, end: int) -> None:
        for first, begin in self._begun.get(at, ()):
            following = first.next()
            if following.keys().isdisjoint(meaning.steps):
                continue
            for step in following.keys() & meaning.steps.keys():
                for node, member, mistaken in following[step]:
                    self._extend(State(node, (member,), (begin,), mistaken), meaning, start, end, step)
        for state in self._gone_on.get(at, ()):
            for step in state.node.children.keys() & meaning.steps.keys():
                self._extend(state, meaning, start, end, step)

    def _extend(self, state: State, meaning: Meaning, start: int, end: int, step: int) -> None:
        for member, mistaken in meaning.steps[step]:
            if not (mistaken and state.mistaken):
                node, slip = state.node.children[step], mistaken or state.mistaken
                reached = State(node, (*state.members, member), (*state.starts, start), slip)
                self._gone_on.setdefault(end, []).append(reached)
                self._reach(reached, end)

    def _reach(self, state: State, end: int) -> None:
        node = state.node
        if node.gap:
            before = State(node.gap, state.members, state.starts, state.mistaken)
            for step in node.gap.children:
                waiting = self._open.setdefault(step, [])
                if waiting and waiting[0][0] + 2 * LONGEST_GAP < end:  # too far behind to be gone on with
                    waiting[:] = [(since, old) for since, old in waiting if since + 2 * LONGEST_GAP >= end]
                waiting.append((end, before))
        if node.targets and not (state.mistaken and end == state.starts[0] + 1):
            self.found.extend((target, state, end) for target in node.targets)
