"""Who is seen and what is heard where: figures in their postures, sounds, and who is at a spot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.story.expressions import Expression
from game.story.source import Source

NOBODY = "nobody"
"""Stands where a figure could, and leaves the spot empty."""


@dataclass(frozen=True, slots=True)
class Posture:
    """How a figure holds itself. `picture`: a file below the story's folder."""

    id: str
    picture: str
    source: Source


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody who can be seen, in one of several postures."""

    id: str
    postures: Mapping[str, Posture]


@dataclass(frozen=True, slots=True)
class Sound:
    """What can be heard. `file`: below the story's folder; `caption`: the same in words."""

    id: str
    file: str
    caption: str
    source: Source


@dataclass(frozen=True, slots=True)
class Pose:
    """A figure in a posture, or nobody (`figure` is None). `shown_if`: else it is another."""

    figure: str | None
    posture: str = ""
    shown_if: Expression | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure can be in a picture, by its id there. The first pose that holds counts."""

    id: str
    poses: tuple[Pose, ...]
    source: Source
