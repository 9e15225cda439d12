"""Both answers of each pair, with their days, beside what the score would have given for every
option; and whether the pair says anything of the score in this run.

The two times must lie at least three scenes apart, or the first would still be in mind. Every
scene counts that was come to between the two answers, each time that it was come to: one that
was looked at aside as well, but not one that was only returned to. It goes by the way that held
when the second answer was given, so what was undone before lies on it no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.play import offers
from game.play.journal import Act, Path
from game.play.pairs import Answer, answered, options
from game.play.replays import fresh
from game.play.run import Run
from game.story import calendar
from game.story.model import ARMS, AT_STAKE, NOT_AT_STAKE, SCENES_APART, Scene, Terms
from game.story.prose.pieces import unmarked

NOTHING_AT_STAKE = "Nothing was at stake this time"
ALWAYS_AT_STAKE = "Something was at stake both times"
TOO_CLOSE = "The two times lay too close together"


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair that was met, by the id of its `scene`. `terms`: what both times had in common.
    `options`: id and label, without marks of cards, in their order; `kinds`: by option, whether
    it is the kinder one, if any is. `answers`: the first answer by arm, None where it was not met.
    `rewards`: points by arm and option. `why_void`: why the pair says nothing about the score in
    this run, in words without a full stop; None if it does. `when`: the date of the answer by arm,
    in the life that gave it, the earlier one first. `played`: the options that open an instrument;
    their rewards are what could be had there at most, by a good player."""

    scene: str
    terms: Terms
    options: tuple[tuple[str, str], ...]
    kinds: Mapping[str, bool | None]
    answers: Mapping[str, str | None]
    rewards: Mapping[str, Mapping[str, int]]
    when: Mapping[str, str | None]
    why_void: str | None = None
    played: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What the pair is called."""
        return self.terms.name

    @property
    def void(self) -> bool:
        """Whether the pair says nothing about the score in this run."""
        return self.why_void is not None

    def label(self, option: str) -> str:
        """An option as it was read; its id if the story has it no more."""
        return dict(self.options).get(option, option)

    def points(self, arm: str, option: str) -> int:
        """What the score gave for an option there; 0 in a pair that says nothing about it."""
        return 0 if self.void else self.rewards.get(arm, {}).get(option, 0)

    def worth(self, arm: str, option: str) -> str:
        """The same in words; nothing where it gave nothing."""
        points = self.points(arm, option)
        most = "up to " if option in self.played else ""
        return f"{most}{points:+,}" if points else ""


class Met(NamedTuple):
    """The moment of an answer: what each option was worth, and the minute in its life. `between`:
    how many scenes were come to since the other answer; None if there was none on this way."""

    worth: Mapping[str, int]
    at: int
    between: int | None


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
    since: dict[tuple[str, str], int] = {}
    for answer in answers:
        before = Path(run.journal[: answer.number]).done
        if before[: len(done)] != done:
            again, done, since = fresh(run), [], {}
        for act in before[len(done) :]:
            given = answered(run.story, act)
            if given is not None:
                since[given[0], given[1]] = _come_to(again)
            again.repeat(act)
        done = before
        worth = {
            choice.id: sum(change.amount for change in offers.promised(again, choice))
            for choice in options(again.state.scene)
        }
        (other,) = (since.get((answer.scene, arm)) for arm in ARMS if arm != answer.arm)
        # The scene of the pair itself was come to again, too.
        between = None if other is None else _come_to(again) - other - 1
        found[answer.scene, answer.arm] = Met(worth, again.state.now, between)
    return found


def _come_to(run: Run) -> int:
    """How many scenes were come to so far."""
    return sum(run.state.visits.values())


def _row(
    run: Run,
    scene: Scene,
    answers: Sequence[Answer],
    when_met: Mapping[tuple[str, str], Met],
) -> PairRow:
    facts, asked = run.facts, options(scene)
    mine = {answer.arm: answer.choice for answer in answers if answer.scene == scene.id}
    here = {arm: when_met.get((scene.id, arm)) for arm in ARMS}
    tells = run.shown or run.over
    by_arm = {arm: met.worth if met and tells else {} for arm, met in here.items()}
    return PairRow(
        scene=scene.id,
        terms=scene.pair or Terms(scene.id, "", "", ""),
        options=tuple((choice.id, unmarked(choice.text.plain(facts))) for choice in asked),
        kinds={choice.id: choice.kind for choice in asked},
        answers={arm: mine.get(arm) for arm in ARMS},
        rewards=by_arm,
        when=_dates(here),
        why_void=_why_void(by_arm, [met for met in here.values() if met is not None]),
        played=frozenset(choice.id for choice in asked if choice.play is not None),
    )


def _dates(here: Mapping[str, Met | None]) -> Mapping[str, str | None]:
    """The dates by arm, the earlier one first."""
    met = [(moment.at, arm) for arm, moment in here.items() if moment is not None]
    dates = {arm: calendar.date_words(at) for at, arm in sorted(met)}
    return {**dates, **{arm: None for arm in here if arm not in dates}}


def _why_void(rewards: Mapping[str, Mapping[str, int]], met: Sequence[Met]) -> str | None:
    staked, unstaked = rewards[AT_STAKE], rewards[NOT_AT_STAKE]
    if staked and len(set(staked.values())) == 1:
        return NOTHING_AT_STAKE
    if staked and len(set(unstaked.values())) > 1:
        return ALWAYS_AT_STAKE
    if any(one.between is not None and one.between < SCENES_APART for one in met):
        return TOO_CLOSE
    return None
