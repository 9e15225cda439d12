"""What a screen says of itself: what stands on it, and what becomes of what is done to it. Each
says otherwise only what is its own."""

from __future__ import annotations

import pygame
from pygame import Rect

from game.screen import intents
from game.screen.blocks.buttons import Button
from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.stage import Change, Pop
from game.screen.transitions.turns import Look, Seen


class PageSays:
    """`sheet`: it lies on the desk; else beside a picture. `wide`: the sheet has columns of
    figures. `look`: what it is among pages."""

    sheet = True
    wide = False
    look: Look = "aside"

    # --- what is on it -----------------------------------------------------------------

    def blocks(self) -> list[Block]:
        """What stands in the column."""
        return []

    def bar(self) -> list[Button]:
        """The buttons that are always there."""
        return [Button("back", "Back", card=self.sheet)]

    def act(self, key: str) -> Change | None:
        """The thing with this key was taken."""
        return Pop()

    def command(self, command: intents.Command) -> Change | None:
        """A key with a meaning of its own was pressed."""
        return None

    def back(self) -> Change | None:
        """Escape."""
        return Pop()

    def menu(self) -> Change | None:
        """The way to the menu: where there is none of its own, back."""
        return self.back()

    def number(self, number: int) -> str | None:
        """The key of the choice with this number."""
        return None

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        """What is beside the column."""

    @property
    def ticking(self) -> bool:
        """Whether time passes here."""
        return False

    def tick(self, ticks: int) -> None:
        """Time passed."""

    @property
    def writing(self) -> Rect | None:
        """Where on the window letters go now, if anywhere."""
        return None

    @property
    def asking(self) -> bool:
        """Whether the next key or button is asked for as such."""
        return False

    @property
    def seen(self) -> Seen:
        """What is shown, as far as turns go by it."""
        return Seen(self.look)

    # --- what happens to it ------------------------------------------------------------

    def arrive(self, back: bool = False) -> None:
        """The run has come here just now; `back`: since an act was taken back."""

    def lies(self, seconds: float) -> None:
        """It lay there for so long, on top of all others, and the player was not away."""

    def rests_on(self, key: str | None) -> None:
        """A switch moved the frame to what has this key; None: to nothing."""

    @property
    def stamped(self) -> bool:
        """Whether a mark has come down on the page since it was last moved on."""
        return False
