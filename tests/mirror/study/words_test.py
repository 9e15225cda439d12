"""What is said of a study: verdicts, limits, and how little a class can tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.mirror.study import words
from game.mirror.study.report import report
from game.mirror.study.statistics import reach
from game.mirror.study.store import ArmCounts, Counts
from tests.mirror.study.studies import STUDY, counts


def said(found: Counts, **changed: int) -> str:
    study = replace(STUDY, **changed)
    return "\n".join(words.sentences(report(study, found, {})))


@pytest.mark.parametrize(
    ("shown", "verdict"), [(45, "Clearly different. "), (33, "Too close to call. ")]
)
def test_the_verdict_comes_first_with_its_figures(shown: int, verdict: str) -> None:
    told = said(counts({"hidden": (25, 60), "shown": (shown, 60)}))
    assert told.startswith(verdict)
    assert f"Score shown: {shown} of 60 talked to the friend." in told


def test_no_sign_of_a_difference_names_the_margin() -> None:
    alike = counts(
        {"hidden": (400, 800), "shown": (400, 800)},
        {"hidden": ArmCounts(900, 850, 800), "shown": ArmCounts(900, 850, 800)},
    )
    assert said(alike, target=800).startswith("No sign of a difference. ")
    assert "within the 10 points" in said(alike, target=800)


def test_a_clear_difference_that_does_not_matter_is_said_to_be_one() -> None:
    found = counts(
        {"hidden": (4000, 8000), "shown": (4200, 8000)},
        {"hidden": ArmCounts(9000, 8500, 8000), "shown": ArmCounts(9000, 8500, 8000)},
    )
    told = said(found, target=8000)
    assert told.startswith("Clearly different. The difference is +2.5 points")
    assert "It is smaller than the 10 points" in told


def test_before_the_target_there_is_no_verdict_and_it_says_what_is_wanted() -> None:
    told = said(counts({"hidden": (30, 60), "shown": (30, 60)}), target=100)
    assert told.startswith("Running: there is a verdict when 100 in each arm")
    assert "Score shown: some 20 are still wanted." in told
    assert "So far, roughly" in told
    for verdict in ("Clearly different", "Too close to call", "No sign"):
        assert verdict not in told


def test_what_is_withheld_says_why_and_gives_no_figure_of_the_effect() -> None:
    arms = {"hidden": ArmCounts(100, 80, 60), "shown": ArmCounts(100, 80, 50)}
    told = said(counts(arms=arms)).split("\n")[0]
    assert told.startswith("Withheld: the share of those who left differs by more than 5 points")
    few = said(counts({"hidden": (5, 60), "shown": (30, 60)})).split("\n")[0]
    assert few.startswith("Withheld: fewer than 10 gave one of the answers, or ")


def test_how_little_a_class_can_tell_is_worked_out() -> None:
    told = said(counts())
    assert f"With 15 in each arm the interval reaches about {100 * reach(15):.0f} points" in told
    assert "your class alone cannot tell" in told
    assert f"With 60 in each arm the interval reaches about {100 * reach(60):.0f} points" in told
    assert "interval reaches about 28 points to either side: too far" in said(counts(), target=20)


def test_the_limits_are_always_said() -> None:
    for found in (counts(), counts({"hidden": (1, 2), "shown": (1, 2)})):
        assert all(limit in said(found) for limit in words.LIMITS)


def test_statements_are_told_apart_in_a_sentence_for_each_arm() -> None:
    cells = {
        ("hidden", id, "judged", option): count
        for id, called in {"wages": 45, "myth": 24}.items()
        for option, count in {"true": called, "not true": 60 - called}.items()
    }
    found = report(STUDY, counts(cells=cells), {"wages": True, "myth": False})
    (told,) = (line for line in words.sentences(found) if "judgements" in line)
    assert told == (
        "Score hidden: of the judgements of true statements 75 % were “true”, of those of false "
        "ones 40 %: told apart by +35 points."
    )


@pytest.mark.parametrize(
    ("value", "told"), [(13.26, "+13.3"), (-0.4, "−0.4"), (0.5, "+0.5"), (-0.01, "0"), (20, "+20")]
)
def test_points_have_a_sign_and_a_decimal_where_there_is_one(value: float, told: str) -> None:
    assert words.points(value) == told
