"""Captions: what can be heard, in words, on a plate at the foot of the picture."""

from __future__ import annotations

from collections.abc import Iterable

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.lettering.breaking import Line

STAYS = 4.0
"""Seconds that a caption stays."""

SHAPES = ((2, 40), (5, 18))
"""The most lines on a plate, and signs on each: as captions have them on television; else narrow,
beside what lies over the picture."""
LATEST = 2
"""So many are said at a time."""


class Captions:
    """What is said at the moment: `lines`, the latest last; `place`: where they were drawn."""

    def __init__(self) -> None:
        self.place: Rect | None = None
        self.lines: tuple[str, ...] = ()
        self._left = 0.0

    def say(self, caption: str) -> None:
        """Says this, below what is said already."""
        self.lines = (*self.lines, caption)[-LATEST:]
        self._left = STAYS

    def step(self, seconds: float) -> None:
        """Time passes; what has stayed long enough goes."""
        self._left -= seconds
        if self._left <= 0:
            self.clear()

    def clear(self) -> None:
        """Nothing is said any more."""
        self.lines, self.place = (), None

    def draw(self, surface: pygame.Surface, kit: Kit, taken: Iterable[Rect]) -> None:
        """Draws the plate on the picture, where it covers nothing of what is `taken`; where there
        is no such place, it is left out."""
        self.place = None
        for most, signs in SHAPES if self.lines else ():
            lines, plate = self._set(kit, most, signs)
            found = free_place(plate, kit.frame.picture, kit.frame.gap, list(taken))
            if found is not None:
                self.place = found
                surface.fill(kit.theme.ink, found)
                at = (found.left + kit.frame.gap, found.top + kit.frame.gap // 2)
                kit.type.draw(surface, lines, at, "story", kit.frame.small, kit.theme.on_ink)
                return

    def _set(self, kit: Kit, most: int, signs: int) -> tuple[list[Line], Rect]:
        """The latest that so many lines have room for, and a plate as large as they are."""
        size, gap = kit.frame.small, kit.frame.gap
        room = min(kit.type.width("n" * signs, "story", size), kit.frame.picture.width - 4 * gap)
        lines: list[Line] = []
        for text in reversed(self.lines):
            said = kit.type.lines(text, "story", size, room)[:most]
            if len(said) + len(lines) <= most:
                lines = [*said, *lines]
        wide = max(kit.type.line_width(line, "story", size) for line in lines)
        high = len(lines) * kit.type.leading("story", size)
        return lines, Rect(0, 0, wide + 2 * gap, high + gap)


def free_place(plate: Rect, area: Rect, edge: int, taken: list[Rect]) -> Rect | None:
    """Where the plate lies in an area: at the foot, else at the top, and first at the right."""
    inner = area.inflate(-2 * edge, -2 * edge)
    for corner in ("bottomright", "topright", "topleft"):
        place = plate.copy()
        setattr(place, corner, getattr(inner, corner))
        if area.contains(place) and place.collidelist(taken) < 0:
            return place
    return None
