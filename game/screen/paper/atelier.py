"""Where paper is made of a cutting, at a size and in a light.

Sheets become paper one by one, and are merged into planes: never more than are needed so that
figures can stand between them, and that near things can move against far ones."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from game.screen.paper.flat import flat_picture
from game.screen.paper.light import Light, Tint
from game.screen.paper.matrix import Matrix, after
from game.screen.paper.planes import (
    NEAR,
    Figure,
    Fit,
    Over,
    Placed,
    Plane,
    Scenery,
    grouped,
    laid_over,
)
from game.screen.paper.relief import OVER, Relief
from game.screen.paper.shapes import seed_of
from game.screen.paper.sheets import Cutting, Sheet, Spot

LEAN = 10
"""By how many pixels the nearest plane may move at 1080p."""

_BLEED = 4
_PART = 6
GROUND = (44, 52, 50)
"""What pictures are laid on."""

_CORNERS = ((255, 246), (247, 226))
"""How the light falls off from the upper left: grey to multiply with, at the corners."""


class Atelier:
    """Makes planes and figures of cuttings in one light. `unit`: pixels to a pixel at 1080p."""

    def __init__(self, unit: float, light: Light) -> None:
        self._relief, self._light = Relief(unit), light
        self._fall: Surface | None = None

    def place(self, cutting: Cutting, size: tuple[int, int], over: Sequence[Over] = ()) -> Scenery:
        """The planes of a place for an area of this size, with its spots between them, and what
        lies over it."""
        fit, made = Fit.of(cutting.view, size), list[Plane | Placed]()
        margin = self._relief.px(LEAN) + _BLEED
        grown = (size[0] + 2 * margin, size[1] + 2 * margin)
        self._fall = pygame.transform.smoothscale(_fall_off(), grown)
        for part in grouped(laid_over(self.there(cutting), over)):
            if isinstance(part, Spot):
                x, y = part.x * fit.scale + fit.left, part.y * fit.scale + fit.top
                made.append(Placed(part.id, (x, y), fit.scale * part.scale, part.depth))
                continue
            backmost = not any(isinstance(plane, Plane) for plane in made)
            surface = Surface(grown, 0 if backmost else pygame.SRCALPHA, 32)
            if backmost:
                surface.fill(GROUND)
            for sheet in part:
                if isinstance(sheet, Over):
                    self._lay_over(surface, sheet, size, margin)
                else:
                    self._lay(surface, cutting, sheet, fit.matrix(margin))
            made.append(_plane(surface, part, margin, backmost))
        return Scenery(size, tuple(made), None if cutting.eye is None else fit.box(cutting.eye))

    def figure(self, cutting: Cutting, scale: float) -> Figure:
        """A figure at this scale (pixels to a unit)."""
        left, top, wide, high = cutting.view
        pad = self._relief.px(40) + _BLEED
        size = (round(wide * scale) + 2 * pad, round(high * scale) + 2 * pad)
        body = Surface(size, pygame.SRCALPHA, 32)
        self._fall = None
        for sheet in self.there(cutting):
            if isinstance(sheet, Sheet):
                self._lay(body, cutting, sheet, Fit(scale, -left * scale, -top * scale).matrix(pad))
        whole = Surface(size, pygame.SRCALPHA, 32)
        self._relief.cast(whole, body, (0, 0), 1.0, self._light.dark * 0.8, self._light.long)
        whole.blit(body, (0, 0), None, OVER)
        eye, from_foot = None, Fit(scale, -(left + wide / 2) * scale, -(top + high) * scale)
        if cutting.eye is not None:
            eye = from_foot.box(cutting.eye)
        return Figure(whole, (pad + round(wide * scale / 2), pad + round(high * scale)), eye)

    def there(self, cutting: Cutting) -> list[Sheet | Spot]:
        """What of a cutting is there at this hour."""
        return [
            part
            for part in cutting.parts
            if isinstance(part, Spot) or not part.when or part.when & self._light.names
        ]

    def _lay_over(self, onto: Surface, over: Over, size: tuple[int, int], margin: int) -> None:
        if over.cutting is not None:
            place = Fit.of(over.cutting.view, size).matrix(margin)
            for sheet in self.there(over.cutting):
                if isinstance(sheet, Sheet):
                    self._lay(onto, over.cutting, sheet, place)
            return
        piece = flat_picture(over.path, size).convert_alpha()
        self._tint(piece, self._light.room)
        onto.blit(piece.premul_alpha(), (margin, margin), None, OVER)

    def _lay(self, onto: Surface, cutting: Cutting, sheet: Sheet, place: Matrix) -> None:
        """Makes paper of one sheet, and lays it on a surface over its shadow."""
        box = _covered(cutting, sheet, onto.get_size(), place)
        if not box.width:
            return
        at = box.topleft
        shifted = after((1.0, 0.0, 0.0, 1.0, -at[0], -at[1]), place)
        piece = cutting.drawn(sheet, box.size, shifted)
        if sheet.light != "glow":
            self._relief.grain(piece, seed_of(sheet.id))
        if not sheet.flat:
            self._relief.edges(piece, 0.75 + 0.25 * min(1.0, sheet.lift))
        self._light_up(piece, sheet, at)
        piece = piece.premul_alpha()
        if sheet.light == "glow":
            self._shine(onto, piece, at)
        elif not sheet.flat and sheet.lift > 0:
            self._relief.cast(onto, piece, at, sheet.lift, self._light.dark, self._light.long)
        if sheet.depth >= NEAR:
            piece, pad = self._relief.blurred(piece, 5 + 60 * (sheet.depth - NEAR))
            at = (at[0] - pad, at[1] - pad)
        onto.blit(piece, at, None, OVER)

    def _shine(self, onto: Surface, piece: Surface, at: tuple[int, int]) -> None:
        """What glows lights up what is around it, when it is dark."""
        for reach in (16, 40, 90) if self._light.glow else ():
            halo, pad = self._relief.blurred(piece, reach)
            level = round(255 * 0.6 * self._light.glow)
            halo.fill((level,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
            onto.blit(halo, (at[0] - pad, at[1] - pad), None, OVER)

    def _light_up(self, piece: Surface, sheet: Sheet, at: tuple[int, int]) -> None:
        if sheet.light == "glow":
            return
        self._tint(piece, self._light.sky if sheet.light == "outside" else self._light.room)
        if self._fall is not None and sheet.light != "outside":
            piece.blit(self._fall, (-at[0], -at[1]), None, pygame.BLEND_RGB_MULT)

    def _tint(self, piece: Surface, tint: Tint) -> None:
        red, green, blue = (round(255 * share) for share in tint)
        piece.fill((red, green, blue), special_flags=pygame.BLEND_RGB_MULT)


def _covered(cutting: Cutting, sheet: Sheet, size: tuple[int, int], place: Matrix) -> Rect:
    """Where on a surface a sheet leaves something, and some pixels around: looked for in a small
    drawing, as in a large one that would take longer than to draw it."""
    small = (-(-size[0] // _PART), -(-size[1] // _PART))
    shrunk = after((1 / _PART, 0.0, 0.0, 1 / _PART, 0.0, 0.0), place)
    box = cutting.drawn(sheet, small, shrunk).get_bounding_rect(min_alpha=1)
    if not box.width:
        return box
    box = box.inflate(2, 2)
    whole = Rect(box.left * _PART, box.top * _PART, box.width * _PART, box.height * _PART)
    return whole.clip((0, 0, *size))


def _plane(
    surface: Surface, sheets: tuple[Sheet | Over, ...], margin: int, backmost: bool
) -> Plane:
    """Cut down to what is not clear."""
    depths = [sheet.depth for sheet in sheets]
    depth = (min(depths) + max(depths)) / 2
    if backmost:
        return Plane(surface, (-margin, -margin), depth)
    box = surface.get_bounding_rect(min_alpha=1)
    piece = surface.subsurface(box).copy() if box.width else Surface((1, 1), pygame.SRCALPHA, 32)
    return Plane(piece, (box.left - margin, box.top - margin), depth)


def _fall_off() -> Surface:
    corners = Surface((2, 2), depth=24)
    for y, row in enumerate(_CORNERS):
        for x, level in enumerate(row):
            corners.set_at((x, y), (level, level, level - 2))
    return corners
