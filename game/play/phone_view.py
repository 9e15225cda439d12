"""What a phone over the place shows: plain frozen values, and nothing that the player may not
know. Made by `game.play.phones`; faces only draw it."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.phones import Shows
from game.story.prose import Line


@dataclass(frozen=True, slots=True)
class Lit:
    """A band that is lit: how many times points count, until when, and the minutes left."""

    times: int
    until: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Row:
    """What the app counts: its name, what one is worth now, and how much of the day's most was
    earned. `most`: None where there is none."""

    name: str
    worth: int
    earned: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing as its system announces it, ready to be shown. `today`, `most`: what was
    earned today, of what can be earned; None: the system has no most, or does not tell."""

    value: str
    unit: str
    today: int | None = None
    most: int | None = None
    lit: Lit | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """One row of a ranking. `figure` has its card marks. `place`: None after a gap. A gap has a
    name only: "and eleven others"."""

    place: int | None
    who: str
    figure: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Phone:
    """What the phone shows. `title`: the app's name, the chat's, or who rings. `clock`: the time
    of the story, if the life has a calendar. `lines`: messages, or what there is to read; `you`:
    the id of whose own they are; `voice`: whose are spoken. `minutes`: of a call that goes on.
    `standing`, `rows`, `ranks`: only where the score is shown. `cards`: what its words offer."""

    shows: Shows
    title: str
    clock: str | None = None
    lines: tuple[Line, ...] = ()
    you: str = ""
    voice: tuple[str, ...] = ()
    minutes: int | None = None
    system: str = ""
    standing: Standing | None = None
    rows: tuple[Row, ...] = ()
    ranks: tuple[Rank, ...] = ()
    cards: tuple[str, ...] = ()
