"""Fingers on a touch screen: a tap takes, a swipe scrolls; what is touched has the focus."""

from __future__ import annotations

import pygame

from game.screen.hands.pointer import Press, Spot
from game.screen.intents import Intent, Point


class Touch:
    """The finger that came last counts: whoever rests a hand on the screen can still tap, and two
    fingers at once take one thing at most."""

    def __init__(self) -> None:
        self._press = Press()
        self._finger: tuple[int, int] | None = None

    def read(self, event: pygame.Event) -> Intent | None:
        """What a finger does. Places of touches are parts of the window."""
        at, finger = _spot(event), (event.touch_id, event.finger_id)
        if at is None:
            return None
        if event.type == pygame.FINGERDOWN:
            self._finger = finger
            self._press.down(at)
            return Point(at, pressed=True)
        if finger != self._finger:
            return None
        if event.type == pygame.FINGERMOTION:
            return self._press.led(at)
        if event.type == pygame.FINGERUP:
            self._finger = None
            return self._press.let_go(at)
        return None

    def outlast(self) -> None:
        """Something else stands under the finger now: it takes nothing any more."""
        self._press.outlast()

    def forget(self) -> None:
        """Fingers that are lifted elsewhere are never heard of again."""
        self._finger = None
        self._press.forget()


def _spot(event: pygame.Event) -> Spot | None:
    surface = pygame.display.get_surface()
    if surface is None:
        return None
    wide, high = surface.get_size()
    return min(wide - 1, max(0, int(event.x * wide))), min(high - 1, max(0, int(event.y * high)))
