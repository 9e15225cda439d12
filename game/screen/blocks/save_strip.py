"""A save as a strip of paper: the picture of the place, and what was going on there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame
from pygame import Rect

from game.screen.blocks.strips import Strip
from game.screen.kit import Kit
from game.screen.paper.pieces import draw_card, draw_torn
from game.screen.paper.shapes import seed_of
from game.screen.theme import Colour

Thumb = Callable[[tuple[int, int]], pygame.Surface]
"""Makes the picture at a size."""


@dataclass
class SaveStrip(Strip):
    """`thumb`: the picture at the left, a small photograph. An empty slot has none, and lies flat
    on its sheet."""

    thumb: Thumb | None = field(default=None, kw_only=True)

    def _size(self, kit: Kit, width: int) -> tuple[int, int]:
        """Of the picture: as high as four lines, as wide as a third of a narrow strip."""
        wide = min(width // 3, round(kit.frame.text * 1.5 * 16 / 9 * 4))
        return wide, round(wide * 9 / 16)

    def _inner(self, kit: Kit, width: int) -> tuple[int, int]:
        if self.thumb is None:
            return super()._inner(kit, width)
        indent = self._size(kit, width)[0] + round(kit.frame.gap * 1.2)
        return indent, max(kit.frame.text * 3, width - indent)

    def height(self, kit: Kit, width: int) -> int:
        picture = 0 if self.thumb is None else self._size(kit, width)[1] + kit.frame.gap
        return max(super().height(kit, width), picture)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        super().draw(surface, rect, kit, focused)
        if self.thumb is None:
            return
        size, rim = self._size(kit, rect.width), max(3, kit.frame.text // 7)
        spot = Rect((rect.left, rect.centery - size[1] // 2), size)
        draw_card(surface, spot, kit, seed_of(self.key or self.text), kit.theme.card, 0.0)
        inner = spot.inflate(-2 * rim, -2 * rim)
        surface.blit(self.thumb(inner.size), inner)

    def _paper(self, surface: pygame.Surface, box: Rect, kit: Kit, fill: Colour) -> None:
        if self.thumb is not None or fill == kit.theme.ink:
            super()._paper(surface, box, kit, fill)
            return
        draw_torn(surface, box, kit, seed_of(self.key or self.text), kit.theme.paper, flat=True)
