"""What makes paper of flat shapes: a cut edge that catches the light from the upper left, a soft
shadow to the lower right, grain, and the blur of what is too near to be sharp.

All is done with the sheet's own outline: moved a little and taken from itself, it leaves the strip
along one side. Finished pieces are premultiplied: only so do soft shadows lie over each other
without dark seams."""

from __future__ import annotations

import random

import pygame
from pygame import Rect, Surface

OVER = pygame.BLEND_PREMULTIPLIED
"""How a finished piece is laid on another surface."""

TILE = 256
"""The side of a tile of grain, in pixels."""

_BAND = 128
"""So many rows of a piece are worked on at a time: copies of a whole one would be large."""

_LIT, _CORE = (255, 250, 238, 255), (28, 20, 14, 255)
_FINE, _COARSE = 19, 5
"""How rough paper is: 255 would be noise from black to white."""


class Relief:
    """Makes paper at one scale: `unit` is the width in pixels of what is a pixel at 1080p."""

    def __init__(self, unit: float) -> None:
        self.unit = max(0.08, unit)
        self._tiles: list[tuple[Surface, int]] | None = None

    def px(self, length: float) -> int:
        """So many pixels of a picture at 1080p, as whole pixels, at least one."""
        return max(1, round(length * self.unit))

    def edges(self, piece: Surface, strength: float) -> None:
        """The strip of cut paper along the upper left, which is lit, and the one along the lower
        right, which is not. In place; the piece is not premultiplied yet."""
        steps = ((2.0, 0.30), (1.0, 0.26)) if self.unit > 0.4 else ((1.0, 0.34),)
        over, (wide, high) = self.px(2.0), piece.get_size()
        for top in range(0, high, _BAND):
            rows = Rect(0, top - over, wide, _BAND + 2 * over).clip((0, 0, wide, high))
            part = piece.subsurface(rows)
            dark = _filled(part, (0, 0, 0, 255))
            for colour, way, weight in ((_LIT, 1, 1.0), (_CORE, -1, 0.75)):
                whole = _filled(part, colour)
                for width, share in steps:
                    by = way * self.px(width)
                    strip = whole.copy()
                    strip.blit(dark, (by, by), None, pygame.BLEND_RGBA_SUB)
                    level = round(255 * min(1.0, weight * share * strength))
                    strip.fill((255, 255, 255, level), special_flags=pygame.BLEND_RGBA_MULT)
                    band = Rect(0, top - rows.top, wide, min(_BAND, high - top))
                    part.blit(strip, band.topleft, band)

    def grain(self, piece: Surface, seed: int) -> None:
        """Fine grain, another part of it on every sheet. In place; what is clear stays clear."""
        if self._tiles is None:
            self._tiles = _tiles()
        wide, high = piece.get_size()
        dice = random.Random(seed)
        left, top = -dice.randrange(TILE), -dice.randrange(TILE)
        for y in range(top, high, TILE):
            for x in range(left, wide, TILE):
                for tile, way in self._tiles:
                    piece.blit(tile, (x, y), None, way)

    def cast(self, onto: Surface, piece: Surface, at: tuple[int, int], lift: float, dark: float,
             long: float = 1.0) -> None:  # fmt: skip
        """The shadow of a piece that will lie at this place: a narrow one where it touches, a wide
        and soft one for how far it stands off."""
        for reach, away, much in ((3.0, 2.6, 0.34), (14.0, 15.0, 0.46)):
            soft = self.px(reach * (0.35 + 0.65 * lift))
            off = away * lift * long * self.unit
            veil, pad = self._veil(piece, soft, min(0.85, much * dark))
            onto.blit(veil, (at[0] - pad + round(off * 0.75), at[1] - pad + round(off)), None, OVER)

    def blurred(self, piece: Surface, reach: float) -> tuple[Surface, int]:
        """A premultiplied piece out of focus, and by how much it is larger on every side."""
        return _soft(piece, self.px(reach))

    def _veil(self, piece: Surface, soft: int, dark: float) -> tuple[Surface, int]:
        return _soft(piece, soft, (0, 0, 0, round(255 * dark)))


def _filled(piece: Surface, colour: tuple[int, int, int, int]) -> Surface:
    """The outline of a piece, in one colour."""
    outline = piece.copy()
    outline.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    outline.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
    return outline


def _soft(
    piece: Surface, reach: int, colour: tuple[int, int, int, int] | None = None
) -> tuple[Surface, int]:
    """A piece (multiplied by a colour) out of focus, and how much larger it is on every side. Made
    small first: nobody could see the pixels."""
    part = max(2 if max(piece.get_size()) > 600 else 1, min(8, reach // 3))
    pad = (2 * reach // part + 2) * part
    wide, high = piece.get_size()
    small = Surface((-(-(wide + 2 * pad) // part), -(-(high + 2 * pad) // part)), pygame.SRCALPHA)
    shrunk = pygame.transform.smoothscale(piece, (max(1, wide // part), max(1, high // part)))
    small.blit(shrunk, (pad // part, pad // part), None, OVER)
    if colour is not None:
        small.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
    for radius in (max(1, reach // part), max(1, reach // part * 2 // 3)):
        small = pygame.transform.box_blur(small, radius, repeat_edge_pixels=False)
    size = (small.get_width() * part, small.get_height() * part)
    return (small if part == 1 else pygame.transform.smoothscale(small, size)), pad


def _noise(side: int, seed: int) -> Surface:
    dots = random.Random(seed).randbytes(side * side)
    grey = pygame.image.frombuffer(dots, (side, side), "P")
    grey.set_palette([(level, level, level) for level in range(256)])
    return grey.convert(24)


def _tiles() -> list[tuple[Surface, int]]:
    """What is added to paper and what is taken from it: fine grain, and fibres that are coarser."""
    fine = pygame.transform.smoothscale(_noise(2 * TILE, 1), (TILE, TILE))
    fine.fill((_FINE,) * 3, special_flags=pygame.BLEND_RGB_MULT)
    coarse = pygame.transform.smoothscale(_noise(TILE // 4, 2), (TILE, TILE))
    coarse.fill((_COARSE,) * 3, special_flags=pygame.BLEND_RGB_MULT)
    fine.blit(coarse, (0, 0), None, pygame.BLEND_RGB_ADD)
    middle = ((_FINE + _COARSE) // 2,) * 3
    light = fine.copy()
    light.fill(middle, special_flags=pygame.BLEND_RGB_SUB)
    dark = Surface((TILE, TILE), depth=24)
    dark.fill(middle)
    dark.blit(fine, (0, 0), None, pygame.BLEND_RGB_SUB)
    return [(light, pygame.BLEND_RGB_ADD), (dark, pygame.BLEND_RGB_SUB)]
