"""A run that takes part in a study: its arm at the start, and its answers as they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.mirror.study.protocol import ARM_WORDS, ArmId, Study
from game.mirror.study.store import Answered, Store, judgement
from game.play.inputs import Inputs
from game.play.run import Run

ALONE = "you alone"
"""Who sees the score, in the arm "self"."""


def version_of(inputs: Inputs) -> str:
    """Which version of a study a run was given, for its player at the end; nothing if it is in
    none."""
    if not inputs.study:
        return ""
    arm: ArmId = "shown" if inputs.shown else "hidden"
    if inputs.audience:
        arm = "self" if inputs.audience == (ALONE,) else "others"
    told = f"In the comparison, chance gave you the version with the {ARM_WORDS[arm]}."
    seen_by = "".join(f" “Seen by {who}” was a part of it." for who in inputs.audience)
    return told + seen_by


class Enrolment:
    """A study that a host has switched on. `hour` tells the whole hours since 1970. What is kept
    is left to the store, which may raise StoreError; a run goes on without it."""

    def __init__(self, study: Study, store: Store, hour: Callable[[], int]) -> None:
        self.study = study
        self.store = store
        self._hour = hour

    def begin(self, inputs: Inputs) -> Inputs:
        """What a run is given that begins now: its arm. It must have an id."""
        arm = self.store.start(inputs.id, self._hour())
        audience: Mapping[ArmId, tuple[str, ...]] = {
            "self": (ALONE,),
            "others": (self.study.seen_by,),
        }
        return replace(
            inputs,
            shown=arm != "hidden",
            audience=audience.get(arm, ()),
            study=self.study.key,
        )

    def takes_part(self, run: Run) -> bool:
        """Whether the run began in this very study."""
        return bool(run.inputs.id) and run.inputs.study == self.study.key

    def write(self, run: Run, judged: Mapping[str, bool]) -> None:
        """Everything that was answered so far; what is known already stays as it was."""
        answers = [
            Answered(
                answer.scene,
                answer.arm,
                answer.choice,
                1 if run.first_arms[answer.scene] == answer.arm else 2,
            )
            for answer in run.answers()
        ]
        answers += [
            judgement(statement, true, place)
            for place, (statement, true) in enumerate(judged.items(), 1)
        ]
        if answers:
            self.store.answer(run.inputs.id, answers, self._hour())
        if run.state.phase == "end":
            self.store.finish(run.inputs.id, self._hour())

    def remove(self, run: Run) -> bool:
        """Forgets the run; whether there was anything of it."""
        return self.store.remove(run.inputs.id)
