"""What a face may show: plain frozen values, and nothing that the player may not know.

A view is made after every act, by the one view policy (`game.play.policy`). Faces draw
views; they never look into the run's state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from game.play.phone_view import Phone
from game.story.model import Card
from game.story.prose import Line

ViewKind = Literal["note", "scene", "instrument", "end"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a standing: `amount` +2 or -5, 0 for a record worth nothing.

    On a list (`listed`), +1 is put on it and -1 taken off.
    """

    system: str
    name: str
    amount: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What the last choice left: what the score sees (None: no record, or hidden) and what
    it misses. `changes` are the entries that were announced. `taken` is the choice's text."""

    taken: str
    sees: str | None
    misses: str | None
    changes: tuple[Change, ...]
    seen_nothing: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A choice on offer. Shut: `open` is False and `reason` says why, line by line.
    `promise`: what the systems announce for it beforehand."""

    id: str
    text: str
    open: bool = True
    reason: tuple[str, ...] = ()
    promise: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field that takes letters. A face shows them, empties the field and says the next of
    the `emptied` texts; it never keeps what was typed, nor hands it on."""

    label: str
    emptied: tuple[tuple[Line, ...], ...]

    def said(self, before: int) -> tuple[Line, ...]:
        """What is said when it was emptied so often before: the next text, the last one stays."""
        return self.emptied[min(before, len(self.emptied) - 1)]


@dataclass(frozen=True, slots=True)
class Score:
    """A standing as its system announces it. `value` is ready to be shown ("38", "on the list").
    `change`, `listed`: as in `Change`."""

    system: str
    name: str
    value: str
    unit: str
    holder: str
    tier: str | None = None
    band: str | None = None
    change: int = 0
    listed: bool = False
    seen_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What an instrument says of one thing: the key of the author's words, the values that they
    may show, and the `lines` that they come to. `struck`: crossed out."""

    key: str
    values: Mapping[str, str | int]
    struck: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """When it is, for the light: the month (1 to 12) and the minute of the day (0 to 1439)."""

    month: int
    minute: int


@dataclass(frozen=True, slots=True)
class OnStage:
    """A figure that is seen. `spot`: where, by the picture's own name for it; `picture`: how it
    looks, a file in the story's folder."""

    spot: str
    figure: str
    posture: str
    picture: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound: a file in the story's folder, and what it is in words."""

    id: str
    file: str
    caption: str


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One screen. `when` is ready to be shown; `lines` are paragraphs in order. `over`: the
    pictures laid over the place's own, the lowest first. `phone`: what lies over the place, which
    is out of focus then. The view of a run is made while it is read, so it is to be read before
    the next act, or `kept`.

    `picture`, `over`, `stage` (who is seen) and `room` (what is heard there, again and again)
    are of the place that is shown, which may be another one than `place`; `heard` is heard once,
    as the scene opens. `caught`: what eyes saw at the last act, a label each: "20:07 reading".

    `playing`: the id of the instrument that is played, and `told` what it says, part by part: a
    drawing of it reads nothing else. `lines` has the same, for faces that draw nothing.
    """

    kind: ViewKind
    heading: str
    chapter: str
    scene: str
    place: str | None
    picture: str | None
    when: str | None
    lines: tuple[Line, ...]
    aftermath: Aftermath | None
    options: tuple[Option, ...]
    scores: tuple[Score, ...]
    cards: tuple[Card, ...]
    ticking: bool = False
    ending: str | None = None
    playing: str | None = None
    told: tuple[Told, ...] = ()
    over: tuple[str, ...] = ()
    field: Field | None = None
    phone: Phone | None = None
    moment: Moment | None = None
    stage: tuple[OnStage, ...] = ()
    room: Heard | None = None
    heard: tuple[Heard, ...] = ()
    caught: tuple[str, ...] = ()

    def kept(self) -> View:
        """The view with all its parts, whatever becomes of the run."""
        return View(**{part.name: getattr(self, part.name) for part in fields(View)})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, View):
            return NotImplemented
        return all(getattr(self, p.name) == getattr(other, p.name) for p in fields(View))

    __hash__ = None  # type: ignore[assignment]
