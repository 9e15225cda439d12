"""A leaf of paper that is turned over."""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.paper.grain import lay_grain
from game.screen.theme import Colour
from game.screen.transitions.going import Going, eased

_SHADE = (30, 20, 10)
_DARK = 90
"""How dark the shadow is at the paper that casts it, of 255."""


class Turned(Going):
    """The leaf that covers `area` is turned over the edge of the window at which it is held:
    upwards, like that of a notebook; where the column stands below the picture, to the left."""

    def __init__(self, old: pygame.Surface, kit: Kit, area: Rect) -> None:
        super().__init__(old)
        self._area, self._up = area, not kit.frame.portrait
        self._length = area.height if self._up else area.width
        self._soft, self._roll = max(16, kit.frame.text), max(48, self._length // 5)
        self._paper = kit.theme.paper
        shadow = self._strip(self._soft, lambda far: (*_SHADE, round(_DARK * (1 - far) ** 2)))
        self._after, self._before = shadow, pygame.transform.rotate(shadow, 180)
        roll = self._strip(self._roll, lambda far: (*self._back(far), 255))
        self._curve = pygame.transform.rotate(roll, 180).convert(old)
        lay_grain(self._curve, self._curve.get_rect(), kit)
        self._flat = pygame.Surface(self._curve.get_size()).convert(old)
        self._flat.fill(self._back(1.0))
        lay_grain(self._flat, self._flat.get_rect(), kit)

    def _strip(self, deep: int, tone: Callable[[float], tuple[int, ...]]) -> pygame.Surface:
        """A strip across the leaf; its colour goes by how far it is from the fold, 0 to 1."""
        wide = self._area.width if self._up else self._area.height
        strip = pygame.Surface((wide, deep), pygame.SRCALPHA)
        for row in range(deep):
            strip.fill(tone(row / deep), (0, row, wide, 1))
        return strip if self._up else pygame.transform.rotate(strip, 90)

    def _back(self, far: float) -> Colour:
        """The back of the leaf: dark where it bends away, light on its crest."""
        light = 0.70 + 0.30 * min(1.0, far * 3) - 0.06 * max(0.0, far - 0.33) * 1.5
        red, green, blue = (min(255, round(part * light)) for part in self._paper)
        return red, green, blue

    def _span(self, start: int, end: int) -> Rect:
        """What of the area lies between two distances from the edge that holds the leaf."""
        left, top = self._area.topleft
        if self._up:
            return Rect(left, top + start, self._area.width, max(0, end - start))
        return Rect(left + start, top, max(0, end - start), self._area.height)

    def draw_part(self, surface: pygame.Surface, new: pygame.Surface, part: float) -> None:
        surface.blit(new, (0, 0))
        fold = round(self._length * (1 - eased(part)))
        if fold <= 0:
            return
        free = 2 * fold - self._length
        edge = max(0, free)
        before = surface.get_clip()
        surface.set_clip(self._area.clip(before))
        surface.blit(self._after, self._span(fold, fold + 1))
        lies = self._span(0, edge)
        surface.blit(self._old, lies, lies)
        if free > 0:
            surface.blit(self._before, self._span(free - self._soft, free))
        surface.set_clip(self._span(edge, fold).clip(before))
        for start in range(free - free % self._roll, fold, self._roll):
            surface.blit(self._flat, self._span(start, start + self._roll))
        surface.blit(self._curve, self._span(fold - self._roll, fold))
        surface.fill(self._back(0.33), self._span(free, free + 2))
        surface.set_clip(before)
