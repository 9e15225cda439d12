"""Paper that other blocks stand on: the head of a sheet, a card or a slip with words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.paper.pieces import draw_card
from game.screen.paper.shapes import seed_of


@dataclass
class Slip(Block):
    """A card of paper with blocks on it, none of which can be taken. `inset`: how far it stands
    in from the left, in gaps; `askew`: how crooked it may lie, in degrees."""

    blocks: Sequence[Block]
    before: float = 1.6
    inset: float = 0.0
    askew: float = 0.35

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return "\n".join(str(getattr(block, "text", "")) for block in self.blocks)

    def _inside(self, kit: Kit, width: int) -> Rect:
        """Where the blocks stand, seen from the upper left of the card's place."""
        left = round((self.inset + 0.2) * kit.frame.gap)
        return Rect(left, round(1.3 * kit.frame.gap), width - left - kit.frame.gap // 2, 0)

    def _placed(self, kit: Kit, width: int) -> Iterator[tuple[Block, Rect]]:
        inside = self._inside(kit, width)
        top = inside.top
        for number, block in enumerate(self.blocks):
            top += round(block.before * kit.frame.gap) if number else 0
            high = block.height(kit, inside.width)
            yield block, Rect(inside.left, top, inside.width, high)
            top += high

    def height(self, kit: Kit, width: int) -> int:
        end = max((rect.bottom for _, rect in self._placed(kit, width)), default=0)
        return end + round(1.3 * kit.frame.gap)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        left = rect.left + round((self.inset - 1.2) * kit.frame.gap)
        box = Rect(left, rect.top, rect.right + kit.frame.gap // 2 - left, rect.height)
        seed = seed_of(self.text)
        draw_card(surface, box, kit, seed, kit.theme.card, self.askew)
        for block, place in self._placed(kit, rect.width):
            block.draw(surface, place.move(rect.topleft), kit, False)


@dataclass
class Head(Block):
    """The name of a sheet, large, over a double rule; `about`: a quiet line under the name."""

    name: str
    about: str = ""
    before: float = 0.0

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self.name}\n{self.about}".rstrip()

    def _sizes(self, kit: Kit) -> tuple[int, int]:
        return round(kit.frame.title * 1.2), kit.frame.small

    def height(self, kit: Kit, width: int) -> int:
        large, small = self._sizes(kit)
        high = kit.type.height(self.name, "strong", large, width)
        if self.about:
            high += kit.type.height(self.about, "story", small, width)
        return high + kit.frame.gap

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        (large, small), theme = self._sizes(kit), kit.theme
        lines = kit.type.lines(self.name, "strong", large, rect.width)
        kit.type.draw(surface, lines, rect.topleft, "strong", large, theme.ink)
        if self.about:
            lower = rect.top + len(lines) * kit.type.leading("strong", large)
            told = kit.type.lines(self.about, "story", small, rect.width)
            kit.type.draw(surface, told, (rect.left, lower), "story", small, theme.quiet)
        thick = max(2, kit.frame.text // 12)
        surface.fill(theme.ink, (rect.left, rect.bottom - 2 * thick, rect.width, thick))
        surface.fill(theme.ink, (rect.left, rect.bottom, rect.width, 1))
