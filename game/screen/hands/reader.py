"""The one place that reads pygame's events: each goes to the hand that it comes from."""

from __future__ import annotations

import pygame

from game.screen.hands.bindings import Bindings
from game.screen.hands.keys import Keys
from game.screen.hands.pad import Pads
from game.screen.hands.pointer import Press
from game.screen.hands.touch import Touch
from game.screen.intents import Do, Intent, Point, Resize, Scroll

_KEYBOARD = {pygame.KEYDOWN, pygame.KEYUP, pygame.TEXTINPUT, pygame.TEXTEDITING}
_MOUSE = {
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
}
_TOUCH = {pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP}
_PADS = {
    pygame.CONTROLLERDEVICEADDED,
    pygame.CONTROLLERDEVICEREMOVED,
    pygame.CONTROLLERBUTTONDOWN,
    pygame.CONTROLLERBUTTONUP,
    pygame.CONTROLLERAXISMOTION,
    pygame.JOYDEVICEADDED,
    pygame.JOYDEVICEREMOVED,
    pygame.JOYBUTTONDOWN,
    pygame.JOYHATMOTION,
    pygame.JOYAXISMOTION,
}
_WINDOW: dict[int, Intent] = {
    pygame.WINDOWFOCUSLOST: Do("away"),
    pygame.WINDOWMINIMIZED: Do("away"),
    pygame.WINDOWHIDDEN: Do("away"),
    pygame.WINDOWFOCUSGAINED: Do("back-again"),
    pygame.VIDEORESIZE: Resize(),
    pygame.WINDOWRESIZED: Resize(),
    pygame.WINDOWSIZECHANGED: Resize(),
    pygame.WINDOWEXPOSED: Do("redraw"),
    pygame.WINDOWRESTORED: Do("redraw"),
    pygame.WINDOWSHOWN: Do("redraw"),
    pygame.QUIT: Do("quit"),
    pygame.WINDOWCLOSE: Do("quit"),
}


class Reader:
    """Turns events into intents."""

    def __init__(self) -> None:
        self._keys = Keys()
        self._press = Press()
        self._touch = Touch()
        self._pads = Pads()
        self._at: tuple[int, int] | None = None

    def listen(self, bindings: Bindings, writing: bool, asking: bool) -> None:
        """What keys and buttons mean from now on. `writing`: letters go into a field, and are no
        commands. `asking`: the next key or button is asked for as such."""
        self._keys.bindings = self._pads.bindings = bindings
        self._keys.asking = self._pads.asking = asking
        self._keys.writing = writing

    def plug_in(self) -> None:
        """Gamepads are heard from now on."""
        self._pads.plug_in()

    def read(self, event: pygame.Event) -> Intent | None:
        """What this event means, or None."""
        kind = event.type
        if kind in _KEYBOARD:
            return self._keyboard(event)
        if kind in _MOUSE:
            # What a finger does is heard of twice.
            return None if getattr(event, "touch", False) else self._mouse(event)
        if kind in _TOUCH:
            return self._touch.read(event)
        if kind in _PADS:
            return self._pads.read(event)
        if kind == pygame.WINDOWFOCUSLOST:
            for hand in (self._keys, self._press, self._touch, self._pads):
                hand.forget()
        return _WINDOW.get(kind)

    def outlast(self) -> None:
        """Time has put something else under what is pressed now."""
        self._press.outlast()
        self._touch.outlast()

    def beat(self, now: float) -> Intent | None:
        """What is meant by a stick or a button that is still held. `now` is in seconds."""
        return self._pads.beat(now)

    def _keyboard(self, event: pygame.Event) -> Intent | None:
        if event.type == pygame.KEYDOWN:
            return self._keys.down(event.key, event.mod)
        if event.type == pygame.KEYUP:
            self._keys.up(event.key)
            return None
        return self._keys.letters(event.text, event.type == pygame.TEXTEDITING)

    def _mouse(self, event: pygame.Event) -> Intent | None:
        if event.type == pygame.MOUSEWHEEL:
            return Scroll(-3 * event.y, "line", self._at) if event.y else None
        at = int(event.pos[0]), int(event.pos[1])
        if event.type == pygame.MOUSEMOTION:
            self._at = at
            # As a window opens under a mouse that lies there, its place is told, but nothing moved.
            return self._press.led(at) or (Point(at) if any(event.rel) else None)
        if event.button != 1:
            return None
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._at = at
            self._press.down(at)
            return Point(at, pressed=True)
        return self._press.let_go(at)
