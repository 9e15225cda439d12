"""The contract between a run and its instruments: the playable mechanics of a chapter.

An instrument is a small pure machine. It is given the author's parameters and answers
moves and ticks with a new state; deeds and records that it reports go through the same
eyes and rules as any others. It never touches a standing, a clock or a screen. Its state
is plain JSON values, so a run can be saved and resumed inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from game.scoring.dice import Dice
from game.story.effects import DeedSpec, RecordSpec
from game.story.expressions import Facts
from game.story.instruments import InstrumentSpec

State = dict[str, object]
Values = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Said:
    """A key of the author's words, with the values that they may show. `struck`: the words are
    crossed out, and can still be read.

    `lasting`: they belong in the log. A key stands there once each time the instrument is played,
    as it was when it first appeared; and once more if it is crossed out."""

    key: str
    values: Values = field(default_factory=dict)
    struck: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """100 ms that have passed while the player did nothing."""


@dataclass(frozen=True, slots=True)
class Move:
    """Something the player can do now; `key` names its words. Shut: `reason_key` says why.

    `quotes`: more values, which are what the author wrote under these other keys.
    `lasts`: how many ticks it takes at most where nobody measures time; they end as soon as
    something else can be done than after the move.
    """

    id: str
    key: str
    values: Values = field(default_factory=dict)
    open: bool = True
    reason_key: str | None = None
    lasts: int = 0
    quotes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """What a move or a tick led to. `visit`: a scene to be played before the instrument
    goes on (it returns here). `outcome`: one of the declared ones; the instrument is over.
    `sets`: new values of variables that the parameters name. `takes`: minutes of the life that
    pass besides those of its deeds, after them."""

    state: State
    deeds: tuple[DeedSpec, ...] = ()
    writes: tuple[RecordSpec, ...] = ()
    sets: tuple[tuple[str, bool | int | str], ...] = ()
    takes: int = 0
    visit: str | None = None
    outcome: str | None = None


class Instrument(Protocol):
    """The rules of an instrument. All of its functions are pure."""

    @property
    def spec(self) -> InstrumentSpec:
        """What the checker must know of it."""

    def start(self, parameters: Mapping[str, object], facts: Facts, dice: Dice) -> State:
        """The state at its beginning."""

    def moves(self, state: State) -> tuple[Move, ...]:
        """What can be done now; never empty while the instrument is not over."""

    def step(self, state: State, act: str | Tick) -> Step:
        """The next state. `act` is the id of an open move, or time that has passed."""

    def view(self, state: State) -> tuple[Said, ...]:
        """What it means now, in the order in which it is read. It is asked once more when the
        instrument is over: what is told then may show the same values."""

    def ticking(self, state: State) -> bool:
        """Whether time passes in it now."""

    def passed(self, state: State) -> int:
        """How many minutes of the life have passed in it that no step has told yet, by deeds or
        by what it takes. The clock shows them at once; the life's calendar has them when they
        are told, so its last step tells just these and what it adds to them."""

    def probes(self) -> Mapping[str, Callable[[State], str]]:
        """Players to try it with, by name: `good`, `careless`, and a `leaver`."""


Instruments = Mapping[str, Instrument]
"""All instruments by id."""
