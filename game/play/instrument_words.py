"""What a screen shows of the instrument that is played, if one is, and what of it stays in the log:
the author's words with its values, and no values that would tell of a hidden score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.play.facts import RunFacts
from game.play.instruments import Move, Said, Values
from game.play.view import Option, Told
from game.story import calendar
from game.story.model import Play
from game.story.prose import Line

if TYPE_CHECKING:
    from game.play.run import Run


def playing(run: Run) -> str | None:
    """The instrument's id."""
    now = run.state.playing
    return None if now is None else now.play.instrument


def ticking(run: Run) -> bool:
    """Whether a face should let time pass."""
    now = run.state.playing
    return now is not None and run.instruments[now.play.instrument].ticking(now.state)


def passed(run: Run) -> int:
    """The minutes that the clock is ahead of the calendar."""
    now = run.state.playing
    if now is None:
        return 0
    minutes = run.instruments[now.play.instrument].passed(now.state)
    return min(minutes, calendar.LAST - run.state.now)


def told(run: Run) -> tuple[Told, ...]:
    """What it says, part by part."""
    now = run.state.playing
    if now is None:
        return ()
    said = run.instruments[now.play.instrument].view(now.state)
    return tuple(_told(run, now.play, part) for part in said)


def log_new(run: Run) -> None:
    """Put what it says now into the log, as far as that belongs there and is not there yet. It is
    asked at every tick, so words are made only of what is new."""
    now = run.state.playing
    assert now is not None, "only what is played says something new"
    for said in run.instruments[now.play.instrument].view(now.state):
        if said.lasting and (said.key, said.struck) not in now.logged:
            now.logged.add((said.key, said.struck))
            run.tell((None, _told(run, now.play, said).lines))


def options(run: Run) -> tuple[Option, ...]:
    """Its moves, open or shut."""
    return tuple(_option(run, play, move) for play, move in _moves(run))


def lines_of_moves(run: Run) -> Iterator[Line]:
    """The words of its moves, with the cards that they offer."""
    for play, move in _moves(run):
        facts = _facts(run, play, move.values)
        yield from play.words[move.key].lines(facts)
        if move.reason_key is not None and not move.open:
            yield from play.words[move.reason_key].lines(facts)


def _moves(run: Run) -> Iterator[tuple[Play, Move]]:
    now = run.state.playing
    if now is not None:
        for move in run.instruments[now.play.instrument].moves(now.state):
            yield now.play, move


def _told(run: Run, play: Play, said: Said) -> Told:
    words = play.words.get(said.key)
    # What may be written and was not is still there for a drawing.
    lines = () if words is None else words.lines(_facts(run, play, said.values))
    if said.struck:
        lines = tuple(line._replace(struck=True) for line in lines)
    # What words must not tell, a drawing must not either.
    values = {} if play.tells_score and not run.shown else dict(said.values)
    return Told(said.key, values, said.struck, lines)


def _option(run: Run, play: Play, move: Move) -> Option:
    facts = _facts(run, play, move.values)
    quoted = {name: play.words[key].plain(facts) for name, key in move.quotes.items()}
    facts = _facts(run, play, {**move.values, **quoted}) if quoted else facts
    text = play.words[move.key].plain(facts)
    if move.open or move.reason_key is None:
        return Option(move.id, text, move.open)
    return Option(move.id, text, False, (play.words[move.reason_key].plain(facts),))


def _facts(run: Run, play: Play, values: Values) -> RunFacts:
    """What the instrument's words may ask."""
    unsaid = run.instruments[play.instrument].spec.unsaid
    return run.facts.within({**unsaid, **values}, passed(run))
