"""The log as a transcript: dates as heads, who speaks in the margin, strips for what was taken."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.screen.blocks.widgets import Block, Words
from game.screen.kit import Kit
from game.screen.paper.pieces import draw_torn
from game.screen.paper.shapes import seed_of


def margin(kit: Kit, width: int) -> int:
    """The room for names at the left of what is said; none where the page is narrow."""
    return round(kit.frame.text * 5.4) if width >= kit.frame.text * 27 else 0


@dataclass
class DateHead(Block):
    """Where and when, between two rules."""

    text: str
    before: float = 2.4

    def height(self, kit: Kit, width: int) -> int:
        return kit.type.height(self.text, "score-strong", kit.frame.label, width) + kit.frame.gap

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, theme = kit.frame.label, kit.theme
        lines = kit.type.lines(self.text, "score-strong", size, rect.width)
        at = (rect.left, rect.top + kit.frame.gap // 2)
        kit.type.draw(surface, lines, at, "score-strong", size, theme.ink)
        surface.fill(theme.ink, (rect.left, rect.top, rect.width, max(1, size // 10)))
        surface.fill(theme.edge, (rect.left, rect.bottom - 1, rect.width, 1))


@dataclass
class Entry(Block):
    """Words that stand beside the margin, where `name` is: of who speaks, or of a voice."""

    words: Words
    name: str = ""
    before: float = 1.0

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self.name}: {self.words.text}" if self.name else self.words.text

    def _named(self, kit: Kit, width: int) -> Words:
        by_hand = self.words.voice == "hand"
        tone = self.words.tone if self.words.voice in ("hand", "score") else "quiet"
        name = self.name if by_hand else self.name.upper()
        return Words(name, "hand" if by_hand else "score", "label", tone)

    def _places(self, kit: Kit, width: int) -> tuple[Rect, Rect]:
        """Where the name stands and where the words do, seen from the upper left."""
        aside = margin(kit, width)
        named = self._named(kit, aside or width)
        wide = aside - kit.frame.gap if aside else width
        high = named.height(kit, wide) if self.name else 0
        top = 0 if aside else high
        words = Rect(aside, top, width - aside, self.words.height(kit, width - aside))
        lower = max(0, kit.type.leading("story", kit.frame.text) - named.height(kit, 10**6))
        return Rect(0, lower * 3 // 5 if aside else 0, wide, high), words

    def height(self, kit: Kit, width: int) -> int:
        return max(rect.bottom for rect in self._places(kit, width))

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        name, words = (place.move(rect.topleft) for place in self._places(kit, rect.width))
        if self.name:
            self._named(kit, name.width).draw(surface, name, kit, False)
        self.words.draw(surface, words, kit, False)


@dataclass
class Taken(Block):
    """A choice that was taken: a small strip of paper, stuck in."""

    text: str
    before: float = 1.6

    def _box(self, kit: Kit, width: int) -> Rect:
        aside, gap = margin(kit, width), kit.frame.gap
        words = kit.type.width(self.text, "strong", kit.frame.small)
        wide = min(words + 2 * gap + 2, width - aside + gap)
        return Rect(aside - gap, 0, wide, 0)

    def height(self, kit: Kit, width: int) -> int:
        room = self._box(kit, width).width - 2 * kit.frame.gap
        return kit.type.height(self.text, "strong", kit.frame.small, room) + kit.frame.gap

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        box, gap, size = self._box(kit, rect.width), kit.frame.gap, kit.frame.small
        box = Rect(rect.left + box.left, rect.top, box.width, rect.height)
        seed = seed_of(self.text)
        draw_torn(surface, box, kit, seed, kit.theme.card)
        lines = kit.type.lines(self.text, "strong", size, box.width - 2 * gap)
        at = (box.left + gap, box.top + gap // 2)
        kit.type.draw(surface, lines, at, "strong", size, kit.theme.ink)
