"""Words that can be pressed, and the line around what has the focus."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame
from pygame import Rect

from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.lettering.type import Voice
from game.screen.paper.pieces import draw_card, draw_ink
from game.screen.paper.shapes import seed_of
from game.screen.theme import Colour


@dataclass
class Button(Block):
    """A word that can be pressed: in the bar of a scene, or a card beside a sheet. `news`: so many
    entries of the score wait behind it, which a small stamp beside the word says. `dark`: what it
    does is final."""

    key: str | None = field()
    text: str
    open: bool = True
    card: bool = False
    before: float = 1.0
    news: int = 0
    dark: bool = False

    def width(self, kit: Kit) -> int:
        """How wide it wants to be in a row."""
        words = kit.type.width(self.text, self._voice, self._size(kit)) + self._stamp(kit).width
        return max(kit.frame.press, words + 2 * max(8, kit.frame.gap))

    @property
    def _news(self) -> str:
        return f"{self.news} new" if self.news else ""

    def _stamp(self, kit: Kit) -> Rect:
        """How large the stamp is that tells of news, with the air before it; 0 wide without."""
        if not self.news:
            return Rect(0, 0, 0, 0)
        size = _small(kit)
        wide = kit.type.width(self._news, "score-strong", size) + size
        return Rect(0, 0, kit.frame.gap // 2 + wide, round(size * 1.45))

    def height(self, kit: Kit, width: int) -> int:
        wide = width - 2 * max(8, kit.frame.gap)
        words = kit.type.height(self.text, self._voice, self._size(kit), wide)
        return max(kit.frame.target if self.card else kit.frame.press, words + kit.frame.gap)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, dark = kit.theme, (focused or self.dark) and self.open
        fill = theme.ink if dark else theme.card if self.open else theme.shut
        if self.card:
            seed = seed_of(self.key or self.text)
            draw_card(surface, rect, kit, seed, fill, 0.9)
        elif dark:
            surface.fill(fill, rect)
        if focused:
            ring(surface, rect, kit, theme.on_ink if dark else theme.focus)
        size = self._size(kit)
        ink = theme.on_ink if dark else theme.ink if self.open and self.card else theme.quiet
        wide = rect.width - 2 * max(8, kit.frame.gap)
        lines = kit.type.lines(self.text, self._voice, size, wide)
        high = len(lines) * kit.type.leading(self._voice, size)
        stamp = self._stamp(kit)
        at = (rect.centerx - stamp.width // 2, rect.top + (rect.height - high) // 2)
        kit.type.draw(surface, lines, at, self._voice, size, ink, "centre")
        if not self.open and not self.card:
            words = kit.type.width(self.text, self._voice, size)
            line = Rect(rect.centerx - words // 2, rect.centery, words, max(1, size // 12))
            surface.fill(theme.quiet, line)
        if self.news:
            stamp.midright = (rect.right - max(8, kit.frame.gap), rect.centery)
            self._draw_stamp(surface, stamp, kit)

    def _draw_stamp(self, surface: pygame.Surface, box: Rect, kit: Kit) -> None:
        """The small copy of what was stamped on a tag."""
        size, air = _small(kit), kit.frame.gap // 2
        box = Rect(box.left + air, box.top, box.width - air, box.height)
        draw_ink(surface, box, kit)
        at = (box.centerx, box.centery - kit.type.leading("score-strong", size) // 2)
        kit.type.say(surface, self._news, at, "score-strong", size, kit.theme.card, "centre")

    @property
    def _voice(self) -> Voice:
        return "strong" if self.card else "score"

    def _size(self, kit: Kit) -> int:
        return kit.frame.small if self.card else kit.frame.label


def _small(kit: Kit) -> int:
    """The size of type on a small stamp."""
    return max(12, round(kit.frame.label * 0.82))


def ring(surface: pygame.Surface, box: Rect, kit: Kit, tint: Colour) -> None:
    """The focus: a line that is seen on any paper."""
    width = max(2, kit.frame.text // 12)
    pygame.draw.rect(surface, tint, box.inflate(-2 * width - 2, -2 * width - 2), width)
