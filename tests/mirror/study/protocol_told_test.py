"""What visitors read of a study."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.mirror.consent import asked
from game.mirror.study.protocol import ARM_WORDS, ArmId
from game.mirror.study.protocol_told import told
from tests.mirror.study.studies import STUDY


def test_all_that_a_visitor_should_know_is_told() -> None:
    by_head = dict(told(STUDY))
    assert STUDY.question.rstrip(".") in by_head["The question"]
    assert all(ARM_WORDS[arm] in by_head["Two versions"] for arm in STUDY.arms)
    assert STUDY.outcome.words in by_head["What is compared"]
    assert f"When {STUDY.target} in each version" in by_head["When something is said"]
    assert "hour" in by_head["What is kept"] and "No name" in by_head["What is never kept"]
    assert STUDY.host in by_head["Who asks"]
    assert "Remove my answers" in by_head["Taking it back"]


def test_no_figure_but_those_of_the_protocol_itself() -> None:
    study = replace(STUDY, question="Why?", target=120, margin=7)
    said = " ".join(sentence for _, sentence in told(study))
    assert re.findall(r"\d+", said) == ["120", "7"]


@pytest.mark.parametrize(
    ("arms", "says"), [(("self", "others"), True), (("hidden", "shown"), False)]
)
def test_who_else_sees_the_score_is_said_where_somebody_does(
    arms: tuple[ArmId, ArmId], says: bool
) -> None:
    study = replace(STUDY, arms=arms, seen_by="everybody in this room")
    assert ("everybody in this room" in dict(told(study))["Two versions"]) is says


def test_without_a_study_nothing_of_one_is_asked() -> None:
    plain, counted = asked(None), asked(STUDY)
    assert "comparison" not in " ".join(plain.says)
    assert STUDY.host.rstrip(".") in " ".join(counted.says)
    assert counted.without == "Play without being counted"
