"""Both answers of each pair, beside what the score would have given for every option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.play import offers
from game.play.journal import Act, Path
from game.play.pairs import Answer, asides
from game.play.replays import fresh
from game.play.run import Run
from game.story.model import ARMS, AT_STAKE, NOT_AT_STAKE, Choice, Scene


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


def rows(run: Run) -> list[PairRow]:
    """The pairs of the run, in the order of the story. What they were worth is told at once
    where the score is shown, else at the end."""
    answers = run.answers()
    worth = rewards(run, answers) if run.shown or run.over else {}
    met = {answer.scene for answer in answers}
    scenes = run.story.scenes
    return [_row(run, scenes[id], answers, worth) for id in scenes if id in met]


def rewards(run: Run, answers: Sequence[Answer]) -> dict[tuple[str, str], dict[str, int]]:
    """What the systems would have given for every option at the moment of each answer, by
    scene and arm: found by playing the journal again up to there and trying them all."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    again, done = fresh(run), list[Act]()
    for answer in answers:
        before = Path(run.journal[: answer.number]).done
        if before[: len(done)] != done:
            again, done = fresh(run), []
        for act in before[len(done) :]:
            again.repeat(act)
        done = before
        found[answer.scene, answer.arm] = {
            choice.id: sum(change.amount for change in offers.promised(again, choice))
            for choice in _options(again.state.scene)
        }
    return found


def _options(scene: Scene) -> list[Choice]:
    """The choices that answer the question."""
    aside = asides(scene)
    return [choice for choice in scene.choices if choice.id not in aside]


def _row(
    run: Run,
    scene: Scene,
    answers: Sequence[Answer],
    worth: Mapping[tuple[str, str], Mapping[str, int]],
) -> PairRow:
    facts = run.facts
    mine = {answer.arm: answer.choice for answer in answers if answer.scene == scene.id}
    by_arm = {arm: worth.get((scene.id, arm), {}) for arm in ARMS}
    return PairRow(
        name=scene.pair.name if scene.pair is not None else scene.id,
        options=tuple((choice.id, choice.text.plain(facts)) for choice in _options(scene)),
        answers={arm: mine.get(arm) for arm in ARMS},
        rewards=by_arm,
        void=_void(by_arm),
    )


def _void(rewards: Mapping[str, Mapping[str, int]]) -> bool:
    staked, unstaked = rewards[AT_STAKE], rewards[NOT_AT_STAKE]
    nothing_at_stake = bool(staked) and len(set(staked.values())) == 1
    return nothing_at_stake or len(set(unstaked.values())) > 1
