"""The grain of paper and wood, and the soft shadows that paper casts. The light comes from the
upper left, everywhere."""

from __future__ import annotations

import random

import pygame
from pygame import Rect

from game.screen.kit import Kit

_SIDE = 256
"""Of the tile that grain is laid with, in pixels."""

_ROUGH = 15
"""How rough paper is: 255 would be noise from black to white."""

_DARK = 0.36
"""How dark a shadow is where it is darkest."""


def lay_grain(surface: pygame.Surface, area: Rect, kit: Kit) -> None:
    """Fine grain over what was drawn in `area`: a little lighter here, a little darker there, the
    same on the whole. What is clear stays clear. Nothing in the plain theme."""
    if kit.theme.plain:
        return
    tiles = (
        (kit.pieces.get("grain light", lambda: _tile(True)), pygame.BLEND_RGB_ADD),
        (kit.pieces.get("grain dark", lambda: _tile(False)), pygame.BLEND_RGB_SUB),
    )
    before = surface.get_clip()
    surface.set_clip(area.clip(before))
    for top in range(area.top, area.bottom, _SIDE):
        for left in range(area.left, area.right, _SIDE):
            for tile, way in tiles:
                surface.blit(tile, (left, top), special_flags=way)
    surface.set_clip(before)


def _noise(size: tuple[int, int]) -> pygame.Surface:
    """Grey noise around the middle grey, the same every time."""
    wide, high = size
    dots = random.Random(wide * 31 + high).randbytes(wide * high)
    grey = pygame.image.frombuffer(dots, size, "P")
    grey.set_palette([(level, level, level) for level in range(256)])
    return grey.convert(24)


def _tile(light: bool) -> pygame.Surface:
    """What is added to paper, or taken from it."""
    fine = pygame.transform.smoothscale(_noise((2 * _SIDE, 2 * _SIDE)), (_SIDE, _SIDE))
    tile = pygame.Surface((_SIDE, _SIDE), depth=24)
    if light:
        tile.blit(fine, (0, 0))
        tile.fill((128, 128, 128), special_flags=pygame.BLEND_RGB_SUB)
    else:
        tile.fill((128, 128, 128))
        tile.blit(fine, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    tile.fill((_ROUGH, _ROUGH, _ROUGH), special_flags=pygame.BLEND_RGB_MULT)
    return tile


def lay_wood(surface: pygame.Surface) -> None:
    """Long streaks, as boards have them, and a little light from the upper left."""
    wide, high = surface.get_size()
    streaks = _noise((max(2, wide // 160), max(2, high // 3)))
    streaks.fill((26, 26, 26), special_flags=pygame.BLEND_RGB_MULT)
    surface.blit(
        pygame.transform.smoothscale(streaks, (wide, high)),
        (0, 0),
        special_flags=pygame.BLEND_RGB_SUB,
    )
    light = pygame.Surface((2, 2), depth=24)
    light.set_at((0, 0), (34, 30, 24))
    light.set_at((1, 0), (10, 9, 7))
    light.set_at((0, 1), (10, 9, 7))
    surface.blit(
        pygame.transform.smoothscale(light, (wide, high)),
        (0, 0),
        special_flags=pygame.BLEND_RGB_ADD,
    )


def with_shadow(piece: pygame.Surface, shade: int) -> pygame.Surface:
    """The piece over the shadow that it casts: a narrow one where it lies, a wide one to the
    lower right. The piece keeps `shade` pixels clear around it, and the shadow stays within."""
    whole = pygame.Surface(piece.get_size(), pygame.SRCALPHA)
    for reach, dark, away in ((shade * 0.2, 0.8, 0.12), (shade * 0.62, 1.0, 0.36)):
        veil = _blurred(piece, max(1, round(reach)), dark * _DARK)
        whole.blit(veil, (round(shade * away * 0.7), round(shade * away)))
    whole.blit(piece, (0, 0))
    return whole


def _blurred(piece: pygame.Surface, reach: int, dark: float) -> pygame.Surface:
    """The piece's shape in black, out of focus; made small, since nobody could see the pixels."""
    wide, high = piece.get_size()
    part = max(2, min(8, reach // 2))
    veil = pygame.transform.smoothscale(piece, (max(1, wide // part), max(1, high // part)))
    veil.fill((0, 0, 0, round(255 * dark)), special_flags=pygame.BLEND_RGBA_MULT)
    veil = pygame.transform.box_blur(veil, max(1, reach // part), repeat_edge_pixels=False)
    veil = pygame.transform.box_blur(veil, max(1, reach // part // 2), repeat_edge_pixels=False)
    return pygame.transform.smoothscale(veil, (wide, high))
