"""Which key and which button of a gamepad means what, and how that is changed.

The digits, Tab and the shortcuts with Ctrl and Alt stay as they are beside this, unless a player
gives such a key to something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.screen.hands.names import known, said
from game.screen.intents import Back, Confirm, Do, Intent, Move, Scroll
from game.screen.kept import read_kept, write_kept

FILE = "keys.json"

Code = int | str
"""The code of a key, or the name of a button."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a player can mean, with its keys and buttons as they are at first.
    `needed`: without it nobody could play."""

    id: str
    name: str
    intent: Intent
    keys: tuple[Code, ...]
    buttons: tuple[Code, ...] = ()
    needed: bool = False


ACTIONS = (
    Action(
        "take",
        "Take what is framed",
        Confirm(),
        (pygame.K_RETURN, pygame.K_KP_ENTER),
        ("A",),
        needed=True,
    ),
    Action("turn", "Take it, or turn a page", Confirm(space=True), (pygame.K_SPACE,)),
    Action("back", "Back", Back(), (pygame.K_ESCAPE, pygame.K_AC_BACK), ("B",), needed=True),
    Action("up", "Up", Move(-1, "up"), (pygame.K_UP,), ("D-pad up",), needed=True),
    Action("down", "Down", Move(1, "down"), (pygame.K_DOWN,), ("D-pad down",), needed=True),
    Action("left", "Left", Move(-1, "left"), (pygame.K_LEFT,), ("D-pad left",), needed=True),
    Action("right", "Right", Move(1, "right"), (pygame.K_RIGHT,), ("D-pad right",), needed=True),
    Action("page-up", "A page up", Scroll(-1, "page"), (pygame.K_PAGEUP,), ("Left shoulder",)),
    Action(
        "page-down", "A page down", Scroll(1, "page"), (pygame.K_PAGEDOWN,), ("Right shoulder",)
    ),
    Action("top", "To the top", Scroll(-1, "end"), (pygame.K_HOME,)),
    Action("end", "To the end", Scroll(1, "end"), (pygame.K_END,)),
    Action("menu", "Menu", Do("menu"), (pygame.K_m,), ("Start",)),
    Action("log", "Log", Do("log"), (pygame.K_l,), ("X",)),
    Action("ledger", "Ledger", Do("ledger"), (pygame.K_g,), ("Y",)),
    Action("why", "Why", Do("why"), (pygame.K_w,), ("Right stick",)),
    Action("cards", "Cards", Do("cards"), (pygame.K_c,), ("Select",)),
    Action("undo", "Undo", Do("undo"), (pygame.K_z,), ("Left trigger",)),
    Action("redo", "Redo", Do("redo"), (pygame.K_y,), ("Right trigger",)),
    Action("skip", "Skip what was read before", Do("skip"), (pygame.K_k,), ("Guide",)),
    Action("save", "Save", Do("save"), (pygame.K_s,), ("Left stick",)),
    Action("mute", "Sound off or on", Do("mute"), (pygame.K_v,)),
    Action("full-screen", "Full screen", Do("full-screen"), (pygame.K_F11,)),
)
"""Everything that has a key or a button of its own; what is found first in a file that gives one
key to two things has it."""

_BY_ID = {action.id: action for action in ACTIONS}

Held = Mapping[str, tuple[Code, ...]]


def _at_first(buttons: bool) -> Held:
    return {each.id: each.buttons if buttons else each.keys for each in ACTIONS}


@dataclass(frozen=True, slots=True)
class Bindings:
    """The keys and the buttons of every action, by its id."""

    keys: Held = field(default_factory=lambda: _at_first(False))
    buttons: Held = field(default_factory=lambda: _at_first(True))

    def meant(self, code: Code) -> Intent | None:
        """What this key or button means."""
        held = self.keys if isinstance(code, int) else self.buttons
        return next((_BY_ID[id].intent for id, codes in held.items() if code in codes), None)

    def given(self, id: str, code: Code) -> tuple[Bindings, str]:
        """With this key or button for an action, in the place of those that it had -> and what
        came of it, in words. Where something that is needed would be left with none, all stays."""
        keys = isinstance(code, int)
        held = dict(self.keys if keys else self.buttons)
        loser = next((each for each, codes in held.items() if code in codes and each != id), None)
        told = f"{_BY_ID[id].name}: {said(code)}."
        if loser is not None:
            rest = tuple(other for other in held[loser] if other != code)
            if not rest and _BY_ID[loser].needed:
                other = "key" if keys else "button"
                return self, (
                    f"{said(code)} stays with “{_BY_ID[loser].name}”, which needs it. "
                    f"Give that another {other} first."
                )
            held[loser] = rest
            told += f" “{_BY_ID[loser].name}” has lost it."
        if code not in held[id]:
            held[id] = (code,)
        return (Bindings(held, self.buttons) if keys else Bindings(self.keys, held)), told

    def told(self, id: str) -> str:
        """The keys and buttons of an action, in words."""
        keys, buttons = (" or ".join(map(said, held[id])) for held in (self.keys, self.buttons))
        return f"Key: {keys or 'none'}. Button: {buttons or 'none'}."

    def as_data(self) -> dict[str, dict[str, list[Code]]]:
        """For a file."""
        return {
            id: {"keys": list(self.keys[id]), "buttons": list(self.buttons[id])} for id in _BY_ID
        }


def bindings_of(data: object) -> Bindings:
    """Bindings as a file has them. What makes no sense falls back, command by command, to what it
    was at first; if something that is needed is left with nothing, all keys or all buttons do."""
    found = data if isinstance(data, dict) else {}

    def held(part: str, kind: type[int] | type[str], first: Held) -> Held:
        wanted = {id: _codes(found.get(id), part, kind) for id in _BY_ID}
        settled = dict[str, tuple[Code, ...]]()
        for id in sorted(_BY_ID, key=lambda id: wanted[id] is None):
            codes = wanted[id]
            gone = {code for codes in settled.values() for code in codes}
            settled[id] = _without(first[id] if codes is None else codes, gone)
        whole = all(settled[each.id] for each in ACTIONS if each.needed)
        return {id: settled[id] for id in _BY_ID} if whole else first

    return Bindings(held("keys", int, _at_first(False)), held("buttons", str, _at_first(True)))


def _codes(entry: object, part: str, kind: type[int] | type[str]) -> tuple[Code, ...] | None:
    listed = entry.get(part) if isinstance(entry, dict) else None
    if not isinstance(listed, list) or not all(type(code) is kind for code in listed):
        return None
    return tuple(listed) if all(known(code) for code in listed) else None


def _without(codes: Iterable[Code], gone: set[Code]) -> tuple[Code, ...]:
    return tuple(dict.fromkeys(code for code in codes if code not in gone))


def read_bindings(folder: Path) -> Bindings:
    """The keys and buttons that are kept in `folder`."""
    return bindings_of(read_kept(folder, FILE))


def write_bindings(folder: Path, bindings: Bindings) -> bool:
    """Keeps them, whole or not at all. False: not possible."""
    return write_kept(folder, FILE, bindings.as_data())
