"""The keyboard: keys that mean something, and letters that are written."""

from __future__ import annotations

import pygame

from game.screen.hands.bindings import Bindings
from game.screen.intents import Choose, Compose, Do, Erase, Given, Intent, Move, Write

_FIRST = Bindings()

_WITH_CONTROL: dict[int, Intent] = {
    pygame.K_z: Do("undo"),
    pygame.K_y: Do("redo"),
    pygame.K_s: Do("save"),
    pygame.K_q: Do("quit"),
}
_DIGITS = {key: n for n in range(1, 10) for key in (pygame.K_0 + n, pygame.K_KP1 + n - 1)}

_HELPERS = {
    pygame.K_LSHIFT,
    pygame.K_RSHIFT,
    pygame.K_LCTRL,
    pygame.K_RCTRL,
    pygame.K_LALT,
    pygame.K_RALT,
    pygame.K_LMETA,
    pygame.K_RMETA,
    pygame.K_CAPSLOCK,
    pygame.K_NUMLOCK,
}
"""Keys that change what others mean."""


class Keys:
    """`writing`: letters go into a field now, and are no commands. `asking`: the next key is
    asked for as such. A key that is held down means something once."""

    def __init__(self) -> None:
        self.writing = False
        self.asking = False
        self.bindings = _FIRST
        self._composing = False
        self._held: int | None = None

    def forget(self) -> None:
        """A key that is let go elsewhere is never heard of again."""
        self._held, self._composing = None, False

    def down(self, key: int, mod: int) -> Intent | None:
        """A key was pressed, or is held down."""
        again, self._held = key == self._held, key
        erases = self.writing and key == pygame.K_BACKSPACE
        self._composing = self._composing and self.writing
        if (again and not erases) or self._composing:
            return None
        if self.asking:
            with_others = mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META)
            return None if key in _HELPERS or with_others else Given(key)
        if erases:
            return Erase()
        return None if self.writing and _is_letter(key, mod) else self._meant(key, mod)

    def up(self, key: int) -> None:
        """A key was let go."""
        self._held = None if key == self._held else self._held

    def letters(self, text: str, composing: bool) -> Intent | None:
        """Digits take choices, so they are no letters."""
        self._composing = composing and bool(text)
        text = "".join(sign for sign in text if sign.isprintable())
        if not self.writing:
            return None
        if composing:
            return Compose(text)
        text = "".join(sign for sign in text if sign not in "0123456789")
        return Write(text) if text else None

    def _meant(self, key: int, mod: int) -> Intent | None:
        if mod & (pygame.KMOD_ALT | pygame.KMOD_META):
            both = key == pygame.K_RETURN and mod & pygame.KMOD_ALT
            return Do("full-screen") if both else None
        if mod & pygame.KMOD_CTRL:
            if key == pygame.K_z and mod & pygame.KMOD_SHIFT:
                return Do("redo")
            return _WITH_CONTROL.get(key)
        meant = self.bindings.meant(key)
        if meant is not None:
            return meant
        if key == pygame.K_TAB:
            return Move(-1 if mod & pygame.KMOD_SHIFT else 1)
        if key in _DIGITS:
            return Choose(_DIGITS[key])
        # Whoever moves with letters could not leave a field any more.
        return _FIRST.meant(key) if self.writing else None


def _is_letter(key: int, mod: int) -> bool:
    """Whether the key writes something into a field, so that it is no command there."""
    if mod & pygame.KMOD_CTRL or (key in _DIGITS and not mod & pygame.KMOD_SHIFT):
        return False
    return pygame.K_SPACE <= key < pygame.K_CAPSLOCK and key != pygame.K_DELETE
