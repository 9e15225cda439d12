"""Systems, as an author wrote them: the rulebooks that score deeds. Frozen records only.

Moments, durations and ids are as in `game.story.model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.story.expressions import Expression
from game.story.prose import Prose
from game.story.source import Source

HolderKind = Literal["person", "household", "firm"]
Scale = Literal["points", "list", "count"]
Explains = Literal["fully", "reason", "never"]
Announces = Literal["before", "after", "never"]


@dataclass(frozen=True, slots=True)
class Eye:
    """A way of being seen. Empty `sees`, `places`: all. `hours`: minutes of the day when it
    is awake, half-open; empty: always. `chance`, `error`: percent. An error takes the doer
    for one of `mistakes`. `delay`: minutes until what it saw is known. `name`: what it is
    called where an entry is explained; empty: by its id."""

    id: str
    sees: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    hours: tuple[tuple[int, int], ...] = ()
    chance: int = 100
    delay: int = 0
    error: int = 0
    mistakes: tuple[str, ...] = ()
    condition: Expression | None = None
    since: int | None = None
    until: int | None = None
    name: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Hours of the day in which points are multiplied; lit from `since`, until `until`.
    `name` is what a face calls it while it is lit."""

    id: str
    name: str
    hours: tuple[tuple[int, int], ...]
    times: int = 2
    since: int | None = None
    until: int | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Turns a record of `kind` into an entry.

    `points` for each `each` of quantity (rests are kept for the day, for good with `each_ever`),
    multiplied in `band`, at most `most_a_day` after that. On a list, `points` is +1 (puts
    on) or -1 (takes off). `delay` minutes and `chance` percent before the entry is made.
    `condition` is asked about the record's holder.
    """

    id: str
    kind: str
    points: int
    each: int = 1
    each_ever: bool = False
    band: str | None = None
    most_a_day: int | None = None
    delay: int = 0
    chance: int = 100
    condition: Expression | None = None
    since: int | None = None
    until: int | None = None
    card: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One line of an appraisal: `points` (an expression) if `condition`, held within bounds."""

    name: str
    points: Expression
    condition: Expression | None = None
    least: int = -1_000_000
    most: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Works a standing out anew on dates and posts the difference.

    `every`: day, week (on: 1 Monday to 7), month or year (on: day of the month, January 1st
    for a year). `minute` of that day. The new value: `base` and all terms, within the bounds.
    """

    id: str
    every: Literal["day", "week", "month", "year"]
    on: int
    minute: int
    base: int
    terms: tuple[Term, ...]
    least: int = -1_000_000
    most: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Gate:
    """What a standing opens: at `needs` points, at a `tier` or better, or (`listed`) only
    to who is on the list (True) or off it (False). `keeper` looks whenever it is tried."""

    id: str
    name: str
    needs: int | None = None
    tier: str | None = None
    listed: bool | None = None
    keeper: str | None = None
    reason: Prose | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True)
class DayCap:
    """The most that all rules together enter for one day."""

    points: int
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class System:
    """A rulebook. `tiers`: name and lowest points, best first. `window`: minutes, for a
    count. `rules` by deed kind, in the order of the file."""

    id: str
    name: str
    source: Source
    unit: str = "points"
    keeps: HolderKind = "person"
    scale: Scale = "points"
    starts_at: int = 0
    least: int = -1_000_000
    most: int = 1_000_000
    window: int | None = None
    explains: Explains = "fully"
    announces: Announces = "after"
    seen_by: tuple[str, ...] = ()
    eyes: tuple[Eye, ...] = ()
    bands: Mapping[str, Band] = field(default_factory=dict)
    rules: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    day_caps: tuple[DayCap, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    tiers: tuple[tuple[str, int], ...] = ()
    gates: Mapping[str, Gate] = field(default_factory=dict)
