"""A cutting made into a few surfaces that are quick to lay on each other, at a size and in a light.

Sheets become paper one by one, and are merged into planes: never more than are needed so that
figures can stand between them, and that near things can move against far ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import pygame
from pygame import Surface

from game.screen.paper.light import Light
from game.screen.paper.matrix import Matrix
from game.screen.paper.relief import OVER, Relief, covered
from game.screen.paper.shapes import seed_of
from game.screen.paper.sheets import Cutting, Sheet, Spot

PLANES = 4
"""Of a place, where its spots do not ask for more."""

NEAR = 0.9
"""The depth from which on sheets are out of focus."""

LEAN = 10
"""By how many pixels the nearest plane may move at 1080p."""

_BLEED = 4
_GROUND = (44, 52, 50)
_CORNERS = ((255, 246), (247, 226))
"""How the light falls off from the upper left: grey to multiply with, at the corners."""


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
    def of(view: tuple[float, float, float, float], size: tuple[int, int]) -> Fit:
        scale = max(size[0] / view[2], size[1] / view[3])
        left = (size[0] - view[2] * scale) / 2 - view[0] * scale
        return Fit(scale, left, (size[1] - view[3] * scale) / 2 - view[1] * scale)

    def matrix(self, by: int = 0) -> Matrix:
        return (self.scale, 0.0, 0.0, self.scale, self.left + by, self.top + by)


class Atelier:
    """Makes planes and figures of cuttings in one light. `unit`: pixels to a pixel at 1080p."""

    def __init__(self, unit: float, light: Light) -> None:
        self._relief, self._light = Relief(unit), light
        self._fall: Surface | None = None

    def place(self, cutting: Cutting, size: tuple[int, int]) -> list[Plane | Placed]:
        """The planes of a place for an area of this size, with its spots between them."""
        fit, made = Fit.of(cutting.view, size), list[Plane | Placed]()
        margin = self._relief.px(LEAN) + _BLEED
        grown = (size[0] + 2 * margin, size[1] + 2 * margin)
        self._fall = pygame.transform.smoothscale(_fall_off(), grown)
        for part in grouped(self.there(cutting)):
            if isinstance(part, Spot):
                x, y = part.x * fit.scale + fit.left, part.y * fit.scale + fit.top
                made.append(Placed(part.id, (x, y), fit.scale * part.scale, part.depth))
                continue
            backmost = not any(isinstance(plane, Plane) for plane in made)
            surface = Surface(grown, 0 if backmost else pygame.SRCALPHA, 32)
            if backmost:
                surface.fill(_GROUND)
            for sheet in part:
                self._lay(surface, cutting, sheet, fit.matrix(margin))
            made.append(_plane(surface, part, margin, backmost))
        return made

    def figure(self, cutting: Cutting, scale: float) -> tuple[Surface, tuple[int, int]]:
        """A figure at this scale, with its shadow around it, and where its foot's middle is."""
        left, top, wide, high = cutting.view
        pad = self._relief.px(40) + _BLEED
        size = (round(wide * scale) + 2 * pad, round(high * scale) + 2 * pad)
        place = (scale, 0.0, 0.0, scale, pad - left * scale, pad - top * scale)
        body = Surface(size, pygame.SRCALPHA, 32)
        self._fall = None
        for sheet in self.there(cutting):
            if isinstance(sheet, Sheet):
                self._lay(body, cutting, sheet, place)
        whole = Surface(size, pygame.SRCALPHA, 32)
        self._relief.cast(whole, body, (0, 0), 1.0, self._light.dark * 0.8, self._light.long)
        whole.blit(body, (0, 0), None, OVER)
        return whole, (pad + round(wide * scale / 2), pad + round(high * scale))

    def there(self, cutting: Cutting) -> list[Sheet | Spot]:
        """What of a cutting is there at this hour."""
        return [
            part
            for part in cutting.parts
            if isinstance(part, Spot) or not part.when or part.when & self._light.names
        ]

    def _lay(self, onto: Surface, cutting: Cutting, sheet: Sheet, place: Matrix) -> None:
        """Makes paper of one sheet, and lays it on a surface over its shadow."""
        drawn = cutting.drawn(sheet, onto.get_size(), place)
        box = covered(drawn)
        if not box.width:
            return
        piece = drawn.subsurface(box).copy()
        del drawn
        if sheet.light != "glow":
            self._relief.grain(piece, seed_of(sheet.id))
        if not sheet.flat:
            self._relief.edges(piece, 0.75 + 0.25 * min(1.0, sheet.lift))
        self._light_up(piece, sheet, box.topleft)
        piece = piece.premul_alpha()
        at = box.topleft
        if not sheet.flat and sheet.lift > 0 and sheet.light != "glow":
            self._relief.cast(onto, piece, at, sheet.lift, self._light.dark, self._light.long)
        if sheet.light == "glow" and self._light.glow:
            for reach in (16, 40, 90):
                halo, pad = self._relief.blurred(piece, reach)
                level = round(255 * 0.6 * self._light.glow)
                halo.fill((level,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
                onto.blit(halo, (at[0] - pad, at[1] - pad), None, OVER)
        if sheet.depth >= NEAR:
            piece, pad = self._relief.blurred(piece, 5 + 60 * (sheet.depth - NEAR))
            at = (at[0] - pad, at[1] - pad)
        onto.blit(piece, at, None, OVER)

    def _light_up(self, piece: Surface, sheet: Sheet, at: tuple[int, int]) -> None:
        if sheet.light == "glow":
            return
        tint = self._light.sky if sheet.light == "outside" else self._light.room
        level = tuple(round(255 * share) for share in tint)
        piece.fill((level[0], level[1], level[2]), special_flags=pygame.BLEND_RGB_MULT)
        if self._fall is not None and sheet.light != "outside":
            piece.blit(self._fall, (-at[0], -at[1]), None, pygame.BLEND_RGB_MULT)


def grouped(parts: Iterable[Sheet | Spot]) -> list[tuple[Sheet, ...] | Spot]:
    """Sheets that share a plane, and the spots between: cut at every spot, and where the depth
    changes most, as long as there are not too many planes."""
    runs: list[list[Sheet] | Spot] = []
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
    planes: list[tuple[Sheet, ...] | Spot] = []
    for number, run in enumerate(runs):
        if isinstance(run, Spot):
            planes.append(run)
            continue
        ends = [0, *sorted(at for of, at in cuts if of == number), len(run)]
        planes += [tuple(run[a:b]) for a, b in pairwise(ends)]
    return planes


def _plane(surface: Surface, sheets: tuple[Sheet, ...], margin: int, backmost: bool) -> Plane:
    """Cut down to what is not clear."""
    depths = [sheet.depth for sheet in sheets]
    depth = (min(depths) + max(depths)) / 2
    if backmost:
        return Plane(surface, (-margin, -margin), depth)
    box = covered(surface)
    piece = surface.subsurface(box).copy() if box.width else Surface((1, 1), pygame.SRCALPHA, 32)
    return Plane(piece, (box.left - margin, box.top - margin), depth)


def _fall_off() -> Surface:
    corners = Surface((2, 2), depth=24)
    for y, row in enumerate(_CORNERS):
        for x, level in enumerate(row):
            corners.set_at((x, y), (level, level, level - 2))
    return corners
