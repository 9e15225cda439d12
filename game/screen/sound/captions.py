"""Captions: what can be heard, in words, on a plate at the foot of the picture."""

from __future__ import annotations

from collections.abc import Iterable

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.lettering.breaking import Line

STAYS = 4.0
"""Seconds that a caption stays."""

LINES, SIGNS = 2, 40
"""The most lines on a plate, and signs on each, as captions have them on television."""


class Captions:
    """What is said at the moment: `lines`, the latest last; `place`: where they were drawn."""

    def __init__(self) -> None:
        self.place: Rect | None = None
        self.lines: tuple[str, ...] = ()
        self._left = 0.0

    def say(self, caption: str) -> None:
        """Says this, below what is said already."""
        self.lines = (*self.lines, caption)[-LINES:]
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
        if not self.lines:
            return
        size, area = kit.frame.small, kit.frame.picture
        room = min(kit.type.width("n" * SIGNS, "story", size), area.width - 4 * kit.frame.gap)
        lines: list[Line] = []
        for text in reversed(self.lines):
            said = kit.type.lines(text, "story", size, room)[:LINES]
            if len(said) + len(lines) <= LINES:
                lines = [*said, *lines]
        wide = max(kit.type.line_width(line, "story", size) for line in lines)
        high = len(lines) * kit.type.leading("story", size)
        plate = Rect(0, 0, wide + 2 * kit.frame.gap, high + kit.frame.gap)
        self.place = place = free_place(plate, area, kit.frame.gap, list(taken))
        if place is None:
            return
        surface.fill(kit.theme.ink, place)
        at = (place.left + kit.frame.gap, place.top + kit.frame.gap // 2)
        kit.type.draw(surface, lines, at, "story", size, kit.theme.on_ink)


def free_place(plate: Rect, area: Rect, edge: int, taken: list[Rect]) -> Rect | None:
    """Where the plate lies in an area: at the foot, else at the top, and first at the right."""
    inner = area.inflate(-2 * edge, -2 * edge)
    for corner in ("bottomright", "topright", "topleft"):
        place = plate.copy()
        setattr(place, corner, getattr(inner, corner))
        if area.contains(place) and place.collidelist(taken) < 0:
            return place
    return None
