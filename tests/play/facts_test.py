from __future__ import annotations

from pathlib import Path

from tests.play.small import SYSTEM, YARD, begin, small

BANDS = """\
bands:
  double: {hours: [06:00-08:30, "23:00-01:00"], until: 2019-01-11}
"""
LATER = YARD.replace("street: {", "street: {after: 12 hours, ")


def test_a_band_tells_its_hours_of_this_day_as_long_as_it_is_in_force(tmp_path: Path) -> None:
    run = begin(small(tmp_path, LATER, SYSTEM + BANDS))
    assert run.facts.lit_hours("double") == ((0, 60), (360, 510), (1380, 1440))
    run.choose("walk")
    assert run.facts.lit_hours("double") == ()


def test_where_the_score_is_hidden_no_hours_are_lit(tmp_path: Path) -> None:
    run = begin(small(tmp_path, LATER, SYSTEM + BANDS), shown=False)
    assert run.facts.lit_hours("double") == ()
