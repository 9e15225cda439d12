"""The draft: a sheet of paper with sentences that are crossed out by pressing them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.blocks.widgets import Block, Words
from game.screen.drawing import Drawing, Shown
from game.screen.kit import Kit
from game.screen.paper.pieces import draw_torn

if TYPE_CHECKING:
    from game.play.view import Told

PAGE = "page"
"""What stands above the sentences."""


@dataclass
class Sentence(Block):
    """A sentence of the draft, of one or more paragraphs; with a `key`, which is the id of its
    move, it can be taken. `number`: the number of that move."""

    paragraphs: list[Words]
    key: str | None = None
    number: int | None = None
    before: float = field(default=1.0)

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return "\n".join(words.text for words in self.paragraphs)

    def height(self, kit: Kit, width: int) -> int:
        return max(self._written(kit, width), kit.frame.press if self.key is not None else 0)

    def _written(self, kit: Kit, width: int) -> int:
        wide = width - _indent(kit)
        air = kit.frame.gap * (len(self.paragraphs) - 1)
        return air + sum(words.height(kit, wide) for words in self.paragraphs)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        if focused:
            box = rect.inflate(3 * kit.frame.gap, kit.frame.gap)
            surface.fill(kit.theme.shut, box)
            ring(surface, box, kit, kit.theme.focus)
        top = rect.top + (rect.height - self._written(kit, rect.width)) // 2
        if self.number is not None:
            size = kit.frame.label
            lower = (kit.frame.line - kit.type.leading("score", size)) // 2
            at = (rect.left, top + lower)
            kit.type.say(surface, str(self.number), at, "score", size, kit.theme.quiet)
        left = rect.left + _indent(kit)
        for words in self.paragraphs:
            high = words.height(kit, rect.right - left)
            words.draw(surface, Rect(left, top, rect.right - left, high), kit, False)
            top += high + kit.frame.gap


def _indent(kit: Kit) -> int:
    """Room for the numbers at the left."""
    return round(kit.frame.text * 1.1)


class Draft(Drawing):
    """A sheet as high as what is written on it, or as there is room."""

    def width(self, kit: Kit) -> int:
        return kit.frame.text * 26

    def lay(self, kit: Kit, area: Rect, shown: Shown) -> None:
        self.shown = shown
        edge = max(kit.frame.gap, kit.frame.margin // 2)
        room = area.inflate(-2 * edge, -2 * edge)
        wide = min(room.width, self.width(kit))
        margin = min(kit.frame.margin, wide // 10)
        blocks = [_written(told, shown) for told in shown.told]
        words = wide - 2 * margin
        high = _height(kit, blocks, words)
        # A long draft is rather written close to the edge than scrolled.
        air = max(margin // 2, min(margin, (room.height - high) // 2))
        if high > room.height - 2 * air:
            words -= kit.frame.gutter - margin
            high = room.height - 2 * air
        self.box = Rect(0, 0, wide, high + 2 * air)
        self.box.center = room.center
        body = Rect(self.box.left + margin, self.box.top + air, words, high)
        self.column.lay(blocks, body, kit)

    def hint(self) -> str:
        return "Choose a sentence on the sheet to cross it out."

    def draw(self, surface: pygame.Surface, kit: Kit, focus: str | None) -> None:
        draw_torn(surface, self.box, kit, 1, kit.theme.card)
        self.column.draw(surface, kit, self.place(focus), kit.theme.card)


def _written(told: Told, shown: Shown) -> Block:
    """One part; a sentence has the id of its move."""
    if told.key == PAGE:
        return Sentence([Words(text, "aside", tone="quiet") for text in shown.texts(told)])
    ids = [option.id for option in shown.options if option.open and not told.struck]
    return Sentence(
        [Words(text, struck=told.struck) for text in shown.texts(told)],
        key=told.key if told.key in ids else None,
        number=ids.index(told.key) + 1 if told.key in ids else None,
    )


def _height(kit: Kit, blocks: list[Block], width: int) -> int:
    """How high the column is that these make."""
    air = sum(round(block.before * kit.frame.gap) for block in blocks[1:])
    return air + sum(block.height(kit, width) for block in blocks) + kit.frame.gap // 2
