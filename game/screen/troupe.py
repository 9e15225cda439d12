"""Who is on stage, who comes and who goes: paper figures, pushed in from the nearer edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

COMES, TURNS = 0.5, 0.3
"""Seconds for a figure to come or go, and for its posture to change."""


class OnStage(Protocol):
    """A figure that is seen: at which spot, who it is, and its file."""

    @property
    def spot(self) -> str: ...
    @property
    def figure(self) -> str: ...
    @property
    def picture(self) -> str: ...


@dataclass
class Actor:
    """A figure at its spot. `there`: how far it has come, 0 to 1; `turned`: how far it has changed
    from the file of its posture `before`."""

    spot: str
    figure: str
    picture: str
    there: float = 1.0
    leaving: bool = False
    before: str | None = None
    turned: float = 1.0

    @property
    def moving(self) -> bool:
        return self.leaving or self.there < 1 or self.turned < 1

    def step(self, seconds: float) -> None:
        """Lets it go on."""
        way = -1 if self.leaving else 1
        self.there = min(1.0, max(0.0, self.there + way * seconds / COMES))
        self.turned = min(1.0, self.turned + seconds / TURNS)
        if self.turned == 1.0:
            self.before = None

    @property
    def away(self) -> float:
        """How far it still is from its spot: 1 at the edge; it slows down where it stops."""
        return (1 - self.there) ** 3

    @property
    def postures(self) -> list[tuple[str, float]]:
        """The files that are seen, and how much of each: a new posture comes over the old one
        first, and then that one goes, so that nobody is ever half there."""
        if self.before is None:
            return [(self.picture, 1.0)]
        fading = min(1.0, 2 - 2 * self.turned)
        return [(self.before, fading), (self.picture, min(1.0, 2 * self.turned))]


@dataclass
class Troupe:
    """All figures of a place."""

    actors: list[Actor] = field(default_factory=list)

    def begin(self, cast: Sequence[OnStage]) -> None:
        """Another place: everybody is where they are."""
        self.actors = [Actor(one.spot, one.figure, one.picture) for one in cast]

    def go_on(self, cast: Sequence[OnStage]) -> None:
        """The same place: who is new comes in, who is gone goes out, who stays may turn."""
        wanted = {one.spot: one for one in cast}
        for actor in self.actors:
            found = wanted.get(actor.spot)
            actor.leaving = found is None or found.figure != actor.figure
            if found is None or actor.leaving:
                continue
            del wanted[actor.spot]
            if found.picture != actor.picture:
                actor.before, actor.turned = actor.picture, 0.0
                actor.picture = found.picture
        self.actors += [Actor(one.spot, one.figure, one.picture, 0.0) for one in wanted.values()]

    @property
    def moving(self) -> bool:
        return any(actor.moving for actor in self.actors)

    def step(self, seconds: float) -> None:
        """Lets all go on; who has gone is no longer there."""
        for actor in self.actors:
            actor.step(seconds)
        self.actors = [actor for actor in self.actors if actor.there or not actor.leaving]

    def settle(self) -> None:
        """All are where they were going to."""
        self.step(max(COMES, TURNS))
