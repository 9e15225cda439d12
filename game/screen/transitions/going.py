"""One picture of the window going over into another."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pygame

LONGEST = 1 / 20
"""Seconds that one frame may take away, at most: what was slow to draw is not skipped over."""


class Going(ABC):
    """Over `seconds` from a picture of the window as it was to one of it as it will be. Both are
    as large as the window and have its format, so that a frame is a few plain copies."""

    seconds = 0.4

    def __init__(self, old: pygame.Surface) -> None:
        self._old = old
        self._part = 0.0

    def step(self, seconds: float) -> None:
        """Goes on by so much time."""
        self._part += min(seconds, LONGEST) / self.seconds

    @property
    def over(self) -> bool:
        """Whether nothing of the old picture is to be seen any more."""
        return self._part >= 1

    def draw(self, surface: pygame.Surface, new: pygame.Surface) -> None:
        """Draws it as far as it has come."""
        self.draw_part(surface, new, min(1.0, self._part))

    @abstractmethod
    def draw_part(self, surface: pygame.Surface, new: pygame.Surface, part: float) -> None:
        """Draws it when `part` of the time is over, from 0 to 1."""


def eased(part: float) -> float:
    """Slowly off, slowly to a stop."""
    return part * part * (3 - 2 * part)
