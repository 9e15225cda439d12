"""Keys and buttons: what each is for, and how that is changed."""

from __future__ import annotations

import pygame

from game.screen import intents
from game.screen.blocks.buttons import Button
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block, Words
from game.screen.hands.bindings import ACTIONS, Bindings
from game.screen.hands.names import said
from game.screen.intents import Intent
from game.screen.page import Page
from game.screen.stage import Change, Pop, Stage

ACTION = "action:"
"""What the key of an action's strip begins with; its id follows."""

KEEP, RESET = "keep", "reset"

_ABOUT = (
    "Choose a line, then press the key or the gamepad's button that it shall have. The digits "
    "take choices, Tab moves, and the sticks move and scroll, beside all that stands here."
)
_LOST = "This could not be written down."
_SCANNED = "Switches are in use. Turn them off in the settings to change keys and buttons."


class KeysPage(Page):
    """One line at a time asks for its key. Who plays with switches is not asked: any press would
    give away their only key."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._asked: str | None = None
        self._came: tuple[str, str] | None = None

    @property
    def asking(self) -> bool:
        return self._asked is not None

    def blocks(self) -> list[Block]:
        scanned = self.stage.settings.scanning != "off"
        blocks: list[Block] = [
            Words("Keys and buttons", "strong", "title"),
            Words(_SCANNED if scanned else _ABOUT, "story", "text", "quiet", 0),
        ]
        for action in ACTIONS:
            key, notes = ACTION + action.id, self._notes(action.id)
            blocks.append(Strip(key, action.name, notes=notes, open=not scanned, before=1.1))
            if action.id == self._asked:
                blocks.append(Strip(KEEP, "Keep it as it is", before=0.6))
        return blocks

    def _notes(self, id: str) -> tuple[str, ...]:
        """What an action has now, and what came of it if it was changed last."""
        if id == self._asked:
            return (f"Press the key or button for it. {said(pygame.K_ESCAPE)} keeps it as it is.",)
        came = self._came[1] if self._came is not None and self._came[0] == id else None
        return tuple(note for note in (self.stage.bindings.told(id), came) if note)

    def bar(self) -> list[Button]:
        return [
            Button(RESET, "As it was at first", card=True),
            Button("back", "Back", card=True),
        ]

    def act(self, key: str) -> Change | None:
        if key == "back":
            return Pop()
        if key == RESET:
            kept = self.stage.change_bindings(Bindings())
            told = "All keys and buttons are as they were at first."
            self.notice = told if kept else f"{told} {_LOST}"
            self._came = None
            self._keep()
            self.column.rewind()
        elif key == KEEP:
            self._keep()
        else:
            self._asked = key.removeprefix(ACTION)
            self.notice = self._came = None
            self._show(KEEP)
        return None

    def handle(self, intent: Intent) -> Change | None:
        match intent:
            case intents.Given(code):
                self._given(code)
                return None
        return super().handle(intent)

    def _given(self, code: int | str) -> None:
        """The key or button that was asked for."""
        asked = self._asked
        if asked is None:
            return
        if code == pygame.K_ESCAPE:
            self._keep()
            return
        bindings, told = self.stage.bindings.given(asked, code)
        kept = self.stage.change_bindings(bindings)
        self._came = (asked, told if kept else f"{told} {_LOST}")
        self._keep()

    def _keep(self) -> None:
        asked, self._asked = self._asked, None
        self._show(None if asked is None else ACTION + asked)

    def _show(self, key: str | None) -> None:
        """Lays out anew, with the frame where it was asked."""
        if key is not None:
            self._focus = key
        self.refresh()
        self.bring(self._focus)
