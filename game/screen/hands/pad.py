"""Gamepads: buttons, a stick that moves the focus and one that scrolls."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.screen.hands.bindings import Bindings
from game.screen.hands.names import BUTTONS, PLAIN
from game.screen.intents import Given, Intent, Move, Scroll

PUSHED, RESTS = 0.6, 0.4
"""How far a stick is pushed when it begins to mean something, and when it no longer does: between
them it trembles."""

FIRST, NEXT, SCROLLS = 0.5, 0.25, 0.1
"""Seconds until a push that is held moves on, and from then on; and between lines that scroll."""

MOST = 40
"""How often a held push says the same: a stick may lie on its side all day."""

_FULL = 32767

_MOVES: dict[tuple[int, int], Intent] = {
    (0, -1): Move(-1, "up"),
    (0, 1): Move(1, "down"),
    (-1, 0): Move(-1, "left"),
    (1, 0): Move(1, "right"),
}
_HAT = {(0, 1): "D-pad up", (0, -1): "D-pad down", (-1, 0): "D-pad left", (1, 0): "D-pad right"}
_TRIGGERS = {
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: "Left trigger",
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "Right trigger",
}

Part = tuple[int, str]
"""A part of one gamepad: its number and what is held there."""


@dataclass
class _Held:
    """Something that is held and goes on meaning the same."""

    intent: Intent
    due: float | None = None
    told: int = 0

    def beat(self, now: float) -> Intent | None:
        """What it means again now, if it is time."""
        scrolls = isinstance(self.intent, Scroll)
        if self.due is None:
            self.due = now + (SCROLLS if scrolls else FIRST)
            return None
        if now < self.due or (not scrolls and self.told >= MOST) or self.told >= 5 * MOST:
            return None
        self.due, self.told = now + (SCROLLS if scrolls else NEXT), self.told + 1
        return self.intent


class Pads:
    """All gamepads that are plugged in: whichever is used counts. Those whose layout is not known
    are read as plain joysticks."""

    def __init__(self) -> None:
        self.bindings = Bindings()
        self.asking = False
        self._known: dict[int, object] = {}
        self._plain: dict[int, object] = {}
        self._axes: dict[tuple[int, int], float] = {}
        self._held: dict[Part, _Held] = {}
        self._pulled: set[tuple[int, int]] = set()

    def plug_in(self) -> None:
        """From now on gamepads are heard; those that are there already announce themselves."""
        try:
            from pygame._sdl2 import controller

            controller.init()
        except (ImportError, pygame.error):
            try:
                pygame.joystick.init()
            except pygame.error:
                return

    def forget(self) -> None:
        """What is held now is let go elsewhere."""
        self._held.clear()
        self._axes.clear()
        self._pulled.clear()

    def read(self, event: pygame.Event) -> Intent | None:
        """What a gamepad does."""
        kind = event.type
        if kind in (pygame.CONTROLLERDEVICEADDED, pygame.JOYDEVICEADDED):
            self._open(event.device_index, plain=kind == pygame.JOYDEVICEADDED)
            return None
        pad = event.instance_id
        if kind in (pygame.CONTROLLERDEVICEREMOVED, pygame.JOYDEVICEREMOVED):
            self._unplug(pad)
            return None
        if kind == pygame.CONTROLLERAXISMOTION:
            return self._axis(pad, event.axis, event.value / _FULL)
        if kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            name = BUTTONS.get(event.button, f"Button {event.button + 1}")
            return self._button(pad, name, kind == pygame.CONTROLLERBUTTONDOWN)
        # What a gamepad of a known layout does is heard of twice.
        return None if pad in self._known else self._joystick(pad, event)

    def beat(self, now: float) -> Intent | None:
        """What is meant by what is still held. `now` is in seconds."""
        if self.asking:
            return None
        return next((said for held in self._held.values() if (said := held.beat(now))), None)

    def _open(self, index: int, plain: bool) -> None:
        try:
            known = _known(index)
            if plain and not known:
                stick = pygame.joystick.Joystick(index)
                self._plain[stick.get_instance_id()] = stick
            elif known and not plain:
                from pygame._sdl2.controller import Controller

                pad = Controller(index)
                self._known[pad.as_joystick().get_instance_id()] = pad
        except (pygame.error, ValueError):
            # It was pulled out again before it could be opened.
            return

    def _unplug(self, pad: int) -> None:
        self._known.pop(pad, None)
        self._plain.pop(pad, None)
        self._held = {part: held for part, held in self._held.items() if part[0] != pad}
        self._axes = {axis: value for axis, value in self._axes.items() if axis[0] != pad}
        self._pulled = {axis for axis in self._pulled if axis[0] != pad}

    def _joystick(self, pad: int, event: pygame.Event) -> Intent | None:
        if event.type == pygame.JOYBUTTONDOWN:
            number = event.button
            name = PLAIN[number] if number < len(PLAIN) else f"Button {number + 1}"
            return self._button(pad, name, True)
        if event.type == pygame.JOYHATMOTION:
            way = _HAT.get(tuple(event.value))
            return self._button(pad, way or "", way is not None, "hat")
        if event.type == pygame.JOYAXISMOTION and event.axis < 2:
            return self._axis(pad, event.axis, event.value)
        return None

    def _button(self, pad: int, name: str, down: bool, part: str | None = None) -> Intent | None:
        self._held.pop((pad, part or name), None)
        if not down:
            return None
        if self.asking:
            return Given(name)
        meant = self.bindings.meant(name)
        if isinstance(meant, Move):
            self._held[pad, part or name] = _Held(meant)
        return meant

    def _axis(self, pad: int, axis: int, value: float) -> Intent | None:
        if axis in _TRIGGERS:
            pulled = (pad, axis) in self._pulled
            if value < RESTS and pulled:
                self._pulled.discard((pad, axis))
                return self._button(pad, _TRIGGERS[axis], False)
            if value <= PUSHED or pulled:
                return None
            self._pulled.add((pad, axis))
            return self._button(pad, _TRIGGERS[axis], True)
        self._axes[pad, axis] = value
        return self._stick(pad, right=axis in (2, 3))

    def _stick(self, pad: int, right: bool) -> Intent | None:
        """A new push is told; one that goes on is not told again here."""
        part, first = (pad, "right" if right else "left"), 2 if right else 0
        x, y = (self._axes.get((pad, first + step), 0.0) for step in (0, 1))
        far = max(abs(x), abs(y))
        held = self._held.get(part)
        if far < RESTS:
            self._held.pop(part, None)
            return None
        if held is not None or far < PUSHED:
            return None
        sign = (1 if x > 0 else -1, 0) if abs(x) > abs(y) else (0, 1 if y > 0 else -1)
        meant = _MOVES[sign]
        if right:
            if not sign[1]:
                return None
            meant = Scroll(2 * sign[1], "line")
        self._held[part] = _Held(meant)
        return meant


def _known(index: int) -> bool:
    """Whether the layout of this gamepad is known."""
    try:
        from pygame._sdl2 import controller
    except ImportError:
        return False
    return controller.is_controller(index)
