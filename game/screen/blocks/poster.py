"""The title of a story as a poster sets it, with its number stamped on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import pygame
from pygame import Rect

from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.lettering.breaking import Line
from game.screen.lettering.type import Type
from game.screen.theme import Colour

_FIGURES = {"hundred": "100", "thousand": "1,000", "million": "1,000,000"}
"""A number in a title is a score's: it is stamped on, as a figure."""


@dataclass
class Poster(Block):
    """The title as large as its lines allow; below it what the story is about, and the stamp."""

    name: str
    about: str = ""
    stamped: bool = True
    before: float = 0.0
    _sizes: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self.name}\n{self.about}".rstrip()

    def _size(self, kit: Kit, width: int) -> int:
        """The largest size at which no word is broken and the lines are few."""
        known = kit.frame.text, width
        if known not in self._sizes:
            self._sizes[known] = self._find_size(kit, width)
        return self._sizes[known]

    def _find_size(self, kit: Kit, width: int) -> int:
        least = round(kit.frame.title * 0.8)
        most = min(kit.frame.text * 4, kit.frame.column.height // 11)
        for size in range(max(least, most), least, -2):
            widest = max(
                (kit.type.width(word, "strong", size) for word in self.name.split()), default=0
            )
            if widest <= width and len(kit.type.lines(self.name, "strong", size, width)) <= 2:
                return size
        return least

    def _lines(self, kit: Kit, width: int) -> tuple[int, list[Line]]:
        """The size, and lines of which none is left much shorter than the others."""
        size = self._size(kit, width)
        lines = kit.type.lines(self.name, "strong", size, width)
        for part in (0.6, 0.7, 0.8, 0.9):
            narrow = kit.type.lines(self.name, "strong", size, round(width * part))
            if len(narrow) == len(lines):
                return size, narrow
        return size, lines

    def _step(self, size: int) -> int:
        """Lines of a poster stand closer than lines that are read."""
        return round(size * 1.12)

    def _stamp(self, kit: Kit, width: int) -> pygame.Surface | None:
        """The number that the title names, if it does and there is room."""
        words = self.name.casefold().split()
        figure = next((_FIGURES[word] for word in words if word in _FIGURES), None)
        if figure is None or not self.stamped:
            return None
        size, tint = round(kit.frame.title * 0.95), kit.theme.score
        made = kit.pieces.get(
            ("stamp", figure, size, tint), partial(_stamped, kit.type, figure, size, tint)
        )
        return made if width - made.get_width() >= kit.frame.text * 10 else None

    def _about(self, kit: Kit, width: int) -> tuple[int, list[Line]]:
        stamp = self._stamp(kit, width)
        room = width - (stamp.get_width() + kit.frame.gap if stamp else 0)
        size = kit.frame.small
        return size, kit.type.lines(self.about, "story", size, room) if self.about else []

    def height(self, kit: Kit, width: int) -> int:
        size, lines = self._lines(kit, width)
        small, told = self._about(kit, width)
        stamp = self._stamp(kit, width)
        below = max(
            len(told) * kit.type.leading("story", small), stamp.get_height() if stamp else 0
        )
        return len(lines) * self._step(size) + kit.frame.gap * 2 + below

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, lines = self._lines(kit, rect.width)
        top, lift = rect.top, (kit.type.leading("strong", size) - self._step(size)) // 2
        for line in lines:
            kit.type.draw(surface, [line], (rect.left, top - lift), "strong", size, kit.theme.ink)
            top += self._step(size)
        top += kit.frame.gap * 2
        small, told = self._about(kit, rect.width)
        kit.type.draw(surface, told, (rect.left, top), "story", small, kit.theme.quiet)
        stamp = self._stamp(kit, rect.width)
        if stamp is not None:
            surface.blit(stamp, (rect.right - stamp.get_width(), top))


def _stamped(type: Type, figure: str, size: int, tint: Colour) -> pygame.Surface:
    """A figure in a frame, pressed on by hand: drawn large and askew, then made small."""
    twice = size * 2
    line, air = max(4, twice // 9), twice // 3
    word = type.font("score-strong", twice).render(figure, True, tint)
    box = word.get_rect().inflate(2 * air, air // 2)
    plate = pygame.Surface(box.size, pygame.SRCALPHA)
    pygame.draw.rect(plate, tint, plate.get_rect(), line, border_radius=line)
    plate.blit(word, word.get_rect(center=plate.get_rect().center))
    return pygame.transform.rotozoom(plate, 5, 0.5)
