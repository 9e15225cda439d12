"""The draft: a sheet of paper with sentences that are crossed out by pressing them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.buttons import ring
from game.screen.drawing import Drawing, Shown
from game.screen.kit import Kit
from game.screen.paper import torn
from game.screen.widgets import Words

if TYPE_CHECKING:
    from game.play.view import Option, Told


@dataclass
class Sentence(Words):
    """A sentence of the draft; with a `key`, which is the id of its move, it can be taken."""

    key: str | None = None

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        if focused:
            box = rect.inflate(3 * kit.frame.gap, kit.frame.gap)
            surface.fill(kit.theme.shut, box)
            ring(surface, box, kit, kit.theme.focus)
        super().draw(surface, rect, kit, focused)


class Draft(Drawing):
    """A sheet as high as what is written on it, or as there is room."""

    def width(self, kit: Kit) -> int:
        return kit.frame.text * 25

    def lay(self, kit: Kit, area: Rect, shown: Shown) -> None:
        self.shown = shown
        edge = max(kit.frame.gap, kit.frame.margin // 2)
        room = area.inflate(-2 * edge, -2 * edge)
        wide = min(room.width, self.width(kit))
        margin = min(kit.frame.margin, wide // 10)
        blocks = [block for told in shown.told for block in _written(told, shown)]
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
        self.column.lay(list(blocks), body, kit)

    def spots(self) -> dict[str, Rect]:
        body, found = self.column.body, dict[str, Rect]()
        for number, block in enumerate(self.column.blocks):
            rect = self.column.rect(number).clip(body)
            if block.key is not None and rect.height:
                # A sentence may have several paragraphs.
                found[block.key] = rect.union(found.get(block.key, rect))
        return found

    def show(self, id: str) -> None:
        place = self._place(id)
        if place is not None:
            self.column.show(place)

    def draw(self, surface: pygame.Surface, kit: Kit, focus: str | None) -> None:
        shade = max(6, kit.frame.text // 2)
        size, card, edge = self.box.size, kit.theme.card, kit.theme.edge
        sheet = kit.pieces.get(("sheet", size, card), lambda: torn(size, 1, card, shade, edge, 0.5))
        surface.blit(sheet, (self.box.left - shade, self.box.top - shade))
        self.column.draw(surface, kit, self._place(focus), card)

    def _place(self, id: str | None) -> int | None:
        blocks = enumerate(self.column.blocks)
        return next((n for n, block in blocks if id is not None and block.key == id), None)


def _written(told: Told, shown: Shown) -> list[Sentence]:
    """The paragraphs of one part; a sentence has the id of its move."""
    option: Option | None = None if told.struck else shown.option(told.key)
    return [
        Sentence(
            text,
            struck=told.struck,
            before=1.0,
            key=None if option is None else option.id,
        )
        for text in shown.texts(told)
    ]


def _height(kit: Kit, blocks: list[Sentence], width: int) -> int:
    """How high the column is that these make."""
    air = sum(round(block.before * kit.frame.gap) for block in blocks[1:])
    return air + sum(block.height(kit, width) for block in blocks) + kit.frame.gap // 2
