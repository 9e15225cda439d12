"""The one place that reads pygame's events: what a player means, whatever the device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

Command = Literal[
    "log",
    "ledger",
    "cards",
    "undo",
    "redo",
    "save",
    "why",
    "full-screen",
    "quit",
    "redraw",
    "away",
    "back-again",
]
Arrow = Literal["up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Choose:
    """Take the choice with this number, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Move:
    """Move the focus by this many things. `arrow`: with this arrow key; where there is nothing
    but text, it scrolls."""

    by: int
    arrow: Arrow | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Do what has the focus. `space`: with the space bar, which also turns pages."""

    space: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """Out of this screen; in a scene, to the menu."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """`unit`: lines, pages, or all the way (`by` says to which end). `at`: where the pointer
    is, if it is a wheel that turns."""

    by: int
    unit: Literal["line", "page", "end"]
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """The pointer is here."""

    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Click:
    """The pointer was pressed and let go here."""

    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Drag:
    """The pointer, or a finger, was pressed at `start` and let go far from there, at `end`."""

    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Write:
    """Put these letters into the field."""

    text: str


@dataclass(frozen=True, slots=True)
class Compose:
    """An input method has come so far, and will say what letters it means."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase:
    """Take the last letter out of the field."""


@dataclass(frozen=True, slots=True)
class Resize:
    """The window has another size."""


@dataclass(frozen=True, slots=True)
class Do:
    """A command by name."""

    command: Command


TextIntent = Write | Compose | Erase
Intent = Choose | Move | Confirm | Back | Scroll | Point | Click | Drag | TextIntent | Resize | Do

_KEYS: dict[int, Intent] = {
    pygame.K_DOWN: Move(1, arrow="down"),
    pygame.K_RIGHT: Move(1, arrow="right"),
    pygame.K_UP: Move(-1, arrow="up"),
    pygame.K_LEFT: Move(-1, arrow="left"),
    pygame.K_RETURN: Confirm(),
    pygame.K_KP_ENTER: Confirm(),
    pygame.K_SPACE: Confirm(space=True),
    pygame.K_ESCAPE: Back(),
    pygame.K_AC_BACK: Back(),
    pygame.K_PAGEDOWN: Scroll(1, "page"),
    pygame.K_PAGEUP: Scroll(-1, "page"),
    pygame.K_HOME: Scroll(-1, "end"),
    pygame.K_END: Scroll(1, "end"),
    pygame.K_l: Do("log"),
    pygame.K_g: Do("ledger"),
    pygame.K_c: Do("cards"),
    pygame.K_z: Do("undo"),
    pygame.K_y: Do("redo"),
    pygame.K_s: Do("save"),
    pygame.K_w: Do("why"),
    pygame.K_F11: Do("full-screen"),
}
_WITH_CONTROL: dict[int, Intent] = {
    pygame.K_z: Do("undo"),
    pygame.K_y: Do("redo"),
    pygame.K_s: Do("save"),
    pygame.K_q: Do("quit"),
}
_DIGITS = {key: n for n in range(1, 10) for key in (pygame.K_0 + n, pygame.K_KP1 + n - 1)}


class Reader:
    """Turns events into intents. It remembers where the pointer is and where it was pressed:
    a press that wanders off before it is let go takes nothing. `writing`: letters go into a
    field now, and are no commands."""

    def __init__(self) -> None:
        self.writing = False
        self._composing = False
        self._held: int | None = None
        self._at: tuple[int, int] | None = None
        self._pressed: tuple[int, int] | None = None

    def read(self, event: pygame.Event) -> Intent | None:
        """What this event means, or None."""
        kind = event.type
        if kind == pygame.KEYDOWN:
            return self._key(event.key, event.mod)
        if kind == pygame.KEYUP:
            self._held = None if event.key == self._held else self._held
        if kind == pygame.WINDOWFOCUSLOST:
            # A key that is let go elsewhere is never heard of again.
            self._held, self._composing = None, False
        if kind in (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN):
            return Do("away")
        if kind == pygame.WINDOWFOCUSGAINED:
            return Do("back-again")
        if kind in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            return self._letters(event.text, kind == pygame.TEXTEDITING)
        if kind == pygame.MOUSEMOTION:
            self._at = _spot(event.pos)
            return Point(self._at)
        if kind == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._at = self._pressed = _spot(event.pos)
            return Point(self._pressed)
        if kind == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._let_go(_spot(event.pos))
        if kind == pygame.MOUSEWHEEL:
            return Scroll(-3 * event.y, "line", self._at) if event.y else None
        if kind in (pygame.VIDEORESIZE, pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED):
            return Resize()
        if kind in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN):
            return Do("redraw")
        if kind in (pygame.QUIT, pygame.WINDOWCLOSE):
            return Do("quit")
        return None

    def _key(self, key: int, mod: int) -> Intent | None:
        again, self._held = key == self._held, key
        erases = self.writing and key == pygame.K_BACKSPACE
        self._composing = self._composing and self.writing
        if (again and not erases) or self._composing:
            return None
        if erases:
            return Erase()
        return None if self.writing and _is_letter(key, mod) else _key(key, mod)

    def _letters(self, text: str, composing: bool) -> Intent | None:
        """Digits take choices, so they are no letters."""
        self._composing = composing and bool(text)
        text = "".join(sign for sign in text if sign.isprintable())
        if not self.writing:
            return None
        if composing:
            return Compose(text)
        text = "".join(sign for sign in text if sign not in "0123456789")
        return Write(text) if text else None

    def _let_go(self, at: tuple[int, int]) -> Intent | None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return None
        far = max(abs(pressed[0] - at[0]), abs(pressed[1] - at[1])) > 24
        return Drag(pressed, at) if far else Click(pressed)


def _key(key: int, mod: int) -> Intent | None:
    if mod & (pygame.KMOD_ALT | pygame.KMOD_META) and key != pygame.K_RETURN:
        return None
    if key == pygame.K_TAB:
        return Move(-1 if mod & pygame.KMOD_SHIFT else 1)
    if key == pygame.K_RETURN and mod & pygame.KMOD_ALT:
        return Do("full-screen")
    if mod & pygame.KMOD_CTRL:
        if key == pygame.K_z and mod & pygame.KMOD_SHIFT:
            return Do("redo")
        return _WITH_CONTROL.get(key)
    if key in _DIGITS:
        return Choose(_DIGITS[key])
    return _KEYS.get(key)


def _is_letter(key: int, mod: int) -> bool:
    """Whether the key writes something into a field, so that it is no command there."""
    if mod & pygame.KMOD_CTRL or (key in _DIGITS and not mod & pygame.KMOD_SHIFT):
        return False
    return pygame.K_SPACE <= key < pygame.K_CAPSLOCK and key != pygame.K_DELETE


def _spot(pos: tuple[float, float]) -> tuple[int, int]:
    return int(pos[0]), int(pos[1])
