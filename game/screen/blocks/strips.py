"""Strips of torn paper that can be taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.lettering.breaking import Line
from game.screen.lettering.type import Type, Voice
from game.screen.paper.pieces import draw_torn, strip_box
from game.screen.paper.shapes import seed_of
from game.screen.theme import Colour

Weight = Literal["large", "text", "small"]


@dataclass
class Strip(Block):
    """A torn strip that can be taken. `notes` stand below its text, `score` in the score's
    voice. Shut strips keep their place and say why; they can have the focus. `weight`: how much it
    stands out among others; `apart`: air between its text and its notes, in gaps."""

    key: str | None = field()
    text: str
    number: int | None = None
    notes: tuple[str, ...] = ()
    score: tuple[str, ...] = ()
    open: bool = True
    before: float = 1.6
    voice: Voice = "strong"
    weight: Weight = "text"
    beside: bool = False
    apart: float = 0.0

    def _text_size(self, kit: Kit) -> int:
        """How large its text is."""
        frame = kit.frame
        return {"large": round(frame.text * 1.35), "text": frame.text, "small": frame.small}[
            self.weight
        ]

    def _inner(self, kit: Kit, width: int) -> tuple[int, int]:
        """Where the text begins within the strip, and its width."""
        indent = round(kit.frame.text * 1.15) if self.number is not None else 0
        return indent, max(kit.frame.text * 3, width - indent)

    def height(self, kit: Kit, width: int) -> int:
        _, wide = self._inner(kit, width)
        high = kit.type.height(self.text, self.voice, self._text_size(kit), wide)
        high += sum(kit.type.height(n, "story", kit.frame.note, wide) for n in self.notes)
        high += sum(kit.type.height(s, "score", kit.frame.label, wide) for s in self.score)
        high += round(kit.frame.gap * self.apart)
        return max(kit.frame.target, high + round(kit.frame.gap * 1.7))

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, dark = kit.theme, self._dark(focused)
        fill = theme.ink if dark else theme.card if self.open else theme.shut
        box = strip_box(rect, kit)
        self._paper(surface, box, kit, fill)
        if focused:
            ring(surface, box, kit, theme.on_ink if dark else theme.focus)
        ink = theme.on_ink if dark else theme.ink if self.open else theme.quiet
        quiet = theme.on_ink_quiet if dark else theme.quiet
        indent, wide = self._inner(kit, rect.width)
        parts: list[tuple[str, Voice, int, Colour]] = [
            (self.text, self.voice, self._text_size(kit), ink)
        ]
        parts += [(note, "story", kit.frame.note, quiet) for note in self.notes]
        red = theme.on_ink_score if dark else theme.score
        parts += [(text, "score", kit.frame.label, red) for text in self.score]
        high = sum(kit.type.height(text, voice, size, wide) for text, voice, size, _ in parts)
        air = round(kit.frame.gap * self.apart)
        left, top = rect.left + indent, rect.top + self._above(rect.height - high - air, kit)
        if self.number is not None:
            step = kit.type.leading("strong", self._text_size(kit))
            lower = (step - kit.type.leading("score", kit.frame.label)) // 2
            at = (rect.left, top + lower)
            kit.type.say(surface, str(self.number), at, "score", kit.frame.label, quiet)
        for text, voice, size, tint in parts:
            lines = evened(kit.type, text, voice, size, wide)
            kit.type.draw(surface, lines, (left, top), voice, size, tint)
            top += len(lines) * kit.type.leading(voice, size) + air
            air = 0

    def _dark(self, focused: bool) -> bool:
        """Whether it is of dark paper now."""
        return focused and self.open

    def _above(self, room: int, kit: Kit) -> int:
        """How much air is left above the text, of what there is above and below it."""
        return room // 2

    def _paper(self, surface: pygame.Surface, box: Rect, kit: Kit, fill: Colour) -> None:
        seed = seed_of(self.key or self.text)
        draw_torn(surface, box, kit, seed, fill, flat=not self.open)


def in_pairs(entries: Sequence[tuple[str, str]]) -> list[Block]:
    """Small strips, two in a row: what is there besides that for which the page is there."""
    return [
        Strip(key, text, before=1.2, weight="small", beside=number % 2 == 1)
        for number, (key, text) in enumerate(entries)
    ]


def evened(type: Type, text: str, voice: Voice, size: int, width: int) -> list[Line]:
    """The text in as many lines as it needs, the last of them no single short word."""
    lines = type.lines(text, voice, size, width)
    if len(lines) > 1 and type.line_width(lines[-1], voice, size) < width // 4:
        for part in (0.7, 0.8, 0.9):
            narrow = type.lines(text, voice, size, round(width * part))
            if len(narrow) == len(lines):
                return narrow
    return lines
