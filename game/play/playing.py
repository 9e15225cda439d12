"""Playing an instrument within a run: its moves, its time, and what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import NotOpen
from game.play import effects, instrument_words, traverse
from game.play.instruments import Instrument, State, Tick, Values
from game.play.journal import MOST_TICKS
from game.play.state import Playing
from game.story.model import Play

if TYPE_CHECKING:
    from game.play.run import Run


def begin(run: Run, play: Play) -> None:
    """Set the instrument up with the author's parameters."""
    instrument = run.instruments[play.instrument]
    dice = run.dice.about("instrument")
    run.state.playing = Playing(play, instrument.start(play.parameters, run.facts, dice))
    run.state.phase = "instrument"
    if run.state.happened is not None and not run.state.happened.says:
        # What comes of the choice is not known yet.
        run.state.happened = None
    instrument_words.log_new(run)


def move(run: Run, wanted: str) -> None:
    """Make a move. Raises NotOpen if it is not open now."""
    playing = _playing(run)
    for offered in run.instruments[playing.play.instrument].moves(playing.state):
        if offered.id == wanted and offered.open:
            run.state.happened = None
            _step(run, wanted)
            return
    raise NotOpen(f"{wanted!r} cannot be done now.")


def pass_time(run: Run, count: int) -> int:
    """Tick so often, or until the instrument is over -> how often it was."""
    if run.state.phase != "instrument" or not 0 < count <= MOST_TICKS:
        raise NotOpen("No time passes here.")
    passed = 0
    while passed < count and run.state.phase == "instrument":
        playing = _playing(run)
        if not run.instruments[playing.play.instrument].ticking(playing.state):
            # Time passes, and it is not asked a million times what that does to it.
            return count
        _step(run, Tick())
        passed += 1
    return passed


def _step(run: Run, act: str | Tick) -> None:
    playing = _playing(run)
    instrument = run.instruments[playing.play.instrument]
    step = instrument.step(playing.state, act)
    playing.state = step.state
    outcome = None if step.outcome is None else playing.play.outcomes[step.outcome]
    values = None if outcome is None else _last_values(instrument, step.state)
    effects.follow_instrument(run, step, outcome, values)
    if outcome is not None:
        run.state.playing = None
        run.state.phase = "scene"
        traverse.follow(run, outcome.way)
    elif step.visit is not None:
        traverse.visit_from_instrument(run, step.visit, playing)
    else:
        instrument_words.log_new(run)


def _last_values(instrument: Instrument, state: State) -> Values:
    """The values that the instrument shows at its end, but none of those that differ from one
    part of what it says to another."""
    shown = [value for said in instrument.view(state) for value in said.values.items()]
    last = dict(shown)
    differing = {name for name, value in shown if value != last[name]}
    return {
        **instrument.spec.unsaid,
        **{name: value for name, value in last.items() if name not in differing},
    }


def _playing(run: Run) -> Playing:
    playing = run.state.playing
    assert playing is not None, "moves and ticks come only while an instrument is played"
    return playing
