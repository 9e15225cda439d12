"""Amounts and their moments: what is asked quickly is what adding them all up would give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.scoring.timeline import Timeline

moments = st.integers(-20, 20)
amounts = st.lists(st.tuples(moments, st.integers(-9, 9)), max_size=12)


def filled(given: list[tuple[int, int]]) -> Timeline:
    timeline = Timeline()
    for at, amount in given:
        timeline.add(at, amount)
    return timeline


@given(amounts, st.none() | moments, moments)
def test_a_total_is_the_sum_of_what_lies_between(
    given_amounts: list[tuple[int, int]], after: int | None, until: int
) -> None:
    between = [
        amount for at, amount in given_amounts if at <= until and (after is None or after < at)
    ]
    assert filled(given_amounts).total(after, until) == sum(between)


@given(amounts, amounts)
def test_what_is_added_to_a_copy_stays_there(
    given_amounts: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    timeline = filled(given_amounts)
    other = timeline.copy()
    for at, amount in more:
        other.add(at, amount)
    assert timeline.total(None, 20) == sum(amount for _, amount in given_amounts)
    assert other.total(None, 20) == sum(amount for _, amount in given_amounts + more)
