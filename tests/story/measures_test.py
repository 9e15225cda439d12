from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import measures
from game.story.calendar import DAY, hhmm, moment_of
from game.story.measures import MeasureError


def test_moments_are_minutes() -> None:
    assert str(moment_of(measures.moment("2019-01-16 20:07"))) == "2019-01-16 20:07:00"
    assert hhmm(measures.moment("2019-03-28")) == "00:00"


@pytest.mark.parametrize("text", ["2019-02-30", "2019-1-1", "1066-01-01", "9999-01-01", "soon", ""])
def test_a_wrong_moment_is_refused(text: str) -> None:
    with pytest.raises(MeasureError):
        measures.moment(text)


def test_hours_may_pass_midnight() -> None:
    assert measures.hours("06:00-08:30") == ((360, 510),)
    assert measures.hours("22:00-06:00") == ((1320, DAY), (0, 360))
    assert measures.hours("22:00-24:00") == ((1320, DAY),)
    assert measures.hours("22:00-00:00") == ((1320, DAY),)


@pytest.mark.parametrize("text", ["06:00", "6-8", "06:00-06:00", "24:00-06:00", "06:60-07:00"])
def test_wrong_hours_are_refused(text: str) -> None:
    with pytest.raises(MeasureError):
        measures.hours(text)


def test_durations_and_shares() -> None:
    assert measures.duration("4 minutes") == 4
    assert measures.duration("1 week") == 7 * DAY
    assert measures.percent("80%") == 80
    for text in ("4", "four minutes", "1000000 weeks", "-1 days", "1.5 hours"):
        with pytest.raises(MeasureError):
            measures.duration(text)
    for text in ("80", "101%", "-1%", "8 %"):
        with pytest.raises(MeasureError):
            measures.percent(text)


@given(st.text(max_size=30))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    for read in (
        measures.moment,
        measures.hours,
        measures.duration,
        measures.percent,
        measures.time_of_day,
    ):
        try:
            read(text)
        except MeasureError as error:
            assert str(error)
