"""Letters from the keyboard, and from input methods that make letters of several keys: switched
on only while they have somewhere to go."""

from __future__ import annotations

import pygame
from pygame import Rect

REPEAT = (400, 40)
"""Milliseconds until a key that is held down is said again, and then from one to the next."""


class TextInput:
    """Where letters go now; nowhere to begin with. An input method shows its candidates near
    there. Keys that are held down are said again only meanwhile."""

    def __init__(self) -> None:
        self._place: Rect | None = None
        self._stop()

    def go_to(self, place: Rect | None) -> None:
        """From now on letters go to this place on the window, or nowhere."""
        if place == self._place:
            return
        if place is None:
            self._stop()
        else:
            if self._place is None:
                pygame.key.start_text_input()
                pygame.key.set_repeat(*REPEAT)
            pygame.key.set_text_input_rect(place)
        self._place = place

    def _stop(self) -> None:
        pygame.key.stop_text_input()
        pygame.key.set_repeat()
