"""A pause after each press, for hands that press twice where they mean once."""

from __future__ import annotations

from game.screen.intents import (
    Back,
    Choose,
    Click,
    Confirm,
    Do,
    Erase,
    Given,
    Intent,
    Move,
    Scroll,
    Switch,
    Write,
)

PAUSE = 0.5
"""Seconds after a press in which no other is taken."""

_NOBODYS = {"away", "back-again", "redraw", "quit"}
"""Commands that come from the window's frame."""


class CoolDown:
    """When the last press was taken. Pointing, dragging and the wheel are no presses."""

    def __init__(self) -> None:
        self._until = 0.0

    def holds_back(self, intent: Intent, now: float) -> bool:
        """Whether it is a press that comes too soon; if not, the pause begins with it. `now` is
        in seconds."""
        if not _is_press(intent):
            return False
        if now < self._until:
            return True
        self._until = now + PAUSE
        return False


def _is_press(intent: Intent) -> bool:
    match intent:
        case Scroll(unit=unit):
            return unit != "line"
        case Do(command):
            return command not in _NOBODYS
    return isinstance(
        intent, Choose | Move | Confirm | Back | Click | Write | Erase | Given | Switch
    )
