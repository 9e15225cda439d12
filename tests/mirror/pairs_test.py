from __future__ import annotations

from pathlib import Path

import pytest

from game.mirror import pairs
from game.play.run import Run
from game.play.saves import resume, save_text
from game.story.model import AT_STAKE, NOT_AT_STAKE, Terms
from tests.play.small import INSTRUMENTS, begin, small

SCENES = """\
yard:
  text: The yard.
  choices:
    knock: {text: Go to the door., go: knock}
    earn: {text: Sweep., deeds: [good], go: yard}
    look: {text: Look at the sky., call: sky}
    leave: {text: Leave., end: over}
knock:
  pair: {name: A knock, cost: a coat, benefit: somebody is warm, effort: small}
  text: A knock.
  arms:
    at-stake: {text: The clerk is here., place: here}
    not-at-stake: {text: The clerk is out., place: there}
  choices:
    give: {text: Give the coat., kind: true, deeds: [good], go: yard}
    keep: {text: Keep the coat., kind: false, go: yard}
sky: {text: The sky., return: true}
"""
SYSTEM = """\
system: book
name: Book
eyes: {clerk: {at: [here]}}
rules: {good: {points: 2}}
"""

FAR_APART = ("knock", "give", "earn", "earn", "knock", "give")


def knocked(folder: Path, *choices: str) -> Run:
    return begin(small(folder, SCENES, system=SYSTEM), "knock", *choices)


def test_both_answers_stand_beside_what_each_was_worth(tmp_path: Path) -> None:
    run = knocked(tmp_path, "give", "earn", "earn", "knock", "keep", "leave")
    (row,) = pairs.rows(run)
    assert set(row.answers.values()) == {"give", "keep"}
    assert row.rewards[AT_STAKE] == {"give": 2, "keep": 0}
    assert row.rewards[NOT_AT_STAKE] == {"give": 0, "keep": 0}
    assert not row.void
    assert row.kinds == {"give": True, "keep": False}
    assert row.terms == Terms("A knock", "a coat", "somebody is warm", "small")


def test_where_all_options_give_the_same_a_pair_is_void(tmp_path: Path) -> None:
    scenes = SCENES.replace("  text: The yard.", "  text: The yard.\n  place: here")
    once = SYSTEM.replace("{points: 2}", "{points: 2, most_a_day: 2}")
    story = small(tmp_path, scenes, system=once)
    (row,) = pairs.rows(begin(story, "earn", *FAR_APART))
    assert row.rewards[AT_STAKE] == {"give": 0, "keep": 0}
    assert row.why_void == "Nothing was at stake this time"
    (row,) = pairs.rows(begin(small(tmp_path, scenes, system=SYSTEM), "earn", *FAR_APART))
    assert row.why_void is None


def test_where_the_score_sees_both_times_a_pair_is_void(tmp_path: Path) -> None:
    sees_all = SYSTEM.replace("{at: [here]}", "always")
    story = small(tmp_path, SCENES, system=sees_all)
    (row,) = pairs.rows(begin(story, *FAR_APART))
    assert row.why_void == "Something was at stake both times"


@pytest.mark.parametrize(
    ("acts", "apart"),
    [
        ((), False),
        (("earn",), False),
        (("earn", "earn"), True),
        (("look", "on"), False),
        (("look", "on", "earn"), True),
    ],
)
def test_at_least_three_scenes_lie_between_two_answers_that_count(
    tmp_path: Path, acts: tuple[str, ...], apart: bool
) -> None:
    (row,) = pairs.rows(knocked(tmp_path, "give", *acts, "knock", "keep"))
    assert row.why_void == (None if apart else "The two times lay too close together")


def test_scenes_that_were_undone_before_the_second_answer_do_not_lie_between(
    tmp_path: Path,
) -> None:
    run = knocked(tmp_path, "give", "earn", "earn")
    run.undo()
    run.undo()
    run.choose("knock")
    run.choose("keep")
    (row,) = pairs.rows(run)
    assert row.void
    for _ in range(2):
        run.undo()
    for act in ("earn", "earn", "knock", "keep"):
        run.choose(act)
    assert pairs.rows(run) == [row], "the first answer counts, as it was given"


def test_the_second_time_is_as_far_as_the_way_that_led_to_it(tmp_path: Path) -> None:
    run = knocked(tmp_path, "give")
    run.undo()
    for act in ("keep", "earn", "earn", "knock", "keep"):
        run.choose(act)
    (row,) = pairs.rows(run)
    assert not row.void
    assert set(row.answers.values()) == {"give", "keep"}, "the first answer counts"


def test_an_answer_that_was_undone_still_counts_with_its_worth(tmp_path: Path) -> None:
    run = knocked(tmp_path, "give")
    run.undo()
    run.undo()
    run.choose("leave")
    (row,) = pairs.rows(run)
    ((arm, answer),) = [(arm, answer) for arm, answer in row.answers.items() if answer]
    assert answer == "give"
    assert row.rewards[arm] == {"give": 2 if arm == AT_STAKE else 0, "keep": 0}
    again = resume(run.story, save_text(run), INSTRUMENTS).run
    assert pairs.rows(again) == [row]


def test_each_answer_has_the_date_of_the_life_that_gave_it(tmp_path: Path) -> None:
    scenes = SCENES.replace("place: there}", "place: there, life: ben, after: 3 days}")
    scenes = scenes.replace("deeds: [good], go: yard", "deeds: [good], go: back")
    scenes += "back: {life: ana, after: 20 hours, text: Back., go: yard}\n"
    story = small(tmp_path, scenes, system=SYSTEM)
    orders = set[str]()
    for seed in range(6):
        acts = ("knock", "give", "on", "knock", "keep")
        run = begin(story, *acts, seed=seed, shown=seed % 2 == 0)
        first = run.first_arms["knock"]
        day = "10 January 2019" if first == AT_STAKE else "11 January 2019"
        (row,) = pairs.rows(run)
        assert row.when == {AT_STAKE: day, NOT_AT_STAKE: "4 January 2019"}
        assert list(row.when) == [NOT_AT_STAKE, AT_STAKE], "the earlier day first"
        orders.add(first)
    assert len(orders) == 2


def test_an_arm_that_was_not_met_has_no_date(tmp_path: Path) -> None:
    (row,) = pairs.rows(knocked(tmp_path, "give"))
    met = next(arm for arm, answer in row.answers.items() if answer)
    assert row.when == {AT_STAKE: None, NOT_AT_STAKE: None, met: "10 January 2019"}


def test_an_option_that_opens_an_instrument_is_marked(tmp_path: Path) -> None:
    plain = "    keep: {text: Keep the coat., kind: false, go: yard}\n"
    benched = """\
    keep:
      text: Keep the coat, and sit down in it.
      kind: false
      play: {bench: {limit: 50}}
      words: {told: You sit., nod: Nod., leave: Get up.}
      outcomes: {left: yard, late: yard}
"""
    story = small(tmp_path, SCENES.replace(plain, benched), system=SYSTEM)
    (row,) = pairs.rows(begin(story, "knock", "give"))
    assert row.played == {"keep"}
