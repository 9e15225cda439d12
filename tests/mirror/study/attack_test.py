"""Whoever reads a report, and knows how it is made, learns of no small count how large it is.

The attacker tries all counts that there can be, keeps those with the same report, and looks
whether a count below ten is the same in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from game.mirror.study.disclosure import FEWEST
from game.mirror.study.report import Report, report
from game.mirror.study.store import ArmCounts, Counts
from tests.mirror.study.studies import STUDY, counts

World = tuple[int, ...]
OTHERS = {
    "nobody left": (20, range(20, 24), range(3)),
    "a third left": (20, range(30, 35), range(7, 14)),
    "not there yet": (20, range(25, 30), range(9, 13)),
    "a target between two fives": (24, range(24, 28), range(3)),
    "an interval while it is running": (60, range(30, 35), range(3)),
}
"""Targets, and other arms: how many began, and how many of them left before the question."""


def told(world: Counts, target: int) -> Report:
    return report(replace(STUDY, target=target), world, {})


def pinned(
    worlds: Iterable[World],
    as_counts: Callable[[World], Counts],
    small: Callable[[World], World],
    within: Callable[[World], bool],
    target: int = 20,
) -> Iterator[World]:
    """Worlds, within those whose like are all tried, of which a small count can be told."""
    alike: dict[Report, list[World]] = defaultdict(list)
    for world in worlds:
        alike[told(as_counts(world), target)].append(world)
    for group in alike.values():
        known = [set(values) for values in zip(*map(small, group), strict=True)]
        for world in filter(within, group):
            for value, possible in zip(small(world), known, strict=True):
                if value < FEWEST and len(possible) == 1:
                    yield world


@pytest.mark.parametrize("other", OTHERS)
def test_nothing_of_an_answer_or_of_those_who_left_before_it(other: str) -> None:
    """A world: of an arm who began, came to the question, and gave the answer, and who began and
    came in the other arm. Whoever came stayed to the end."""
    target, began, left = OTHERS[other]

    def as_counts(world: World) -> Counts:
        started, asked, gave, started2, asked2 = world
        return counts(
            {"hidden": (gave, min(asked, target)), "shown": (10, min(asked2, target))},
            {
                "hidden": ArmCounts(started, asked, asked),
                "shown": ArmCounts(started2, asked2, asked2),
            },
        )

    def small(world: World) -> World:
        started, asked, gave, started2, asked2 = world
        came = min(asked, target)
        return started, started - asked, gave, came - gave, started2 - asked2

    worlds = (
        (started, asked, gave, started2, started2 - left2)
        for started in (*range(12), *range(20, 25), *range(30, 35))
        for asked in range(max(0, started - 13), started + 1)
        for gave in {0, 1, 9, 10, 11, min(asked, target)}
        if gave <= asked
        for started2 in began
        for left2 in left
    )
    inside = min(began) + len(began) // 2

    def within(world: World) -> bool:
        return world[0] not in (10, 11) and world[3] == inside

    assert list(pinned(worlds, as_counts, small, within, target)) == []


def test_nothing_of_those_who_left_before_the_end() -> None:
    """A world: of an arm who began, came to the question, and to the end, and of the other."""

    def as_counts(world: World) -> Counts:
        arms = {"hidden": ArmCounts(*world[:3]), "shown": ArmCounts(*world[3:])}
        return counts({"hidden": (10, 20), "shown": (10, 20)}, arms)

    def small(world: World) -> World:
        started, asked, finished = world[:3]
        return started - asked, started - finished, asked - finished

    worlds = (
        (started, asked, finished, started2, asked2, finished2)
        for started in range(30, 35)
        for asked in range(20, started + 1)
        for finished in range(max(10, asked - 11), asked + 1)
        for started2 in (30, 33)
        for asked2 in range(20, started2 + 1, 2)
        for finished2 in range(max(10, asked2 - 11), asked2 + 1)
    )
    assert list(pinned(worlds, as_counts, small, lambda one: one[2] > 11)) == []


def test_nothing_of_an_answer_out_of_three() -> None:
    """A world: three answers, and how many of those who began did not come to the question."""

    def as_counts(world: World) -> Counts:
        came, left = sum(world[:3]), world[3]
        cells = {
            ("hidden", "rent", "at-stake", option): count
            for option, count in zip("abc", world, strict=False)
            if count
        }
        return counts(
            arms={"hidden": ArmCounts(came + left, came, came), "shown": ArmCounts(60, 60, 60)},
            cells=cells,
        )

    worlds = (
        (first, second, third, left)
        for first in range(9, 20)
        for second in range(9, 20)
        for third in range(15)
        for left in range(12)
    )

    def within(world: World) -> bool:
        return all(10 <= count < 15 for count in world[:2]) and max(world[2:]) < 8

    assert list(pinned(worlds, as_counts, lambda world: world, within)) == []
