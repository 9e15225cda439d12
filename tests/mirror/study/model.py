"""A store in a few plain lines, to compare others with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.mirror.study.blocks import arm_of
from game.mirror.study.protocol import ArmId, Study
from game.mirror.study.store import JUDGED, Answered, ArmCounts, Counts


@dataclass
class Kept:
    """What is known of one run."""

    arm: ArmId
    answers: dict[tuple[str, str], Answered] = field(default_factory=dict)
    finished: bool = False


@dataclass
class Model:
    """Runs by id, in the order in which they began."""

    study: Study
    seed: int
    runs: dict[str, Kept] = field(default_factory=dict)
    begun: int = 0

    def start(self, run: str, hour: int) -> ArmId:
        if run not in self.runs:
            self.runs[run] = Kept(arm_of(self.begun, self.study.arms, self.seed))
            self.begun += 1
        return self.runs[run].arm

    def answer(self, run: str, answers: Sequence[Answered], hour: int) -> None:
        if run in self.runs:
            ended = self.runs[run].finished
            for one in answers:
                if ended and one.stake != JUDGED:
                    continue
                self.runs[run].answers.setdefault((one.pair, one.stake), one)

    def finish(self, run: str, hour: int) -> None:
        if run in self.runs:
            self.runs[run].finished = True

    def remove(self, run: str) -> bool:
        return self.runs.pop(run, None) is not None

    def counts(self) -> Counts:
        cells = Counter(
            (kept.arm, one.pair, one.stake, one.option)
            for kept in self.runs.values()
            for one in kept.answers.values()
        )
        arms, first = {}, {}
        outcome = self.study.outcome
        for arm in self.study.arms:
            of_arm = [kept for kept in self.runs.values() if kept.arm == arm]
            given = [kept.answers.get((outcome.pair, outcome.stake)) for kept in of_arm]
            options = [one.option for one in given if one is not None]
            finished = sum(kept.finished for kept in of_arm)
            arms[arm] = ArmCounts(len(of_arm), len(options), finished)
            options = options[: self.study.target]
            first[arm] = (sum(option in outcome.options for option in options), len(options))
        return Counts(self.study.key, False, arms, dict(cells), first)
