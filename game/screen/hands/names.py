"""What keys and buttons are called."""

from __future__ import annotations

import pygame

BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: "A",
    pygame.CONTROLLER_BUTTON_B: "B",
    pygame.CONTROLLER_BUTTON_X: "X",
    pygame.CONTROLLER_BUTTON_Y: "Y",
    pygame.CONTROLLER_BUTTON_BACK: "Select",
    pygame.CONTROLLER_BUTTON_GUIDE: "Guide",
    pygame.CONTROLLER_BUTTON_START: "Start",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "Left stick",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "Right stick",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "Left shoulder",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "Right shoulder",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "D-pad up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "D-pad down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "D-pad left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "D-pad right",
}
"""By their numbers on a gamepad that is known. A, B, X and Y lie below, right, left and above,
whatever stands on them."""

PLAIN = (
    "A",
    "B",
    "X",
    "Y",
    "Left shoulder",
    "Right shoulder",
    "Select",
    "Start",
    "Guide",
    "Left stick",
    "Right stick",
)
"""By their numbers on one that is not known: the order that is most common."""

_PLAINER = {"Return": "Enter", "AC Back": "Back", "PageUp": "Page up", "PageDown": "Page down"}


_TRIGGERS = ("Left trigger", "Right trigger")
_NAMED = {*BUTTONS.values(), *_TRIGGERS, *(f"Button {number}" for number in range(1, 65))}


def _key_name(code: int) -> str:
    try:
        return pygame.key.name(code, use_compat=False)
    except (pygame.error, ValueError, OverflowError):
        return ""


def known(code: int | str) -> bool:
    """Whether there is such a key or button."""
    return code in _NAMED if isinstance(code, str) else bool(_key_name(code))


def said(code: int | str) -> str:
    """What a key or a button is called."""
    if isinstance(code, str):
        return code
    name = _key_name(code)
    return _PLAINER.get(name, name) or f"key {code}"
