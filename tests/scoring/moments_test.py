"""Bands: which moments they multiply."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.scoring.moments import how_often_lit, lit, lit_hours
from game.story.calendar import DAY
from game.story.systems import Band

minute = st.sampled_from((0, 1, 59, 60, 400, 720, 1439)) | st.integers(0, 1439)
hours = st.lists(st.tuples(minute, minute | st.just(1440)), max_size=4).map(tuple)
moment = st.integers(-5_000, 5_000)


@given(
    hours, st.none() | moment, st.none() | moment, moment, st.integers(1, 700), st.integers(0, 9)
)
def test_many_moments_are_lit_as_often_as_each_of_them(
    given_hours: tuple[tuple[int, int], ...],
    since: int | None,
    until: int | None,
    first: int,
    step: int,
    count: int,
) -> None:
    band = Band("b", "b", given_hours, since=since, until=until)
    moments = range(first, first + step * count, step)
    assert how_often_lit(band, moments) == sum(lit(band, at) for at in moments)


@given(hours, st.none() | moment, st.none() | moment, moment)
def test_the_hours_of_a_day_are_those_in_which_it_is_lit(
    given_hours: tuple[tuple[int, int], ...], since: int | None, until: int | None, at: int
) -> None:
    band = Band("b", "b", given_hours, since=since, until=until)
    spans = lit_hours(band, at)
    assert lit(band, at) == any(first <= at % DAY < end for first, end in spans)
    assert [minute for span in spans for minute in span] == sorted(
        {minute for span in spans for minute in span}
    )
