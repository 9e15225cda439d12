"""A few surfaces, quick to lay on each other, that a place and its figures are made into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from pygame import Rect, Surface

from game.screen.paper.matrix import Matrix
from game.screen.paper.sheets import PEOPLE, Box, Cutting, Sheet, Spot
from game.screen.store import size_of

PLANES = 4
"""Of a place, where its spots do not ask for more."""

NEAR = 0.9
"""The depth from which on sheets are out of focus."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Sheets in one surface, premultiplied but for the backmost, which is opaque. `at`: its upper
    left corner in the picture's area."""

    surface: Surface
    at: tuple[int, int]
    depth: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A spot in pixels: the foot's middle in the picture's area; `scale`: pixels to a unit."""

    id: str
    at: tuple[float, float]
    scale: float
    depth: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How a picture of this view covers an area, middle on middle."""

    scale: float
    left: float
    top: float

    @staticmethod
    def of(view: Box, size: tuple[int, int]) -> Fit:
        scale = max(size[0] / view[2], size[1] / view[3])
        left = (size[0] - view[2] * scale) / 2 - view[0] * scale
        return Fit(scale, left, (size[1] - view[3] * scale) / 2 - view[1] * scale)

    def box(self, found: Box) -> Rect:
        """Where a box of the picture comes to lie in the area."""
        x, y, wide, high = (number * self.scale for number in found)
        return Rect(round(x + self.left), round(y + self.top), round(wide), round(high))

    def matrix(self, by: int = 0) -> Matrix:
        return (self.scale, 0.0, 0.0, self.scale, self.left + by, self.top + by)


@dataclass(frozen=True, slots=True)
class Over:
    """A picture that lies over a place, on the sheet of this id or on all that is not too near.
    `cutting`: None if it is painted on as it is."""

    path: Path
    cutting: Cutting | None
    sheet: str | None
    depth: float = PEOPLE


Part = Sheet | Over | Spot


@dataclass(frozen=True, slots=True, eq=False)
class Scenery:
    """A place at a size: planes and spots, the farthest first; `eye`: what a machine looks at."""

    size: tuple[int, int]
    layers: tuple[Plane | Placed, ...]
    eye: Rect | None = None

    @property
    def unit(self) -> float:
        """Pixels to a pixel at 1080p."""
        return self.size[1] / 1080

    @property
    def bytes(self) -> int:
        return sum(size_of(layer.surface) for layer in self.layers if isinstance(layer, Plane))


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure at a size, its shadow around it. `foot`: the middle of its foot on the surface;
    `eye`: what a machine looks at, as seen from there."""

    surface: Surface
    foot: tuple[int, int]
    eye: Rect | None = None

    @property
    def bytes(self) -> int:
        return size_of(self.surface)


def laid_over(parts: list[Sheet | Spot], over: Sequence[Over]) -> list[Part]:
    """All parts, and what lies over them put where it belongs."""
    whole: list[Part] = list(parts)
    for one in over:
        sheets = [(at, part) for at, part in enumerate(whole) if isinstance(part, Sheet)]
        own = [at for at, sheet in sheets if one.sheet and sheet.id == one.sheet]
        clear = [at for at, sheet in sheets if sheet.depth < NEAR]
        at = (own or clear or [-1])[-1] + 1
        below = whole[at - 1] if at else None
        while at < len(whole) and isinstance(whole[at], Over):
            at += 1
        whole.insert(at, replace(one, depth=below.depth) if below is not None else one)
    return whole


def grouped(parts: Iterable[Part]) -> list[tuple[Sheet | Over, ...] | Spot]:
    """Sheets that share a plane, and the spots between: cut at every spot, and where the depth
    changes most, as long as there are not too many planes."""
    runs: list[list[Sheet | Over] | Spot] = []
    for part in parts:
        if isinstance(part, Spot):
            runs.append(part)
        elif runs and isinstance(runs[-1], list):
            runs[-1].append(part)
        else:
            runs.append([part])
    spare = PLANES - sum(isinstance(run, list) for run in runs)
    steps = sorted(
        (
            (abs(run[at].depth - run[at - 1].depth), number, at)
            for number, run in enumerate(runs)
            if isinstance(run, list)
            for at in range(1, len(run))
        ),
        reverse=True,
    )
    cuts = {(number, at) for step, number, at in steps[: max(0, spare)] if step > 0.04}
    planes: list[tuple[Sheet | Over, ...] | Spot] = []
    for number, run in enumerate(runs):
        if isinstance(run, Spot):
            planes.append(run)
            continue
        ends = [0, *sorted(at for of, at in cuts if of == number), len(run)]
        planes += [tuple(run[a:b]) for a, b in pairwise(ends)]
    return planes
