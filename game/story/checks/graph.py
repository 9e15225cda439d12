"""What the ways of a story come to: what may come again, what can end, what can return."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from game.story.checks.know import Flow

Flows = Mapping[str, Iterable[Flow]]
Graph = Mapping[str, Iterable[str]]

_BACK = "<back>"
"""Stands for all ways back at once: no id has such signs."""


def may_come_again(flows: Flows, stuck: Iterable[str]) -> frozenset[str]:
    """The scenes that may come more than once in a run. `stuck`: those that may have nothing
    open, from where the game leads back."""
    graph = ways_on(flows, stuck)
    found = {id for group in circles(graph) for id in group}
    away = {one.target for out in flows.values() for one in out if one.away}
    return frozenset(found | reached_from(graph, away))


def ways_on(flows: Flows, stuck: Iterable[str]) -> dict[str, set[str]]:
    """What can follow each scene and pool, whatever holds; whoever returns may come to all that
    waits for anybody. What comes at some later time is left out."""
    graph: dict[str, set[str]] = {id: {one.target for one in out if one.target and not one.away}
                                  for id, out in flows.items()}  # fmt: skip
    graph[_BACK] = {one.then for out in flows.values() for one in out if one.then}
    for id, out in flows.items():
        if any(one.sort == "return" for one in out):
            graph[id].add(_BACK)
    for id in stuck:
        graph[id].add(_BACK)
    return graph


def reached_from(graph: Graph, start: Iterable[str]) -> set[str]:
    """All that can be come to from there, itself included."""
    found = set(start)
    waiting = list(found)
    while waiting:
        for id in graph.get(waiting.pop(), ()):
            if id not in found:
                found.add(id)
                waiting.append(id)
    return found


def circles(graph: Graph) -> list[list[str]]:
    """The groups in which each leads to each other, and those that lead to themselves; a
    group comes after the groups that it leads to."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for root in graph:
        if root in order:
            continue
        work = [(root, iter(graph[root]))]
        order[root] = lowest[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        while work:
            id, targets = work[-1]
            for target in targets:
                if target not in order:
                    order[target] = lowest[target] = len(order)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(graph.get(target, ()))))
                    break
                if target in on_stack:
                    lowest[id] = min(lowest[id], order[target])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    lowest[above] = min(lowest[above], lowest[id])
                if lowest[id] == order[id]:
                    group = _taken_off(stack, on_stack, id)
                    if len(group) > 1 or id in graph.get(id, ()):
                        found.append(group)
    return found


def _taken_off(stack: list[str], on_stack: set[str], last: str) -> list[str]:
    group: list[str] = []
    while True:
        id = stack.pop()
        on_stack.discard(id)
        group.append(id)
        if id == last:
            return group


def ways_out(flows: Flows, stuck: Iterable[str]) -> tuple[set[str], set[str]]:
    """The scenes and pools from which the run can end, and those from which a call of them can
    come back. From `stuck` ones the game itself offers both."""
    ends, returns = set(stuck), set(stuck)
    before = _Before({}, {})
    for id, out in flows.items():
        for one in out:
            if one.sort == "go":
                before.goes.setdefault(one.target, []).append(id)
            elif one.sort == "call":
                for target in (one.target, one.then):
                    before.calls.setdefault(target, []).append((id, one))
            else:
                (ends if one.sort == "end" else returns).add(id)
    _spread(returns, before, lambda one: one.target in returns and one.then in returns)
    _spread(
        ends, before, lambda one: one.target in ends or (one.target in returns and one.then in ends)
    )
    if any(one.away and one.target in ends for out in flows.values() for one in out):
        ends.update(flows)  # what comes later may come anywhere, and end the run there
    return ends, returns


class _Before(NamedTuple):
    """What leads to each scene and pool: from where, and by which call."""

    goes: dict[str, list[str]]
    calls: dict[str, list[tuple[str, Flow]]]


def _spread(found: set[str], before: _Before, through: Callable[[Flow], bool]) -> None:
    """Adds all from where a way, or a call that lets `through`, leads to what was found."""
    waiting = list(found)
    while waiting:
        id = waiting.pop()
        more = [origin for origin in before.goes.get(id, ()) if origin not in found]
        for origin, one in before.calls.get(id, ()):
            if origin not in found and through(one):
                more.append(origin)
        found.update(more)
        waiting += more


def at_the_bottom(flows: Flows, returns: set[str], starts: Iterable[str]) -> set[str]:
    """The scenes and pools that can come while no call is open."""
    graph = {
        id: [
            to
            for one in out
            for to in ((one.target,) if one.sort == "go" else (one.then,))
            if to and (one.sort != "call" or one.target in returns)
        ]
        for id, out in flows.items()
    }
    return reached_from(graph, starts)


def deeper_and_deeper(flows: Flows) -> list[list[str]]:
    """The circles on which calls are opened and never closed. What comes once is on none."""
    if not any(one.sort == "call" for out in flows.values() for one in out):
        return []
    graph = {id: [to for one in out if not one.told for to in (one.target, one.then) if to]
             for id, out in flows.items()}  # fmt: skip
    found: list[list[str]] = []
    for group in circles(graph):
        members = set(group)
        calls = (one for id in group for one in flows[id] if one.sort == "call")
        if any(one.target in members for one in calls):
            found.append(group)
    return found
