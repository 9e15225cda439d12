"""When a scene is: on a day, after some time, at the next time of day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.play.small import begin, small

DAY = """\
yard:
  text: The yard.
  choices:
    noon: {text: Noon., go: at-noon}
    night: {text: Night., go: at-night}
    other: {text: Another., go: bens}
    late: {text: The end of time., go: late}
at-noon: {at: "12:00", text: Noon., go: yard}
at-night: {at: 23:30, text: Night., go: yard}
bens: {life: ben, at: 07:15, text: Ben., go: at-noon}
late: {at: 2199-12-31 23:00, text: Late., go: at-noon}
"""


@pytest.mark.parametrize(
    ("choices", "when"),
    [
        (("noon",), "Thursday 10 January 2019, 12:00"),
        (("night",), "Thursday 10 January 2019, 23:30"),
        (("night", "on", "noon"), "Friday 11 January 2019, 12:00"),
        (("night", "on", "night"), "Thursday 10 January 2019, 23:30"),
        (("other",), "Wednesday 2 January 2019, 07:15"),
        (("other", "on"), "Wednesday 2 January 2019, 12:00"),
        (("late", "on"), "Tuesday 31 December 2199, 23:59"),
    ],
)
def test_a_time_of_day_is_the_next_one_of_the_life_that_is_played(
    tmp_path: Path, choices: tuple[str, ...], when: str
) -> None:
    assert begin(small(tmp_path, DAY), *choices).view().when == when
