"""How far the statistics of a study can be trusted, found out by trying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb
from typing import NamedTuple

from game.mirror.study.blocks import arm_of
from game.mirror.study.protocol import ArmId
from game.mirror.study.simulated import Chance
from game.mirror.study.statistics import Interval, hybrid, wilson

SHARES = tuple(percent / 100 for percent in range(5, 100, 5))
"""Every share that is tried in one arm, against each in the other."""
FEW = 1e-9
"""Results that are rarer change nothing that is told."""
ARMS: tuple[ArmId, ArmId] = ("hidden", "shown")


class Coverage(NamedTuple):
    """How often an interval holds the truth: at worst, with the shares where that is, and on
    average over all shares."""

    worst: float
    where: tuple[float, float]
    mean: float


def coverage(people: int, shares: Sequence[float] = SHARES) -> Coverage:
    """Of Newcombe's interval with so many people in each arm. Nothing is drawn: every result is
    weighed by how often it comes."""
    ends = [wilson(count, people) for count in range(people + 1)]
    weights = {share: _weights(people, share) for share in shares}
    found = [
        (_held(people, share, other, weights[share], weights[other], ends), (share, other))
        for share in shares
        for other in shares
        if share <= other
    ]
    # What holds of two shares holds of them the other way round.
    mean = sum(held * (1 + (one != other)) for held, (one, other) in found) / len(shares) ** 2
    return Coverage(*min(found), mean)


def _weights(people: int, share: float) -> list[tuple[int, float]]:
    """Counts, each with how often it comes."""
    likely = (
        (count, comb(people, count) * share**count * (1 - share) ** (people - count))
        for count in range(people + 1)
    )
    return [(count, weight) for count, weight in likely if weight > FEW]


def _held(
    people: int,
    share: float,
    other: float,
    weights: list[tuple[int, float]],
    weights2: list[tuple[int, float]],
    ends: list[Interval],
) -> float:
    """How often the interval of `other` less `share` holds just that."""
    truth, held = other - share, 0.0
    for count, weight in weights:
        for count2, weight2 in weights2:
            low, high = hybrid(count2 / people, ends[count2], count / people, ends[count])
            if low <= truth <= high:
                held += weight * weight2
    return held


class Alarms(NamedTuple):
    """Of a hundred studies in which nothing differs, so many say that something does: with one
    look, at the target, and if whoever looks now and then stops when something seems to."""

    once: float
    peeking: float


def false_alarms(target: int, every: int, share: float, studies: int, chance: Chance) -> Alarms:
    """So many studies are drawn, in which both arms have the same share. `every`: people in each
    arm from one look to the next."""
    once = peeking = 0
    ends = {of: [wilson(n, of) for n in range(of + 1)] for of in range(every, target + 1, every)}
    for _ in range(studies):
        first = second = 0
        alarm = False
        for of in range(1, target + 1):
            first += chance() < share
            second += chance() < share
            if of in ends:
                low, high = hybrid(second / of, ends[of][second], first / of, ends[of][first])
                now = low > 0 or high < 0
                alarm = alarm or now
        once += now
        peeking += alarm
    return Alarms(100 * once / studies, 100 * peeking / studies)


def furthest_apart(runs: int, seeds: Iterator[int]) -> int:
    """By how many the arms of a study differ in size, at most, at any moment."""
    furthest = 0
    for seed in seeds:
        ahead = 0
        for number in range(runs):
            ahead += 1 if arm_of(number, ARMS, seed) == ARMS[0] else -1
            furthest = max(furthest, abs(ahead))
    return furthest


def told(
    chance: Chance, studies: int, sizes: Sequence[int] = (10, 30, 100, 400), blocks: int = 200
) -> Iterator[str]:
    """Everything, line by line as it is found. `studies`: so many are drawn for each of the
    false alarms, and `blocks` to look at the arms."""
    yield "How often the interval (95 %) holds the true difference, over all shares from 5 to"
    yield "95 % in either arm; worked out, not drawn:"
    yield "  people in each arm    at worst      on average"
    for people in sizes:
        found = coverage(people)
        where = " and ".join(f"{100 * share:.0f} %" for share in found.where)
        yield (
            f"  {people:>18,}    {100 * found.worst:5.1f} %    {100 * found.mean:9.1f} %"
            f"    (worst at {where})"
        )
    yield ""
    yield f"How often something seems to differ where nothing does; {studies:,} studies drawn for"
    yield "each line, half of all people giving the answer. One look is this game's rule:"
    yield "  people in each arm    one look, at the target    a look after every 10, and stop"
    for people in sizes[1:]:
        alarms = false_alarms(people, 10, 0.5, studies, chance)
        yield f"  {people:>18,}    {alarms.once:21.1f} %    {alarms.peeking:27.1f} %"
    yield ""
    seeds = (int(2**63 * chance()) for _ in range(blocks))
    yield (
        f"Blocks: in {blocks} studies of 1,000 runs the arms were never further apart than "
        f"{furthest_apart(1_000, seeds)} runs."
    )
