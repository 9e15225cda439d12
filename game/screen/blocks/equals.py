"""Answers among which nothing is chosen for the player."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.blocks.strips import Strip, Weight
from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.paper.pieces import strip_box


@dataclass
class Equal(Strip):
    """A strip that is as large as the `others`, and of the same paper whether it has the focus or
    not: only a line around it shows that."""

    others: Sequence[Strip] = field(default=(), repr=False, compare=False, kw_only=True)

    def height(self, kit: Kit, width: int) -> int:
        high = max(Strip.height(each, kit, width) for each in (self, *self.others))
        return high + kit.frame.gap

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        super().draw(surface, rect, kit, focused)
        if focused:
            # Without dark paper, one line is soon overlooked.
            inner = strip_box(rect, kit).inflate(-kit.frame.gap, -kit.frame.gap)
            ring(surface, inner, kit, kit.theme.focus)

    def _inner(self, kit: Kit, width: int) -> tuple[int, int]:
        indent, wide = super()._inner(kit, width)
        return indent, wide - kit.frame.gap

    def _dark(self, focused: bool) -> bool:
        return False

    def _above(self, room: int, kit: Kit) -> int:
        return round(kit.frame.gap * 1.2)


def equals(*answers: tuple[str, str, str], weight: Weight = "text") -> list[Block]:
    """Answers side by side, with numbers: their keys, their words, and what each means."""
    strips = [
        Equal(
            key,
            text,
            number,
            (means,) if means else (),
            before=3.0,
            weight=weight,
            beside=number > 1,
            apart=0.6,
        )
        for number, (key, text, means) in enumerate(answers, 1)
    ]
    for strip in strips:
        strip.others = strips
    return [*strips]
