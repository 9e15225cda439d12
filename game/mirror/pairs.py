"""Both answers of each pair, beside what the score would have given for every option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.play.pairs import asides
from game.play.run import Run
from game.story.model import ARMS, AT_STAKE, NOT_AT_STAKE, Scene


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair that was met. `answers`: the first answer by arm, None where it was not met.
    `rewards`: points by arm and option. `void`: nothing was at stake, or something was
    where nothing should have been; such a pair says nothing about the score."""

    name: str
    options: tuple[tuple[str, str], ...]
    answers: Mapping[str, str | None]
    rewards: Mapping[str, Mapping[str, int]]
    void: bool

    @property
    def changed(self) -> bool | None:
        """Whether the two answers differ; None while one is missing or the pair is void."""
        first, second = (self.answers[arm] for arm in ARMS)
        if self.void or first is None or second is None:
            return None
        return first != second


def rows(run: Run) -> list[PairRow]:
    """The pairs of the run, in the order of the story."""
    answers = {(a.scene, a.arm): a.choice for a in run.answers()}
    met = {scene for scene, _ in answers}
    return [_row(run, scene, answers) for scene in run.story.scenes.values() if scene.id in met]


def _row(run: Run, scene: Scene, answers: Mapping[tuple[str, str], str]) -> PairRow:
    facts = run.facts()
    answers_only = [choice for choice in scene.choices if choice.id not in asides(scene)]
    told = run.shown or run.over
    rewards = {arm: run.rewards.get((scene.id, arm), {}) if told else {} for arm in ARMS}
    return PairRow(
        name=scene.pair.name if scene.pair is not None else scene.id,
        options=tuple((choice.id, choice.text.plain(facts)) for choice in answers_only),
        answers={arm: answers.get((scene.id, arm)) for arm in ARMS},
        rewards=rewards,
        void=_void(rewards),
    )


def _void(rewards: Mapping[str, Mapping[str, int]]) -> bool:
    staked, unstaked = rewards[AT_STAKE], rewards[NOT_AT_STAKE]
    nothing_at_stake = bool(staked) and len(set(staked.values())) == 1
    return nothing_at_stake or len(set(unstaked.values())) > 1
