"""A field in a column: a label, and a box with letters and a caret."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import pygame
from pygame import Rect

from game.screen.blocks.letters import Letters
from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.theme import Colour

FIELD = "field"
"""Its key: no choice has it, as theirs begin with "choice:"."""


@dataclass
class FieldBox(Block):
    """Draws the letters that stand in it now. They are drawn anew each time: what `Type` draws,
    it keeps."""

    label: str
    letters: Letters = field(repr=False)
    key: str | None = FIELD
    before: float = 1.4
    _air: ClassVar[float] = 0.3

    @property
    def text(self) -> str:
        """What it says by itself."""
        return self.label

    def _head(self, kit: Kit, width: int) -> int:
        """How high the label is, and the air below it."""
        high = kit.type.height(self.label, "story", kit.frame.note, width)
        return high + round(kit.frame.gap * self._air)

    def height(self, kit: Kit, width: int) -> int:
        return self._head(kit, width) + kit.frame.target

    def box(self, kit: Kit, rect: Rect) -> Rect:
        """Where letters go, within the place of the whole."""
        head = self._head(kit, rect.width)
        return Rect(rect.left, rect.top + head, rect.width, rect.height - head)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, small = kit.theme, kit.frame.note
        label = kit.type.lines(self.label, "story", small, rect.width)
        kit.type.draw(surface, label, rect.topleft, "story", small, theme.quiet)
        box = self.box(kit, rect)
        line = max(2, kit.frame.text // 12)
        surface.fill(theme.card, box)
        ring = theme.focus if focused else theme.quiet
        pygame.draw.rect(surface, ring, box, line if focused else max(1, line // 2))
        self._write(surface, box.inflate(-2 * kit.frame.gap, -2 * line), kit, focused)

    def _write(self, surface: pygame.Surface, inner: Rect, kit: Kit, focused: bool) -> None:
        """The letters and the caret; of a text that is too long, its end."""
        caret = max(2, kit.frame.text // 14)
        typed, composed = self.letters.text, self.letters.composing
        wide = _width(kit, typed)
        whole = wide + _width(kit, composed)
        left = min(inner.left, inner.right - whole - 2 * caret)
        before = surface.get_clip()
        surface.set_clip(inner.clip(before))
        _say(surface, kit, typed + composed, (left, inner.centery), kit.theme.ink)
        high = kit.frame.text
        if composed:
            under = Rect(left + wide, inner.centery + high // 2, whole - wide, caret // 2)
            surface.fill(kit.theme.quiet, under)
        if focused:
            at = Rect(
                left + whole + caret // 2, inner.centery - high * 5 // 8, caret, high * 5 // 4
            )
            surface.fill(kit.theme.ink, at)
        surface.set_clip(before)


def _width(kit: Kit, text: str) -> int:
    return sum(font.size(part)[0] for font, part in kit.type.fonts(text, "story", kit.frame.text))


def _say(surface: pygame.Surface, kit: Kit, text: str, at: tuple[int, int], colour: Colour) -> None:
    """Draws the text with `at` as the left of its middle line."""
    left, middle = at
    own = kit.type.font("story", kit.frame.text)
    base = middle - own.get_height() // 2 + own.get_ascent()
    for font, part in kit.type.fonts(text, "story", kit.frame.text):
        wide = font.size(part)[0]
        if wide:
            surface.blit(font.render(part, True, colour), (left, base - font.get_ascent()))
        left += wide
