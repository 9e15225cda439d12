"""What an author wrote, after it was read and checked: frozen records, nothing else.

The loader makes these; the rest of the game only reads them. All moments are whole
minutes since 1970-01-01 00:00 (see `game.story.calendar`), all durations are minutes.
Ids are the author's own words and never positions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.story.effects import NOTHING, Effects
from game.story.expressions import Expression
from game.story.phones import PhoneSpec
from game.story.prose import Prose
from game.story.source import Source
from game.story.stage import Figure, Sound, Spot
from game.story.systems import HolderKind, System
from game.story.ways import Way

CardKind = Literal["document", "research", "fiction"]
VariableKind = Literal["flag", "number", "word"]
Draw = Literal["chance", "least-recent"]
Truth = Literal["true", "false", "myth"]

AT_STAKE = "at-stake"
NOT_AT_STAKE = "not-at-stake"
ARMS = (AT_STAKE, NOT_AT_STAKE)
SCENES_APART = 3
"""So many scenes must lie between the two times of a pair, or the first is still in mind."""
WAY_ON = "on"
"""The id of the one choice that a scene without choices has: to go on."""


# --- people, things, words ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Variable:
    """A thing the story remembers. `least`, `most`: numbers only. `words`: words only."""

    id: str
    kind: VariableKind
    start: bool | int | str
    least: int = -1_000_000_000
    most: int = 1_000_000_000
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """A holder of standings; with `starts`, one with a calendar of its own.

    `of`: households and firms that it belongs to. `opens`: standings declared at its
    start, by system. `friends`: other lives that it is linked with at the start.
    """

    id: str
    name: str
    kind: HolderKind = "person"
    of: tuple[str, ...] = ()
    starts: int | None = None
    opens: Mapping[str, int] = field(default_factory=dict)
    friends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeedKind:
    """A kind of deed. `timed`: its quantity is minutes, and those minutes pass."""

    id: str
    name: str
    unit: str | None = None
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Overlay:
    """A picture laid over a place's own. `shown_if`: else it is not there."""

    picture: str
    source: Source
    shown_if: Expression | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scene plays. `picture`: a file below the story's folder, or none. `over`: what
    may be laid over it, the lowest first. `sound`: what is heard there, by its id. `stage`: who
    is where, unless a scene says otherwise."""

    id: str
    name: str
    picture: str | None = None
    over: tuple[Overlay, ...] = ()
    sound: str | None = None
    stage: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A fact with its kind; `origin` says where it stands (fiction needs none)."""

    id: str
    kind: CardKind
    text: str
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something about the real world that players judge at the end. `truth`: `myth` is false, and
    has been printed often. `card`: answers it. `origin`: who says so, if anybody is named."""

    id: str
    says: str
    truth: Truth
    card: str
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A shorter way through the story, that a player can begin instead of the whole."""

    id: str
    name: str
    about: str = ""


# --- scenes ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    """A field that takes letters and keeps none. `emptied`: what is said, in turn, each time
    that it has emptied itself; at least one text, and the last one stays."""

    label: Prose
    emptied: tuple[Prose, ...]

    @property
    def texts(self) -> tuple[Prose, ...]:
        """All that can be read in it."""
        return self.label, *self.emptied


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of an instrument that ends so: where it leads, what is set, and what is told
    of the deeds that it ended with, as after a choice. `so_far`: retold later, after what is
    retold of the choice."""

    way: Way
    effects: Effects = NOTHING
    sees: Prose | None = None
    misses: Prose | None = None
    so_far: Prose | None = None


@dataclass(frozen=True, slots=True)
class Play:
    """An instrument to be played: its id, the author's parameters, and its outcomes.

    `words` are the author's texts for the instrument, by key. `tells_score`: its values may
    tell of a standing.
    """

    instrument: str
    parameters: Mapping[str, object]
    words: Mapping[str, Prose]
    outcomes: Mapping[str, Outcome]
    tells_score: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What a player can do. `shown_if`: else it is not there. `needs`, `gate`: else it is
    there, but shut, and says why. `kind`: whether it is the kinder one of a pair, if any
    is. `so_far`: how it is retold later; else by its text. `way` is None only where
    `play` has outcomes. `was`: the ids that it had before."""

    id: str
    text: Prose
    source: Source
    shown_if: Expression | None = None
    needs: Expression | None = None
    reason: Prose | None = None
    gate: str | None = None
    once: bool = False
    kind: bool | None = None
    effects: Effects = NOTHING
    sees: Prose | None = None
    misses: Prose | None = None
    so_far: Prose | None = None
    play: Play | None = None
    way: Way | None = None
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What both arms of a pair have in common, in the author's words."""

    name: str
    cost: str
    benefit: str
    effort: str


@dataclass(frozen=True, slots=True)
class Content:
    """A content note before a chapter or a scene; `instead`: a scene that only tells of it."""

    notes: tuple[str, ...]
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene. With a pair, `arms` holds it once per arm, place, time and surface filled in.

    `at` sets this life's calendar (never back), `clock` moves it on to the next time that a
    day has come to this minute, `after` moves it on by so much. A scene has choices, or a
    `way`, never both. `asks`: the field that letters can be typed into. `phones`: the first of
    them that holds lies over the place. `cuts`: by cut, the scene that stands in for this one
    there. `was`: the ids that it had before, the oldest first. `stage`: who is where, spot by
    spot, besides whom the place has there. `shows`: another place that is seen and heard in this
    one's stead. `sounds`: heard when it opens.
    """

    id: str
    chapter: str
    text: Prose
    source: Source
    title: Prose | None = None
    life: str | None = None
    at: int | None = None
    clock: int | None = None
    after: int = 0
    place: str | None = None
    content: Content | None = None
    cards: tuple[str, ...] = ()
    effects: Effects = NOTHING
    choices: tuple[Choice, ...] = ()
    way: Way | None = None
    pair: Terms | None = None
    arms: Mapping[str, Scene] = field(default_factory=dict)
    cuts: Mapping[str, str] = field(default_factory=dict)
    was: tuple[str, ...] = ()
    asks: Field | None = None
    phones: tuple[PhoneSpec, ...] = ()
    stage: tuple[Spot, ...] = ()
    shows: str | None = None
    sounds: tuple[str, ...] = ()

    @property
    def first_id(self) -> str:
        """The id that it had first: chance goes by it, so that another id is no other luck."""
        return self.was[0] if self.was else self.id


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a run begins that begins with a chapter: in this scene, with these variables `set`
    as if the story had come so far."""

    scene: str
    effects: Effects = NOTHING


@dataclass(frozen=True, slots=True)
class Chapter:
    """Scenes that belong together. `content` stands before the first of them; `harmless`: the
    author says that there is nothing to note. `begin`: only with it, a run can begin here."""

    id: str
    title: Prose
    content: Content | None = None
    harmless: bool = False
    about: str = ""
    begin: Beginning | None = None


@dataclass(frozen=True, slots=True)
class Drawable:
    """A scene of a pool. `shown_if`: else it is not drawn. `once`: not again after a visit.
    `weight`: how many lots it has."""

    scene: str
    source: Source
    shown_if: Expression | None = None
    weight: int = 1
    once: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """Scenes of which one is drawn whenever a way leads here; `otherwise` if none fits.

    `draw`: by weight and chance alone, or first of all the one that was visited longest ago.
    """

    id: str
    source: Source
    draw: Draw
    scenes: tuple[Drawable, ...]
    otherwise: str | None = None


# --- the whole -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Renamed:
    """What old saves may call otherwise: present ids by former ones. `choices`: by scene."""

    scenes: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story. `fingerprint` changes when any file of it does. `open_chapters`: those
    that can be begun can be begun by whoever has never come to them."""

    id: str
    title: str
    about: str
    language: str
    folder: str
    fingerprint: str
    starts: str
    life: str
    people: Mapping[str, str]
    lives: Mapping[str, Life]
    variables: Mapping[str, Variable]
    deeds: Mapping[str, DeedKind]
    places: Mapping[str, Place]
    cards: Mapping[str, Card]
    systems: Mapping[str, System]
    chapters: Mapping[str, Chapter]
    scenes: Mapping[str, Scene]
    pools: Mapping[str, Pool] = field(default_factory=dict)
    cuts: Mapping[str, Cut] = field(default_factory=dict)
    renamed: Renamed = field(default_factory=Renamed)
    open_chapters: bool = False
    figures: Mapping[str, Figure] = field(default_factory=dict)
    sounds: Mapping[str, Sound] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)

    def place_shown(self, scene: Scene) -> Place | None:
        """The place that is seen and heard in this scene, wherever it plays."""
        shown = scene.shows or scene.place
        return None if shown is None else self.places[shown]

    def beginning(self, chapter: str | None) -> Beginning | None:
        """Where a run begins with the chapter of this id; None if none can."""
        known = None if chapter is None else self.chapters.get(chapter)
        return None if known is None else known.begin
