from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from game.mirror.statements import drawn, told_apart
from game.story.model import Story
from tests.play.small import YARD, small

CARDS = "{moon: {kind: research, says: The moon is round., source: Everybody}}"
STATEMENTS = """{
  round: {says: The moon is round., is: true, card: moon},
  grey: {says: The moon is grey., is: true, card: moon},
  flat: {says: The moon is flat., is: false, card: moon},
  near: {says: The moon is near., is: false, card: moon, source: A newspaper},
  cheese: {says: The moon is a cheese., is: myth, card: moon},
  face: {says: The moon is a face., is: myth, card: moon},
}""".replace("\n", " ")


def story(folder: Path) -> Story:
    return small(folder, YARD, cards=CARDS, statements=STATEMENTS)


def test_a_run_shows_one_statement_of_each_truth(tmp_path: Path) -> None:
    ours = story(tmp_path)
    for seed in range(20):
        shown = drawn(ours, seed)
        assert sorted(one.truth for one in shown) == ["false", "myth", "true"]
        assert drawn(ours, seed) == shown


def test_which_are_shown_and_in_which_order_is_drawn_evenly(tmp_path: Path) -> None:
    ours = story(tmp_path)
    runs = [drawn(ours, seed) for seed in range(1200)]
    for id in ours.statements:
        assert 500 < sum(id in [one.id for one in run] for run in runs) < 700
    orders = [tuple(one.truth for one in run) for run in runs]
    assert len(set(orders)) == 6
    assert all(140 < orders.count(order) < 260 for order in set(orders))


def test_another_statement_of_one_truth_leaves_the_other_draws_alone(tmp_path: Path) -> None:
    ours = story(tmp_path)
    more = STATEMENTS.replace(
        "flat:", "square: {says: It is square., is: false, card: moon}, flat:"
    )
    theirs = small(tmp_path, YARD, cards=CARDS, statements=more)
    for seed in range(20):
        before, after = ([one.id for one in drawn(each, seed) if one.truth != "false"]
                         for each in (ours, theirs))  # fmt: skip
        assert before == after


def test_a_story_without_statements_shows_none(tmp_path: Path) -> None:
    assert drawn(small(tmp_path, YARD), 1) == ()


@pytest.mark.parametrize(
    ("called", "says"),
    [
        ((True, False, False), "You told true from false each time."),
        ((False, False, False), "You called everything false, and so told nothing apart."),
        ((True, True, True), "You called everything true, and so told nothing apart."),
        ((True, False, True), "You told true from false in part."),
        ((False, True, False), "You believed more of what is false than of what is true."),
        ((False, True, True), "You believed more of what is false than of what is true."),
    ],
)
def test_what_is_told_is_how_well_true_and_false_were_told_apart(
    tmp_path: Path, called: tuple[bool, ...], says: str
) -> None:
    apart = told_apart(dict(zip(("round", "flat", "cheese"), called, strict=True)), story(tmp_path))
    right, others = int(called[0]), sum(called[1:])
    assert (apart.true_believed, apart.true) == (right, 1)
    assert (apart.others_believed, apart.others) == (others, 2)
    counts = f"Called true: {right} of 1 that is true, {others} of 2 that are not."
    assert apart.says == f"{says} {counts}"


def test_only_who_calls_all_right_is_told_so(tmp_path: Path) -> None:
    ours = story(tmp_path)
    for called in product((True, False), repeat=4):
        judged = dict(zip(("round", "grey", "flat", "cheese"), called, strict=True))
        each_time = "each time" in told_apart(judged, ours).says
        assert each_time == (called == (True, True, False, False))


def test_as_much_of_both_kinds_is_nothing_told_apart(tmp_path: Path) -> None:
    judged = {"round": True, "grey": False, "flat": True, "cheese": False}
    says = told_apart(judged, story(tmp_path)).says
    assert says.startswith("You believed as much of what is false as of what is true.")


@pytest.mark.parametrize("judged", [{}, {"round": True}, {"flat": False, "gone": True}])
def test_where_one_kind_was_not_judged_nothing_is_said(
    tmp_path: Path, judged: dict[str, bool]
) -> None:
    assert told_apart(judged, story(tmp_path)).says == ""
