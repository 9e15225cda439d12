"""Intervals: against published examples, and what must hold for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.mirror.study.statistics import Interval, difference, newcombe, reach, wilson
from tests.mirror.study.people import people_wanted

TABLE_II = [
    ((56, 70, 48, 80), (0.0524, 0.3339)),
    ((9, 10, 3, 10), (0.1705, 0.8090)),
    ((6, 7, 2, 7), (0.0582, 0.8062)),
    ((5, 56, 0, 29), (-0.0381, 0.1926)),
    ((0, 10, 0, 20), (-0.1611, 0.2775)),
    ((0, 10, 0, 10), (-0.2775, 0.2775)),
    ((10, 10, 0, 20), (0.6791, 1.0000)),
    ((10, 10, 0, 10), (0.6075, 1.0000)),
]
"""Newcombe 1998, table II, method 10."""


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int, int, int]:
    of, of_other = draw(st.integers(1, 2_000)), draw(st.integers(1, 2_000))
    return draw(st.integers(0, of)), of, draw(st.integers(0, of_other)), of_other


@pytest.mark.parametrize(("people", "published"), TABLE_II, ids=str)
def test_the_published_examples_come_out(
    people: tuple[int, int, int, int], published: tuple[float, float]
) -> None:
    assert tuple(round(end, 4) for end in newcombe(*people)) == published


@pytest.mark.parametrize(
    ("count", "of", "published"),
    [
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilsons_published_examples_come_out(
    count: int, of: int, published: tuple[float, float]
) -> None:
    """Newcombe, "Two-sided confidence intervals for the single proportion", the same volume,
    857-872, table I, method 3."""
    assert tuple(round(end, 4) for end in wilson(count, of)) == published


@given(shares())
def test_it_holds_the_difference_and_nothing_impossible(people: tuple[int, int, int, int]) -> None:
    low, high = newcombe(*people)
    assert -1 <= low <= difference(*people) <= high <= 1


@given(shares())
def test_the_other_way_round_it_is_the_same_below_zero(people: tuple[int, int, int, int]) -> None:
    count, of, other, of_other = people
    low, high = newcombe(other, of_other, count, of)
    assert newcombe(*people) == Interval(-high, -low)


@given(shares())
def test_counting_those_who_did_not_turns_it_over(people: tuple[int, int, int, int]) -> None:
    count, of, other, of_other = people
    turned = newcombe(of - count, of, of_other - other, of_other)
    low, high = newcombe(*people)
    assert turned == pytest.approx((-high, -low), abs=1e-9)


@given(shares(), st.integers(2, 10))
def test_more_people_who_answer_alike_make_it_narrower(
    people: tuple[int, int, int, int], times: int
) -> None:
    few = newcombe(*people)
    many = newcombe(*(number * times for number in people))
    assert many.high - many.low < few.high - few.low


def test_a_class_reaches_32_points_to_either_side() -> None:
    assert [round(100 * reach(people)) for people in (15, 100, 400, 1_000)] == [32, 14, 7, 4]


@pytest.mark.parametrize(
    ("points", "at_80", "at_90"), [(30, 39, 52), (20, 93, 124), (10, 388, 519), (5, 1565, 2095)]
)
def test_as_many_people_as_the_textbooks_want(points: int, at_80: int, at_90: int) -> None:
    other = 0.5 + points / 100
    assert (people_wanted(0.5, other, 80), people_wanted(0.5, other, 90)) == (at_80, at_90)
