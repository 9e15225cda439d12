"""Playing where nobody measures time: a move in an instrument takes the ticks that it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.play.instruments import Instrument, State, Step, Tick
from game.play.journal import MOST_TICKS

if TYPE_CHECKING:
    from game.play.run import Run


def steps(instrument: Instrument, state: State, move: str) -> Iterator[Step]:
    """What the move leads to, and then each tick after it: as many as it lasts, or until other
    moves are open than after it, a scene is visited, or the instrument is over."""
    lasts = next((each.lasts for each in instrument.moves(state) if each.id == move), 0)
    step = instrument.step(state, move)
    yield step
    if lasts and not _leads_away(step):
        after = _open(instrument, step.state)
        for _ in range(min(lasts, MOST_TICKS)):
            if not instrument.ticking(step.state):
                return
            step = instrument.step(step.state, Tick())
            yield step
            if _leads_away(step) or _open(instrument, step.state) != after:
                return


def choose(run: Run, word: str) -> None:
    """Take a choice or make a move, and let the time pass that it lasts.

    Raises NotOpen, and changes nothing, if it is not on offer.
    """
    ticks = 0
    playing = run.state.playing
    if playing is not None:
        instrument = run.instruments[playing.play.instrument]
        if word in _open(instrument, playing.state):
            ticks = sum(1 for _ in steps(instrument, playing.state, word)) - 1
    run.choose(word)
    if ticks:
        run.tick(ticks)


def _open(instrument: Instrument, state: State) -> list[str]:
    return [move.id for move in instrument.moves(state) if move.open]


def _leads_away(step: Step) -> bool:
    return step.visit is not None or step.outcome is not None
