"""A study and counts for tests."""

from __future__ import annotations

from collections.abc import Mapping

from game.mirror.study.protocol import ArmId, Outcome, Study
from game.mirror.study.store import ArmCounts, Counts

PAIR = "the-call"
TALK = "talk"
STUDY = Study(
    id="lamp",
    story="a-thousand",
    question="Do visitors who see the score talk to a friend as often as those who do not?",
    outcome=Outcome(PAIR, "at-stake", frozenset({TALK}), "talked to the friend"),
    arms=("hidden", "shown"),
    target=60,
    margin=10,
    host="The museum",
    seen_by="",
    fingerprint="f00d",
)


def counts(
    first: Mapping[ArmId, tuple[int, int]] | None = None,
    arms: Mapping[ArmId, ArmCounts] | None = None,
    cells: Mapping[tuple[ArmId, str, str, str], int] | None = None,
    simulated: bool = False,
) -> Counts:
    """Counts of the two arms, where by itself 100 began in each, 80 of them came to the question
    and 60 to the end, and half of those who are compared talked."""
    return Counts(
        study=STUDY.key,
        simulated=simulated,
        arms=arms or {"hidden": ArmCounts(100, 80, 60), "shown": ArmCounts(100, 80, 60)},
        cells=cells or {},
        first=first or {"hidden": (30, 60), "shown": (30, 60)},
    )
