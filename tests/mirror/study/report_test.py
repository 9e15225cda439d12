"""What is told of a study: states, verdicts, and nothing of few people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.mirror.study.report import Report, report
from game.mirror.study.store import ArmCounts
from tests.mirror.study.studies import PAIR, STUDY, counts

BEFORE_THE_TARGET = {"hidden": (30, 60), "shown": (20, 59)}


def told(**given: object) -> Report:
    return report(STUDY, counts(**given), {})


# --- the state of a study ---


def test_before_the_target_in_both_arms_there_is_no_verdict() -> None:
    found = told(first=BEFORE_THE_TARGET)
    assert (found.state, found.verdict) == ("running", None)
    assert told(first={"hidden": (30, 60), "shown": (20, 60)}).state == "decided"


def test_a_running_study_has_an_interval_in_steps_from_which_no_count_follows() -> None:
    effect = told(first=BEFORE_THE_TARGET).effect
    assert effect is not None
    assert effect.counts == ()
    assert effect.shares == (50, 35)
    assert (effect.apart, effect.low, effect.high) == (-15, -35, 5)
    one_more = told(first={"hidden": (30, 60), "shown": (21, 59)})
    assert one_more.effect == effect


def test_a_running_study_says_how_many_are_wanted_at_most() -> None:
    arms = {"hidden": ArmCounts(60, 42, 20), "shown": ArmCounts(80, 66, 20)}
    found = told(first={"hidden": (20, 42), "shown": (20, 60)}, arms=arms)
    assert found.wanted == (20, 0)


@pytest.mark.parametrize(
    ("hidden", "shown", "verdict"),
    [
        (20, 35, "clearly different"),
        (35, 20, "clearly different"),
        (30, 34, "too close to call"),
        (30, 30, "too close to call"),
    ],
)
def test_a_decided_study_has_one_of_three_verdicts(hidden: int, shown: int, verdict: str) -> None:
    assert told(first={"hidden": (hidden, 60), "shown": (shown, 60)}).verdict == verdict


def test_no_sign_of_a_difference_needs_an_interval_within_the_margin() -> None:
    alike = {"hidden": (200, 400), "shown": (201, 400)}
    many = {"hidden": ArmCounts(500, 450, 400), "shown": ArmCounts(500, 450, 400)}
    study = replace(STUDY, target=400)
    assert report(study, counts(alike, many), {}).verdict == "no sign of a difference"
    narrower = replace(study, margin=6)
    assert report(narrower, counts(alike, many), {}).verdict == "too close to call"


def test_the_effect_is_the_second_arm_less_the_first_with_exact_counts() -> None:
    effect = told(first={"hidden": (20, 60), "shown": (35, 60)}).effect
    assert effect is not None
    assert effect.counts == ((20, 60), (35, 60))
    assert effect.apart == pytest.approx(25)
    assert 0 < effect.low < 25 < effect.high


# --- drop-out ---


def dropout(finished: int, asked: int = 80) -> Report:
    return told(arms={"hidden": ArmCounts(100, 80, 60), "shown": ArmCounts(100, asked, finished)})


def test_five_points_of_drop_out_are_borne_and_more_are_not() -> None:
    assert dropout(55).state == "decided"
    assert (dropout(54).state, dropout(54).why) == ("withheld", "drop-out")
    assert dropout(60, asked=85).state == "decided"
    assert (dropout(60, asked=86).state, dropout(60, asked=86).why) == ("withheld", "drop-out")


def test_where_it_is_withheld_there_is_no_effect_and_no_verdict() -> None:
    assert (dropout(54).effect, dropout(54).verdict) == (None, None)


def test_where_few_left_it_is_not_said_that_it_is_withheld_for_that() -> None:
    arms = {"hidden": ArmCounts(100, 100, 100), "shown": ArmCounts(100, 94, 94)}
    found = told(arms=arms)
    assert (found.state, found.why) == ("withheld", "small")
    few = {"hidden": (30, 60), "shown": (9, 60)}
    assert told(first=few).why == "small"


# --- few people ---


@pytest.mark.parametrize("count", [0, 9, 51, 60])
def test_an_answer_of_few_or_of_all_but_few_takes_the_effect_with_it(count: int) -> None:
    found = told(first={"hidden": (count, 60), "shown": (30, 60)})
    assert (found.state, found.effect, found.verdict) == ("withheld", None, None)
    soon = told(first={"hidden": (count, 60), "shown": (20, 50)})
    assert (soon.state, soon.effect) == ("running", None)


def test_counts_are_rounded_down_and_drop_out_is_told_of_both_arms_or_of_none() -> None:
    arms = {"hidden": ArmCounts(104, 93, 78), "shown": ArmCounts(101, 92, 79)}
    first, second = told(arms=arms).arms
    assert (first.started, second.started) == (100, 100)
    assert (first.question, second.question) == (None, None)
    assert first.end is not None
    assert (first.end.came, first.end.percent) == (75, 25)


def test_other_answers_are_told_unless_few_gave_them_or_all_but_few() -> None:
    cells = {
        ("hidden", "rent", "at-stake", "pay"): 47,
        ("hidden", "rent", "at-stake", "wait"): 31,
        ("hidden", "rent", "at-stake", "leave"): 9,
        ("shown", "rent", "at-stake", "pay"): 78,
        ("shown", "rent", "at-stake", "wait"): 9,
        ("hidden", PAIR, "at-stake", "talk"): 40,
        ("hidden", PAIR, "not-at-stake", "talk"): 40,
        ("hidden", PAIR, "not-at-stake", "read"): 40,
    }
    rows = told(cells=cells).answers
    assert [(row.pair, row.stake, row.option, row.counts) for row in rows] == [
        ("rent", "at-stake", "pay", (45, None)),
        ("rent", "at-stake", "wait", (30, None)),
        (PAIR, "not-at-stake", "read", (40, None)),
        (PAIR, "not-at-stake", "talk", (40, None)),
    ]


TRUTHS = {"wages": True, "one-score": False, "myth": False}


def judged(wages: int, one_score: int, myth: int) -> Report:
    """Of 60 in each arm, so many called these statements true."""
    called = {"wages": wages, "one-score": one_score, "myth": myth}
    cells = {
        (arm, id, "judged", option): count if option == "true" else 60 - count
        for arm in STUDY.arms
        for id, count in called.items()
        for option in ("true", "false")
    }
    return report(STUDY, counts(cells=cells), TRUTHS)


def test_statements_are_told_apart_by_both_kinds_of_them() -> None:
    first, second = judged(45, 30, 18).told_apart
    assert first is not None
    assert (first.true, first.false, first.apart) == (75, 40, 35)
    assert second == first


def test_calling_everything_false_tells_nothing_apart() -> None:
    found = judged(20, 20, 20).told_apart[0]
    assert found is not None
    assert found.apart < 1


def test_judgements_of_few_are_not_told() -> None:
    assert judged(9, 30, 30).told_apart == (None, None)
    # 19 judgements of two statements may be those of ten people.
    assert judged(45, 10, 9).told_apart == (None, None)
    assert judged(45, 10, 10).told_apart != (None, None)


def test_statements_stand_nowhere_else() -> None:
    assert judged(45, 30, 18).answers == ()
