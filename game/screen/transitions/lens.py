"""A round opening through which one looks closer."""

from __future__ import annotations

import math

import pygame

from game.screen.kit import Kit
from game.screen.transitions.going import Going, eased

_BAND = 2
"""Rows of pixels that are one step of the edge; the rim lies over it."""


class Lens(Going):
    """The new page is seen through an opening that grows from `spot`; `back`: the old one through
    an opening that closes there."""

    seconds = 0.35

    def __init__(
        self, old: pygame.Surface, kit: Kit, spot: tuple[int, int], back: bool = False
    ) -> None:
        super().__init__(old)
        self._spot, self._back = spot, back
        self._rim = max(5, kit.frame.text // 3)
        self._tints = kit.theme.ink, kit.theme.edge
        wide, high = old.get_size()
        corners = ((0, 0), (wide, 0), (0, high), (wide, high))
        self._far = max(math.dist(spot, corner) for corner in corners) + self._rim

    def draw_part(self, surface: pygame.Surface, new: pygame.Surface, part: float) -> None:
        way = eased(1 - part if self._back else part)
        inside, around = (self._old, new) if self._back else (new, self._old)
        reach = round(self._far * way)
        surface.blit(around, (0, 0))
        if reach <= 0:
            return
        (left, middle), high = self._spot, surface.get_height()
        rows = range(max(0, middle - reach), min(high, middle + reach), _BAND)
        halves = [(row, math.isqrt(max(0, reach**2 - (row - middle) ** 2))) for row in rows]
        surface.blits(
            [
                (inside, (left - half, row), (left - half, row, 2 * half, _BAND))
                for row, half in halves
            ],
            False,
        )
        dark, light = self._tints
        pygame.draw.aacircle(surface, dark, self._spot, reach + self._rim // 2, self._rim)
        pygame.draw.aacircle(surface, light, self._spot, max(1, reach - self._rim // 2), 1)
