"""What a study found, as far as it may be told: the one reading of its counts that people see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from game.mirror.study.disclosure import (
    FEWEST,
    FEWEST_ROUGHLY,
    STEP,
    percent,
    rounded,
    step,
    tellable,
)
from game.mirror.study.protocol import ArmId, Study
from game.mirror.study.statistics import difference, newcombe
from game.mirror.study.store import CALLED_TRUE, JUDGED, ArmCounts, Counts

State = Literal["running", "decided", "withheld"]
Verdict = Literal["clearly different", "no sign of a difference", "too close to call"]
Why = Literal["drop-out", "small"]

JUDGED_BY_EACH = {True: 1, False: 2}
"""So many true statements does a player judge at most, and so many that are not."""
MOST_APART = 5
"""Percentage points by which drop-out may differ between the arms."""


@dataclass(frozen=True, slots=True)
class Left:
    """Who began in an arm and did not come to somewhere: a share, in per cent."""

    came: int
    percent: int


@dataclass(frozen=True, slots=True)
class ArmFigures:
    """The people of one arm; counts are rounded down to fives. `question`, `end`: who came there,
    and the share that did not. None: cannot be told."""

    arm: ArmId
    started: int | None
    question: Left | None
    end: Left | None


@dataclass(frozen=True, slots=True)
class Effect:
    """The second arm beside the first, which is the yardstick. `counts`: so many of so many, by
    arm, exact; nothing while the study is running. `shares`: per cent. `apart`, `low`, `high`:
    the difference and its interval, in points. While it is running, all of these are in fives."""

    counts: tuple[tuple[int, int], ...]
    shares: tuple[int, int]
    apart: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """How many gave an answer, by arm, rounded down to fives; None: cannot be told."""

    pair: str
    stake: str
    option: str
    counts: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class ToldApart:
    """How well statements were told apart: in per cent, how many of the judgements of true ones
    and of false ones were "true". `apart`: the first less the second, in points."""

    true: int
    false: int

    @property
    def apart(self) -> int:
        return self.true - self.false


@dataclass(frozen=True, slots=True)
class Report:
    """What can be told of a study. `verdict` and an exact `effect` only where it is decided;
    `why`: it is withheld. `wanted`: so many answers are still wanted in each arm, at most;
    None where that cannot be told. `answers`: to all questions but the one that is compared."""

    study: Study
    simulated: bool
    arms: tuple[ArmFigures, ArmFigures]
    state: State
    why: Why | None
    wanted: tuple[int | None, int | None]
    effect: Effect | None
    verdict: Verdict | None
    answers: tuple[AnswerRow, ...]
    told_apart: tuple[ToldApart | None, ToldApart | None]


def report(study: Study, counts: Counts, truths: Mapping[str, bool]) -> Report:
    """Counts -> what can be told of them. `truths`: which closing statements are true, by id; a
    myth of the press is a false one."""
    first, second = (counts.arms.get(arm, ArmCounts(0, 0, 0)) for arm in study.arms)
    given = tuple(counts.first.get(arm, (0, 0)) for arm in study.arms)
    arms = _arms(study, first, second)
    reached = all(of >= study.target for _, of in given)
    why = _why(arms, first, second, given)
    sound = why is None
    effect = None
    if sound:
        effect = _effect(given) if reached else _rough_effect(study, arms, given)
    return Report(
        study=study,
        simulated=counts.simulated,
        arms=arms,
        state="running" if not reached else "decided" if sound else "withheld",
        why=why if reached else None,
        wanted=(_wanted(study, arms[0]), _wanted(study, arms[1])),
        effect=effect,
        verdict=verdict(given, study.margin) if reached and sound else None,
        answers=tuple(_answers(study, counts)),
        told_apart=(_told(study.arms[0], counts, truths), _told(study.arms[1], counts, truths)),
    )


def verdict(given: tuple[tuple[int, int], ...], margin: int) -> Verdict:
    """What so many of so many say, of the first arm and of the second. `margin`: in points."""
    (count, of), (count2, of2) = given
    low, high = newcombe(count2, of2, count, of)
    if low > 0 or high < 0:
        return "clearly different"
    within = -margin <= 100 * low and 100 * high <= margin
    return "no sign of a difference" if within else "too close to call"


def _arms(study: Study, first: ArmCounts, second: ArmCounts) -> tuple[ArmFigures, ArmFigures]:
    """Drop-out of both arms or of none: else the one that is told would bound the other. Where
    few left between the question and the end, not both of these."""
    both = (first, second)
    question = all(tellable(arm.asked, arm.started) for arm in both)
    between = all(abs(arm.asked - arm.finished) >= FEWEST for arm in both)
    end = all(tellable(arm.finished, arm.started) for arm in both) and (between or not question)

    # That as many as the target came tells, of a target between two fives, how many began.
    started = question or study.target % STEP == 0

    def figures(id: ArmId, arm: ArmCounts) -> ArmFigures:
        return ArmFigures(
            id,
            rounded(arm.started) if started else None,
            _left(arm.asked, arm.started) if question else None,
            _left(arm.finished, arm.started) if end else None,
        )

    return figures(study.arms[0], first), figures(study.arms[1], second)


def _left(came: int, started: int) -> Left:
    return Left(rounded(came) or 0, percent(started - came, started))


def _why(
    arms: tuple[ArmFigures, ArmFigures],
    first: ArmCounts,
    second: ArmCounts,
    given: tuple[tuple[int, int], ...],
) -> Why | None:
    """Why nothing may be said of the effect. That drop-out differs is told only where drop-out
    is; else it would tell how few left."""
    before = _apart(first.started, first.asked, second.started, second.asked)
    by_the_end = _apart(first.started, first.finished, second.started, second.finished)
    if (before and arms[0].question) or (by_the_end and arms[0].end):
        return "drop-out"
    few = not all(tellable(count, of) for count, of in given)
    return "small" if before or by_the_end or few else None


def _apart(started: int, came: int, started2: int, came2: int) -> bool:
    """Whether the shares of those who left differ by too much; in whole numbers, so that five
    points are five points."""
    crossed = abs((started - came) * started2 - (started2 - came2) * started)
    return 100 * crossed > MOST_APART * started * started2


def _effect(given: tuple[tuple[int, int], ...]) -> Effect:
    (count, of), (count2, of2) = given
    to = step(min(of, of2))
    shares = (percent(count, of, to), percent(count2, of2, to))
    apart = 100 * difference(count2, of2, count, of)
    low, high = newcombe(count2, of2, count, of)
    return Effect(given, shares, apart, 100 * low, 100 * high)


def _rough_effect(
    study: Study, arms: tuple[ArmFigures, ArmFigures], given: tuple[tuple[int, int], ...]
) -> Effect | None:
    """The shares in fives, and what follows from them and from counts as they are told: so the
    interval tells no more than these."""
    if not all(tellable(count, of, FEWEST_ROUGHLY) for count, of in given):
        return None
    if any(arm.started is None for arm in arms):
        return None
    share, share2 = (percent(count, of, STEP) for count, of in given)
    count, of = _roughly(study, arms[0], share)
    count2, of2 = _roughly(study, arms[1], share2)
    low, high = (100 * end / STEP for end in newcombe(count2, of2, count, of))
    return Effect((), (share, share2), share2 - share, STEP * floor(low), STEP * ceil(high))


def _roughly(study: Study, arm: ArmFigures, share: int) -> tuple[int, int]:
    """About so many of so many. Where those who came cannot be told, nearly all did."""
    came = arm.question.came if arm.question else arm.started or FEWEST
    of = min(came, study.target)
    return round(share * of / 100), of


def _wanted(study: Study, arm: ArmFigures) -> int | None:
    if arm.question is None:
        return None
    return max(0, study.target - arm.question.came)


def _answers(study: Study, counts: Counts) -> Iterator[AnswerRow]:
    """All but those to the question that is compared: beside its exact counts they would tell
    what those answered who came after the target was reached."""
    compared = (study.outcome.pair, study.outcome.stake)
    given = {key[1:] for key in counts.cells if key[2] != JUDGED and key[1:3] != compared}
    for pair, stake, option in sorted(given):
        first, second = (_cell(counts, arm, pair, stake, option) for arm in study.arms)
        if first is not None or second is not None:
            yield AnswerRow(pair, stake, option, (first, second))


def _cell(counts: Counts, arm: ArmId, pair: str, stake: str, option: str) -> int | None:
    count = counts.cells.get((arm, pair, stake, option), 0)
    return rounded(count) if tellable(count, _met(counts, arm, pair, stake)) else None


def _met(counts: Counts, arm: ArmId, pair: str, stake: str) -> int:
    """How many answered a question at all."""
    return sum(count for key, count in counts.cells.items() if key[:3] == (arm, pair, stake))


def _told(arm: ArmId, counts: Counts, truths: Mapping[str, bool]) -> ToldApart | None:
    """None where it cannot be told. One player judges more than one: so many judgements come from
    ten people at least."""
    judged: list[tuple[int, int]] = []
    for truth in (True, False):
        alike = [id for id, true in truths.items() if true is truth]
        called = sum(counts.cells.get((arm, id, JUDGED, CALLED_TRUE), 0) for id in alike)
        of = sum(_met(counts, arm, id, JUDGED) for id in alike)
        if min(called, of - called) < FEWEST * JUDGED_BY_EACH[truth]:
            return None
        judged.append((called, of))
    to = step(min(of for _, of in judged))
    true, false = (percent(called, of, to) for called, of in judged)
    return ToldApart(true, false)
