"""Journals played again: as far as they still fit the story."""

from __future__ import annotations

from collections.abc import Sequence

from game.errors import NotOpen
from game.play.journal import Act, Path, cut
from game.play.pairs import answered
from game.play.run import Run

MOST_DOUBTS = 200
"""So many undone answers that lead nowhere are tried; a journal with more was made to keep us
busy."""


def fresh(run: Run) -> Run:
    """A new run of the same story, with the same seed and inputs."""
    return Run(run.story, run.seed, run.instruments, run.inputs, run.production)


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
    it has changed since, or somebody has changed the save. What comes after the first answer
    to an arm does not count either way, so it is not looked at."""
    held, path, trial = Path(journal).done, Path(), _Trial(run)
    stale, known = set[int](), set[tuple[str, str]]()
    for number, act in enumerate(journal):
        answer = answered(run.story, act)
        if answer is not None and answer[:2] not in known:
            before, at = path.done, len(path.done)
            if (held[at : at + 1] == [act] and held[:at] == before) or trial.could(before, act):
                known.add(answer[:2])
            else:
                stale.add(number)
        path.add(act)
    return frozenset(stale)


class _Trial:
    """Tries undone answers in a run of its own, but no more than `MOST_DOUBTS`."""

    def __init__(self, run: Run) -> None:
        self._run, self._done = fresh(run), list[Act]()
        self._left = MOST_DOUBTS

    def could(self, before: Sequence[Act], act: Act) -> bool:
        """Whether the act could be done after those before it."""
        if not self._left:
            return False
        self._left -= 1
        if before[: len(self._done)] != self._done:
            self._begin()
        try:
            for each in before[len(self._done) :]:
                self._run.repeat(each)
        except NotOpen:
            self._begin()
            return False
        self._done = list(before)
        return self._run.could(act)

    def _begin(self) -> None:
        self._run, self._done = fresh(self._run), []
