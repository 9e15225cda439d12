"""What a player means, whatever the device. `game/screen/hands` finds it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Command = Literal[
    "log",
    "ledger",
    "cards",
    "undo",
    "redo",
    "save",
    "skip",
    "why",
    "menu",
    "full-screen",
    "mute",
    "quit",
    "redraw",
    "away",
    "back-again",
]
Arrow = Literal["up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Choose:
    """Take the choice with this number, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Move:
    """Move the focus by this many things. `arrow`: with this arrow key; where there is nothing
    but text, up and down scroll."""

    by: int
    arrow: Arrow | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Do what has the focus. `space`: with the space bar, which also turns pages."""

    space: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """Out of this screen; in a scene, to the menu."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """`unit`: lines, pages, or all the way (`by` says to which end). `at`: where the pointer
    is, if it is a wheel that turns."""

    by: int
    unit: Literal["line", "page", "end"]
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """The pointer was moved here, or (`pressed`) its button or a finger has just been pressed
    here."""

    at: tuple[int, int]
    pressed: bool = False


@dataclass(frozen=True, slots=True)
class Click:
    """The pointer was pressed and let go here."""

    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Drag:
    """The pointer, or a finger, was pressed at `start` and has come to `end`, far from there: `up`
    so many pixels further up than it last was. `over`: it is let go."""

    start: tuple[int, int]
    end: tuple[int, int]
    up: int
    over: bool = False


@dataclass(frozen=True, slots=True)
class Write:
    """Put these letters into the field."""

    text: str


@dataclass(frozen=True, slots=True)
class Compose:
    """An input method has come so far, and will say what letters it means."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase:
    """Take the last letter out of the field."""


@dataclass(frozen=True, slots=True)
class Given:
    """A page asked for a key or a button, and this is it: the code of a key, or the name of a
    button."""

    what: int | str


@dataclass(frozen=True, slots=True)
class Switch:
    """One of two switches was pressed: the one that takes, or the one that moves on."""

    takes: bool


@dataclass(frozen=True, slots=True)
class Resize:
    """The window has another size."""


@dataclass(frozen=True, slots=True)
class Do:
    """A command by name."""

    command: Command


TextIntent = Write | Compose | Erase
Intent = (
    Choose
    | Move
    | Confirm
    | Back
    | Scroll
    | Point
    | Click
    | Drag
    | TextIntent
    | Given
    | Switch
    | Resize
    | Do
)
