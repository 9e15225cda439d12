"""How far the statistics can be trusted: small trials, of which the outcome is known."""

from __future__ import annotations

import random
from itertools import product
from math import comb

import pytest

from game.mirror.study.statistics import newcombe
from game.mirror.study.trial import coverage, false_alarms, furthest_apart, told


def held(people: int, share: float, other: float) -> float:
    """How often the interval holds the difference, result by result."""

    def weight(count: int, share: float) -> float:
        return comb(people, count) * share**count * (1 - share) ** (people - count)

    found = 0.0
    for count, count2 in product(range(people + 1), repeat=2):
        low, high = newcombe(count2, people, count, people)
        if low <= other - share <= high:
            found += weight(count, share) * weight(count2, other)
    return found


def test_coverage_is_that_of_the_interval_result_by_result() -> None:
    shares = (0.15, 0.55, 0.8)
    each = {pair: held(9, *pair) for pair in product(shares, repeat=2)}
    found = coverage(9, shares)
    assert found.worst == pytest.approx(min(each.values()), abs=1e-6)
    assert found.mean == pytest.approx(sum(each.values()) / 9, abs=1e-6)
    assert held(9, *found.where) == pytest.approx(found.worst, abs=1e-6)


@pytest.mark.parametrize(("people", "percent"), [(10, 98.7), (15, 97.0)])
def test_coverage_of_few_people_is_as_others_found(people: int, percent: float) -> None:
    assert 100 * held(people, 0.95, 0.8) == pytest.approx(percent, abs=0.25)


def test_with_many_people_it_is_close_to_95_in_a_hundred_everywhere() -> None:
    found = coverage(100)
    assert found.worst > 0.935
    assert found.mean == pytest.approx(0.95, abs=0.003)


def test_one_look_errs_5_times_in_a_hundred_and_peeking_far_more_often() -> None:
    alarms = false_alarms(200, 10, 0.5, 400, random.Random(1).random)
    assert 2 < alarms.once < 8
    assert alarms.peeking > 3 * alarms.once


def test_a_single_look_is_no_peeking() -> None:
    alarms = false_alarms(40, 40, 0.5, 200, random.Random(1).random)
    assert alarms.once == alarms.peeking


def test_the_arms_are_never_further_apart_than_half_of_a_block() -> None:
    assert furthest_apart(400, iter(range(20))) == 4


def test_all_of_it_is_told_with_figures() -> None:
    lines = list(told(random.Random(1).random, 20, (10, 30), blocks=3))
    assert [line.split()[0] for line in lines if line.strip()[:1].isdigit()][1:] == [
        "10",
        "30",
        "30",
    ]
