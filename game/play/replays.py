"""Journals played again: as far as they still fit the story."""

from __future__ import annotations

from collections.abc import Sequence

from game.errors import NotOpen
from game.play.journal import Act, Path, cut
from game.play.pairs import answered
from game.play.run import Run

MOST_DOUBTS = 200
"""So many undone answers are tried again; a journal with more was made to keep us busy."""


def fresh(run: Run) -> Run:
    """A new run of the same story, with the same seed and inputs."""
    return Run(run.story, run.seed, run.instruments, run.shown, run.cut, run.production)


def replayed(run: Run, acts: Sequence[Act]) -> tuple[Run, int]:
    """A new run of the same story, seed and inputs with these acts, as far as they fit;
    and how many of those that still held did not."""
    again = fresh(run)
    done = Path(acts).done
    fitting = 0
    for act in done:
        try:
            again.repeat(act)
        except NotOpen:
            break
        fitting += 1
    lost = len(done) - fitting
    kept = cut(acts, done[:fitting]) if lost else list(acts)
    # An act may have failed half way, so after that the state is made anew.
    again.take_up(kept, stale_answers(run, kept), anew=lost > 0)
    return again, lost


def stale_answers(run: Run, journal: Sequence[Act]) -> frozenset[int]:
    """The numbers of undone acts that answered a pair, and could not be done in this story:
    it has changed since, or somebody has changed the save."""
    held = Path(journal).done
    again, done = fresh(run), list[Act]()
    path, stale, doubts = Path(), set[int](), 0
    for number, act in enumerate(journal):
        before = path.done
        if answered(run.story, act) is not None and held[: len(before) + 1] != [*before, act]:
            doubts += 1
            if before[: len(done)] != done:
                again, done = fresh(run), []
            if doubts > MOST_DOUBTS or not _brought(again, before[len(done) :]):
                again, done = fresh(run), []
                stale.add(number)
            else:
                done = list(before)
                if not again.could(act):
                    stale.add(number)
        path.add(act)
    return frozenset(stale)


def _brought(run: Run, acts: Sequence[Act]) -> bool:
    """Whether all of these acts could be done."""
    try:
        for act in acts:
            run.repeat(act)
    except NotOpen:
        return False
    return True
