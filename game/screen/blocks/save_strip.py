"""A save as a strip of paper: the picture of the place, and what was going on there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame
from pygame import Rect

from game.screen.blocks.strips import Strip
from game.screen.kit import Kit

Thumb = Callable[[tuple[int, int]], pygame.Surface]
"""Makes the picture at a size."""


@dataclass
class SaveStrip(Strip):
    """`thumb`: the picture at the left; an empty slot has none."""

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
        size = self._size(kit, rect.width)
        spot = Rect((rect.left, rect.centery - size[1] // 2), size)
        surface.blit(self.thumb(size), spot)
        pygame.draw.rect(surface, kit.theme.edge, spot, max(1, kit.frame.text // 24))
