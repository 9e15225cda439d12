"""What a study keeps, and what is asked of whatever keeps it: a file today, a server's database
later.

Nobody is named. A run is a random word that says nothing of who plays, and stays on the machine
to let its answers be removed. Nothing is finer than the hour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from game.errors import GameError
from game.mirror.study.protocol import ArmId


class StoreError(GameError):
    """Something could not be kept or read; the text says why, and what to do."""


class Answered(NamedTuple):
    """One answer. `pair`: the id of a pair's scene, or of a closing statement; `stake`: which
    meeting of the pair ("at-stake", "not-at-stake"), or `JUDGED` for a statement; `order`: 1 if
    the pair was met with this first, 2 if second; for a statement, its place."""

    pair: str
    stake: str
    option: str
    order: int


JUDGED = "judged"
"""The meeting under which it is kept what was said of a closing statement."""
CALLED_TRUE = "true"
"""The answer by which a statement is called true."""


def judgement(statement: str, true: bool, place: int) -> Answered:
    """What was said of the closing statement that was judged in this place, from 1."""
    return Answered(statement, JUDGED, CALLED_TRUE if true else f"not {CALLED_TRUE}", place)


class ArmCounts(NamedTuple):
    """Runs of one arm: begun, come to the question that is compared, come to the end."""

    started: int
    asked: int
    finished: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What a store holds, summed up. `cells`: how many gave an answer, by (arm, pair, stake,
    option). `first`: of each arm's first answers to the question that is compared, in the order
    in which the runs began and no more than the target: how many were given that count, and how
    many in all. `simulated`: by a program, not by people."""

    study: str
    simulated: bool
    arms: Mapping[ArmId, ArmCounts]
    cells: Mapping[tuple[ArmId, str, str, str], int]
    first: Mapping[ArmId, tuple[int, int]]


class Store(Protocol):
    """Every act is whole or not at all, and done twice it is done once. `hour`: whole hours
    since 1970. Raises StoreError."""

    def start(self, run: str, hour: int) -> ArmId:
        """A run begins: its arm, by balanced blocks; the same again for a run that is known."""

    def answer(self, run: str, answers: Sequence[Answered], hour: int) -> None:
        """What a run answered. The first answer to a question counts; a run that never
        started, or was removed, answers nothing. One that came to its end answers no pair
        any more, though it may go back: it was told what is compared."""

    def finish(self, run: str, hour: int) -> None:
        """A run came to its end."""

    def remove(self, run: str) -> bool:
        """Forget a run with all its answers; whether there was one."""

    def counts(self) -> Counts:
        """Everything, summed up."""

    def close(self) -> None:
        """Nothing more is asked of it."""
