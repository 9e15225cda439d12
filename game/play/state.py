"""Where a run stands: mutable, made anew by replaying the journal, seen by nobody else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.play.instruments import State as InstrumentState
from game.scoring.books import Books
from game.story import calendar
from game.story.model import Play, Scene
from game.story.prose import Line

if TYPE_CHECKING:
    from game.play.production import Production
    from game.play.staging import StagedScene

Phase = Literal["note", "scene", "instrument", "end"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a `return` leads, and whose life is played there.

    `how`: to the beginning of `then`, a scene or pool; to a scene whose time is set already,
    because something due came in between; back into a scene that goes on where it was; or
    into its instrument. `staged` is the one that is left, or waits.
    """

    staged: StagedScene
    life: str
    how: Literal["begin", "arrived", "go on", "play"]
    playing: Playing | None = None
    then: str = ""


@dataclass(slots=True)
class Playing:
    """An instrument that is being played. `logged`: the keys that stand in the log, and whether
    as crossed out."""

    play: Play
    state: InstrumentState
    logged: set[tuple[str, bool]] = field(default_factory=set)


class Happened(NamedTuple):
    """What the last act left behind, for the aftermath that a view shows.

    `life`: whose act it was, done in `scene`, and over at `now`. What was recorded and entered
    stands from the first index to before the last. `so_far`: the author's words to retell it;
    `place`: where it was, by its id.
    """

    taken: str
    life: str
    scene: str
    now: int
    first_record: int
    last_record: int
    first_entry: int
    last_entry: int
    sees: tuple[Line, ...] = ()
    misses: tuple[Line, ...] = ()
    so_far: str = ""
    place: str | None = None

    @property
    def says(self) -> bool:
        """Whether the author says what the score sees or misses."""
        return bool(self.sees or self.misses)

    def recorded(self, books: Books) -> bool:
        """Whether any of its records was known at once."""
        return any(
            record.known <= self.now and record.scene == self.scene
            for record in books.records[self.first_record : self.last_record]
        )


@dataclass(slots=True)
class State:
    """Everything that an act can change.

    `used`: what goes after use and was taken, by scene, choice and arm: each arm of a pair
    offers all of its choices anew. `first_record`, `first_entry`: how many records and entries
    there were before this act; time that passes belongs to the act before it.
    `due`: a scene is about to begin because its day came, so no other that is due goes before it.
    `drawn`: how often each scene came from each pool. `begun`: how many visits there were in
    all; `last_visit`: by scene, which of them was its last, where a story has pools.
    """

    books: Books
    life: str
    staged: StagedScene
    variables: dict[str, bool | int | str]
    clocks: dict[str, int]
    links: set[tuple[str, str]]
    phase: Phase = "scene"
    visits: dict[str, int] = field(default_factory=dict)
    last_visit: dict[str, int] = field(default_factory=dict)
    begun: int = 0
    drawn: dict[str, Counter[str]] = field(default_factory=dict)
    chosen: set[tuple[str, str]] = field(default_factory=set)
    used: set[tuple[str, str, str | None]] = field(default_factory=set)
    arms: dict[str, str] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    stack: list[Frame] = field(default_factory=list)
    later: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    playing: Playing | None = None
    happened: Happened | None = None
    first_record: int = 0
    first_entry: int = 0
    due: bool = False
    lines: tuple[Line, ...] = ()
    ending: str | None = None
    now: int = 0
    """The present of the life that is played."""

    @property
    def scene(self) -> Scene:
        """The scene that the run stands at; of a pair, the arm that is played."""
        return self.staged.scene

    def turn_to(self, life: str) -> None:
        """Play another life, in its own present."""
        self.life = life
        self.now = self.clocks.get(life, 0)

    def set_clock(self, now: int) -> None:
        """Set the calendar of the life that is played."""
        self.now = self.clocks[self.life] = min(now, calendar.LAST)


def opening(production: Production) -> State:
    """The state before the first scene."""
    life, clocks = production.story.life, production.clocks
    return State(
        books=Books(production.rulebook),
        life=life,
        staged=production.scenes[production.story.starts],
        variables=production.variables.copy(),
        clocks=clocks.copy(),
        links=production.links.copy(),
        now=clocks.get(life, 0),
    )
