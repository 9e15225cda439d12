"""Ways from scene to scene: each leads to a scene, or to a pool that one is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.expressions import Expression


@dataclass(frozen=True, slots=True)
class Go:
    """To the first scene whose condition holds; the last has none."""

    branches: tuple[tuple[Expression | None, str], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """To a scene from which `Return` comes back: to `then`, or to the start of this scene."""

    scene: str
    then: str | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """Back to where the latest call says; with no call open, the run ends."""


@dataclass(frozen=True, slots=True)
class End:
    """The run ends; `ending` is its id."""

    ending: str


Way = Go | Call | Return | End
