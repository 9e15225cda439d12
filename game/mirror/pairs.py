"""Both answers of each pair, with their days, beside what the score would have given for every
option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.play import offers
from game.play.journal import Act, Path
from game.play.pairs import Answer, asides
from game.play.replays import fresh
from game.play.run import Run
from game.story import calendar
from game.story.model import ARMS, AT_STAKE, NOT_AT_STAKE, Choice, Scene


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair that was met. `answers`: the first answer by arm, None where it was not met.
    `rewards`: points by arm and option. `void`: nothing was at stake, or something was
    where nothing should have been; such a pair says nothing about the score. `when`: the date
    of the answer by arm, in the life that gave it. `played`: the options that open an
    instrument; their rewards are what could be had there at most, by a good player. `scene`: its
    id; `kinds`: whether an option is the kinder one, by its id."""

    name: str
    options: tuple[tuple[str, str], ...]
    answers: Mapping[str, str | None]
    rewards: Mapping[str, Mapping[str, int]]
    void: bool
    when: Mapping[str, str | None]
    played: frozenset[str] = frozenset()
    scene: str = ""
    kinds: Mapping[str, bool | None] = field(default_factory=dict)


class Met(NamedTuple):
    """The moment of an answer: what each option was worth, and the date in its life."""

    worth: Mapping[str, int]
    when: str


def rows(run: Run) -> list[PairRow]:
    """The pairs of the run, in the order of the story. What they were worth is told at once
    where the score is shown, else at the end."""
    answers = run.answers()
    when_met = moments(run, answers)
    asked = {answer.scene for answer in answers}
    scenes = run.story.scenes
    return [_row(run, scenes[id], answers, when_met) for id in scenes if id in asked]


def moments(run: Run, answers: Sequence[Answer]) -> dict[tuple[str, str], Met]:
    """The moment of each answer, by scene and arm, with what the systems would have given for
    every option: found by playing the journal again up to there and trying them all."""
    found: dict[tuple[str, str], Met] = {}
    again, done = fresh(run), list[Act]()
    for answer in answers:
        before = Path(run.journal[: answer.number]).done
        if before[: len(done)] != done:
            again, done = fresh(run), []
        for act in before[len(done) :]:
            again.repeat(act)
        done = before
        worth = {
            choice.id: sum(change.amount for change in offers.promised(again, choice))
            for choice in _options(again.state.scene)
        }
        found[answer.scene, answer.arm] = Met(worth, calendar.date_words(again.state.now))
    return found


def _options(scene: Scene) -> list[Choice]:
    """The choices that answer the question."""
    aside = asides(scene)
    return [choice for choice in scene.choices if choice.id not in aside]


def _row(
    run: Run,
    scene: Scene,
    answers: Sequence[Answer],
    when_met: Mapping[tuple[str, str], Met],
) -> PairRow:
    facts = run.facts
    mine = {answer.arm: answer.choice for answer in answers if answer.scene == scene.id}
    here = {arm: when_met.get((scene.id, arm)) for arm in ARMS}
    tells = run.shown or run.over
    by_arm = {arm: met.worth if met and tells else {} for arm, met in here.items()}
    return PairRow(
        name=scene.pair.name if scene.pair is not None else scene.id,
        options=tuple((choice.id, choice.text.plain(facts)) for choice in _options(scene)),
        answers={arm: mine.get(arm) for arm in ARMS},
        rewards=by_arm,
        void=_void(by_arm),
        when={arm: met.when if met else None for arm, met in here.items()},
        played=frozenset(choice.id for choice in _options(scene) if choice.play is not None),
        scene=scene.id,
        kinds={choice.id: choice.kind for choice in _options(scene)},
    )


def _void(rewards: Mapping[str, Mapping[str, int]]) -> bool:
    staked, unstaked = rewards[AT_STAKE], rewards[NOT_AT_STAKE]
    nothing_at_stake = bool(staked) and len(set(staked.values())) == 1
    return nothing_at_stake or len(set(unstaked.values())) > 1
