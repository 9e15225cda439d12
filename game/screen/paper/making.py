"""Places and figures made from their files: what is missing or broken is reported, and something
stands for it. Runs beside the loop, in a thread that has to go on whatever a file holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygame
from pygame import Surface

from game.screen.paper.atelier import GROUND, Atelier
from game.screen.paper.flat import flat_picture
from game.screen.paper.light import DAY, Light
from game.screen.paper.planes import Figure, Over, Plane, Scenery
from game.screen.paper.relief import OVER
from game.screen.paper.sheets import FIGURE_LIFT, Cutting, belongs_to, nobody, read_cutting
from game.screen.paper.standin import stand_in
from game.story.files import inside as within

Report = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """What makes one place look unlike another: its name, its pictures from the lowest upwards,
    the size of its area in pixels, the light. `flat`: in one surface, as nothing will move."""

    place: str
    layers: tuple[str, ...]
    size: tuple[int, int]
    light: Light = DAY
    flat: bool = False


@dataclass(frozen=True, slots=True)
class FigureKey:
    """The same for a figure: its file, pixels to one of its units, pixels to a pixel at 1080p."""

    picture: str
    scale: float
    unit: float
    light: Light = DAY


Key = PlaceKey | FigureKey


def alike(one: PlaceKey, other: PlaceKey) -> bool:
    """Whether both show the same place, at whatever size and hour, whatever lies over it."""
    return one.place == other.place and one.layers[:1] == other.layers[:1]


def same_cut(one: FigureKey, other: FigureKey) -> bool:
    """Whether both are the same figure at the same size, in whatever light."""
    return (one.picture, one.scale) == (other.picture, other.scale)


def make(key: Key, folder: Path | None, report: Report) -> Scenery | Figure:
    """Makes what the key asks for, from files in this folder."""
    if isinstance(key, FigureKey):
        return _figure(key, folder, report)
    made = _place(key, folder, report)
    return Scenery(key.size, (Plane(flattened(made), (0, 0), 0.0),)) if key.flat else made


def flattened(scenery: Scenery) -> Surface:
    """A place in one surface, as it is when nothing has moved."""
    whole = ground(scenery.size)
    for layer in scenery.layers:
        if isinstance(layer, Plane):
            whole.blit(layer.surface, layer.at, None, blending(layer.surface))
    return whole


def blending(surface: Surface) -> int:
    """How a surface of a scenery is laid on another."""
    return OVER if surface.get_flags() & pygame.SRCALPHA else 0


def ground(size: tuple[int, int]) -> Surface:
    """What pictures are laid on."""
    surface = Surface(size)
    surface.fill(GROUND)
    return surface


def _place(key: PlaceKey, folder: Path | None, report: Report) -> Scenery:
    if folder is None or not key.layers:
        return _one_plane(stand_in(key.place, key.size))
    first, *others = key.layers
    over = [found for name in others if (found := _over(folder, name, report)) is not None]
    try:
        path = inside(folder, first)
        cutting = _cutting(path)
        if cutting is not None:
            unit = key.size[1] / 1080
            return Atelier(unit, key.light).place(cutting, key.size, over)
        surface = ground(key.size)
        surface.blit(flat_picture(path, key.size), (0, 0))
    except Exception as problem:
        report(problem)
        return _one_plane(stand_in(key.place, key.size))
    for one in over:
        try:
            surface.blit(flat_picture(one.path, key.size), (0, 0))
        except Exception as problem:
            report(problem)
    return _one_plane(surface)


def _over(folder: Path, name: str, report: Report) -> Over | None:
    """What lies over a place. None: it cannot be read."""
    try:
        path = inside(folder, name)
        if path.suffix.lower() != ".svg":
            return Over(path, None, None)
        return Over(path, read_cutting(path), belongs_to(path))
    except Exception as problem:
        report(problem)
        return None


def _figure(key: FigureKey, folder: Path | None, report: Report) -> Figure:
    atelier = Atelier(key.unit, key.light)
    if folder is not None:
        try:
            cutting = _cutting(inside(folder, key.picture), FIGURE_LIFT)
            if cutting is None:
                raise ValueError(f"{key.picture} has no sheets: no <g id=...> below its <svg>")
            return atelier.figure(cutting, key.scale)
        except Exception as problem:
            report(problem)
    return atelier.figure(nobody(), key.scale)


def _cutting(path: Path, lift: float = 1.0) -> Cutting | None:
    return read_cutting(path, lift) if path.suffix.lower() == ".svg" else None


def _one_plane(surface: Surface) -> Scenery:
    return Scenery(surface.get_size(), (Plane(surface, (0, 0), 0.0),))


def inside(folder: Path, picture: str) -> Path:
    """The file of a picture. ValueError: it is not in the story's folder."""
    path = folder / picture
    if not within(folder, path):
        raise ValueError(f"{picture} is not inside the story's folder")
    return path
