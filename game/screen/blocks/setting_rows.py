"""What stands on the page of the settings: a sample of what they change, and a row for each."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.blocks.slips import Slip
from game.screen.blocks.widgets import Block, Labelled, Words
from game.screen.kit import Kit
from game.screen.lettering.type import Voice
from game.screen.paper.pieces import draw_torn, strip_box
from game.screen.paper.shapes import seed_of


def sample() -> Slip:
    """The three voices in the type that is set."""
    return Slip(
        [
            Words("The latte is still too hot. She waits before she *answers*."),
            Labelled("SEES", "12 minutes · +6 gained", "score", "score", "label", 1.0),
            Labelled("misses", "you were stirring your cup", "hand", "hand", before=0.2),
        ]
    )


@dataclass
class GroupHead(Block):
    """The name of a group of settings, with a rule behind it."""

    text: str
    before: float = 2.4

    def height(self, kit: Kit, width: int) -> int:
        return kit.type.height(self.text, "strong", kit.frame.text, width)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size = kit.frame.text
        lines = kit.type.lines(self.text, "strong", size, rect.width)
        kit.type.draw(surface, lines, rect.topleft, "strong", size, kit.theme.ink)
        left = rect.left + kit.type.width(self.text, "strong", size) + kit.frame.gap
        if left < rect.right:
            surface.fill(kit.theme.edge, (left, rect.centery, rect.right - left, 1))


@dataclass
class SettingRow(Block):
    """A setting: its name, and at the right its value in words. `on`: whether a switch is, which
    is drawn as one; None: it has more values than two."""

    key: str | None = field()
    name: str
    value: str
    on: bool | None = None
    before: float = 1.1

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self.name}: {self.value}"

    def _switch(self, kit: Kit) -> int:
        """The width of the switch."""
        return round(kit.frame.text * 1.6) if self.on is not None else 0

    def _rooms(self, kit: Kit, width: int) -> tuple[int, int, bool]:
        """The widths of the name and of the value, and whether they stand in one line."""
        gap = kit.frame.gap
        value = kit.type.width(self.value, "aside", kit.frame.small)
        room = width - value - self._switch(kit) - 2 * gap
        if room >= min(width * 2 // 5, kit.type.width(self.name, "story", kit.frame.text)):
            return room, value, True
        return width, width - self._switch(kit) - gap, False

    def height(self, kit: Kit, width: int) -> int:
        name, value, one = self._rooms(kit, width)
        high = kit.type.height(self.name, "story", kit.frame.text, name)
        told = kit.type.height(self.value, "aside", kit.frame.small, value)
        return max(kit.frame.target, (max(high, told) if one else high + told) + kit.frame.gap)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, frame = kit.theme, kit.frame
        box = strip_box(rect, kit)
        seed = seed_of(self.name)
        draw_torn(surface, box, kit, seed, theme.ink if focused else theme.card)
        if focused:
            ring(surface, box, kit, theme.on_ink)
        ink = theme.on_ink if focused else theme.ink
        quiet = theme.on_ink_quiet if focused else theme.quiet
        name, value, one = self._rooms(kit, rect.width)
        lines = kit.type.lines(self.name, "story", frame.text, name)
        told = kit.type.lines(self.value, "aside", frame.small, value)
        high, below = (
            len(lines) * kit.type.leading("story", frame.text),
            len(told) * kit.type.leading("aside", frame.small),
        )
        top = rect.top + (rect.height - (high if one else high + below)) // 2
        kit.type.draw(surface, lines, (rect.left, top), "story", frame.text, ink)
        right = rect.right - frame.gap // 2
        if one:
            top = rect.top + (rect.height - below) // 2
            at = (right - (self._switch(kit) + frame.gap if self.on is not None else 0), top)
            kit.type.draw(surface, told, at, "aside", frame.small, quiet, "right")
            middle = rect.centery
        else:
            kit.type.draw(surface, told, (rect.left, top + high), "aside", frame.small, quiet)
            middle = top + high + below // 2
        if self.on is not None:
            self._draw_switch(surface, kit, (right, middle), ink)

    def _draw_switch(
        self, surface: pygame.Surface, kit: Kit, at: tuple[int, int], ink: tuple[int, int, int]
    ) -> None:
        """A slide: off at the left and empty, on at the right and full."""
        wide, line = self._switch(kit), max(2, kit.frame.text // 14)
        high = wide // 2
        box = Rect(at[0] - wide, at[1] - high // 2, wide, high)
        pygame.draw.rect(surface, ink, box, line, border_radius=high // 2)
        radius = high // 2 - 2 * line
        left = box.right - high // 2 if self.on else box.left + high // 2
        pygame.draw.circle(surface, ink, (left, box.centery), radius, 0 if self.on else line)


@dataclass
class Sized(Block):
    """A step to smaller or larger text: its letters show the way it goes."""

    key: str | None = field()
    name: str
    part: float
    open: bool = True
    beside: bool = False
    before: float = 1.2

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return self.name if self.open else f"{self.name} (not open)"

    def height(self, kit: Kit, width: int) -> int:
        return max(kit.frame.target, round(kit.frame.text * 2.4))

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, frame = kit.theme, kit.frame
        dark = focused and self.open
        fill = theme.ink if dark else theme.card if self.open else theme.shut
        box = strip_box(rect, kit)
        seed = seed_of(self.name)
        draw_torn(surface, box, kit, seed, fill, flat=not self.open)
        if focused:
            ring(surface, box, kit, theme.on_ink if dark else theme.focus)
        ink = theme.on_ink if dark else theme.ink if self.open else theme.quiet
        size = round(frame.text * self.part)
        wide = kit.type.width("Aa", "strong", round(frame.text * 1.5))
        parts: tuple[tuple[str, Voice, int, int], ...] = (
            ("Aa", "strong", size, rect.left),
            (self.name, "story", frame.small, rect.left + wide + frame.gap),
        )
        for text, voice, high, left in parts:
            top = rect.centery - kit.type.leading(voice, high) // 2
            kit.type.say(surface, text, (left, top), voice, high, ink)
