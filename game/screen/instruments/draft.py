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

PEN = 0.3
"""Seconds that the pen takes to cross a sentence out, and the ink to fade if that is undone."""


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
    """A sheet as high as what is written on it, or as there is room. A sentence that is crossed
    out while the sheet is looked at is crossed out by a pen."""

    def __init__(self) -> None:
        super().__init__()
        self._inked: dict[str, float] = {}

    def width(self, kit: Kit) -> int:
        return kit.frame.text * 26

    def lay(self, kit: Kit, area: Rect, shown: Shown) -> None:
        self.shown = shown
        edge = max(kit.frame.gap, kit.frame.margin // 2)
        room = area.inflate(-2 * edge, -2 * edge)
        wide = min(room.width, self.width(kit))
        margin = min(kit.frame.margin, wide // 10)
        blocks = [self._written(told) for told in shown.told]
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

    def _written(self, told: Told) -> Block:
        """One part; a sentence has the id of its move."""
        shown = self.shown
        if told.key == PAGE:
            return Sentence([Words(text, "aside", tone="quiet") for text in shown.texts(told)])
        inked = self._inked.setdefault(told.key, float(told.struck))
        ids = [option.id for option in shown.options if option.open and not told.struck]
        return Sentence(
            [Words(text, struck=told.struck, inked=inked) for text in shown.texts(told)],
            key=told.key if told.key in ids else None,
            number=ids.index(told.key) + 1 if told.key in ids else None,
        )

    def step(self, seconds: float, at_once: bool) -> bool:
        scrolled, far = super().step(seconds, at_once), 1.0 if at_once else seconds / PEN
        writing = self._writing
        for told in writing:
            inked, goal = self._inked[told.key], float(told.struck)
            now = min(goal, inked + far) if goal > inked else max(goal, inked - far)
            self._inked[told.key] = now
        if writing:
            self._ink_anew()
        return scrolled or bool(writing)

    @property
    def _writing(self) -> list[Told]:
        """The sentences that the pen, or the hand that takes it back, is not done with."""
        told = (told for told in self.shown.told if told.key in self._inked)
        return [told for told in told if self._inked[told.key] != float(told.struck)]

    def _ink_anew(self) -> None:
        for told, block in zip(self.shown.told, self.column.blocks, strict=True):
            if isinstance(block, Sentence) and told.key in self._inked:
                for words in block.paragraphs:
                    words.inked = self._inked[told.key]

    @property
    def moving(self) -> bool:
        return super().moving or bool(self._writing)

    def hint(self) -> str:
        return "Choose a sentence on the sheet to cross it out."

    def draw(self, surface: pygame.Surface, kit: Kit, focus: str | None) -> None:
        draw_torn(surface, self.box, kit, 1, kit.theme.card)
        self.column.draw(surface, kit, self.place(focus), kit.theme.card)


def _height(kit: Kit, blocks: list[Block], width: int) -> int:
    """How high the column is that these make."""
    air = sum(round(block.before * kit.frame.gap) for block in blocks[1:])
    return air + sum(block.height(kit, width) for block in blocks) + kit.frame.gap // 2
