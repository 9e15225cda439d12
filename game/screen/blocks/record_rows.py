"""The head of an entry in the record: when it was, what stood before and after it, and between
them its amount, stamped."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.paper.pieces import draw_ink
from game.screen.wording import amount_in_words, minus


@dataclass
class EntryHead(Block):
    """`when` at the left, and at the right the `amount` behind what `became` of the standing; below
    it where that is too narrow."""

    when: str
    became: str
    amount: str
    before: float = 0.0

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self.when} {self.became} {self._stamped}"

    @property
    def _stamped(self) -> str:
        return minus(amount_in_words(self.amount))

    def _places(self, kit: Kit, width: int) -> tuple[Rect, Rect]:
        """Where the stamp is, and what became of the standing, from the upper left."""
        type, size, gap = kit.type, kit.frame.label, kit.frame.gap
        high = type.leading("score", size)
        became = Rect(0, 0, type.width(self.became, "score", size), high)
        stamp = Rect(0, 0, type.width(self._stamped, "score-strong", size) + size, high)
        stamp.right = width
        became.right = stamp.left - gap
        if type.width(self.when, "score", size) + 2 * gap > became.left:
            stamp.topleft = (0, high)
            became.topleft = (stamp.right + gap, high)
            if became.right > width:
                became.topleft = (0, 2 * high)
        return stamp, became

    def height(self, kit: Kit, width: int) -> int:
        return max(place.bottom for place in self._places(kit, width))

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, theme = kit.frame.label, kit.theme
        kit.type.say(surface, self.when, rect.topleft, "score", size, theme.quiet)
        stamp, became = (place.move(rect.topleft) for place in self._places(kit, rect.width))
        kit.type.say(surface, self.became, became.topleft, "score", size, theme.quiet)
        draw_ink(surface, stamp, kit)
        at = stamp.midtop
        kit.type.say(surface, self._stamped, at, "score-strong", size, theme.card, "centre")
