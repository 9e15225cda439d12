"""The path of a run as it is read: every screen from the first to the last, without what was
undone or loaded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.play.journal import MOVE, STUCK, TICKS, Act, Path
from game.play.replays import fresh
from game.play.run import Run
from game.play.view import View
from game.story.model import WAY_ON


class Screen(NamedTuple):
    """A screen, and how it was left: by taking this option (its id), by letting `ticks` of
    100 ms pass, or both, where a move takes time. The last one is not left."""

    view: View
    taken: str | None = None
    ticks: int = 0


def screens(run: Run) -> Iterator[Screen]:
    """The screens of the run's path, the one where it stands last."""
    again = fresh(run)
    for taken, ticks in _steps(Path(run.journal).done):
        view = again.view().kept()
        if taken is not None:
            again.choose(taken)
        if ticks:
            again.tick(ticks)
        yield Screen(view, taken, ticks)
    yield Screen(again.view().kept())


def _steps(acts: Sequence[Act]) -> list[tuple[str | None, int]]:
    """What was taken and how many ticks passed, step by step: the time after a move is of it."""
    steps: list[tuple[str | None, int]] = []
    moved = False
    for act in acts:
        if act[0] != TICKS:
            steps.append((WAY_ON if act[0] == STUCK else str(act[2]), 0))
        elif moved:
            steps[-1] = steps[-1][0], int(act[2])
        else:
            steps.append((None, int(act[2])))
        moved = act[0] == MOVE
    return steps
