"""The way from one page to the next, while it is on screen."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.screen.intents import Click, Do, Intent
from game.screen.page import Page
from game.screen.stage import Screen, Stage
from game.screen.transitions.burnt import Burnt
from game.screen.transitions.going import Going
from game.screen.transitions.lens import Lens
from game.screen.transitions.torn import Torn
from game.screen.transitions.turned import Turned
from game.screen.transitions.turns import Meant, Seen


class Passing:
    """Two pictures of the window are kept while something passes, and none afterwards."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._going: Going | None = None
        self._new: pygame.Surface | None = None
        self._spot: tuple[int, int] | None = None

    @property
    def on(self) -> bool:
        """Whether the window shows a way between two pages."""
        return self._going is not None

    def begin(self, meant: Meant, spot: tuple[int, int] | None) -> None:
        """From what the window shows to what is drawn on it next. `spot`: where a closer look is
        opened; it closes there, too."""
        self._spot = self._spot if meant.back else spot
        surface, settings = pygame.display.get_surface(), self._stage.settings
        if surface is None or settings.reduced_motion or settings.scanning != "off":
            return
        self._going = self._way(meant, surface.copy())

    def _way(self, meant: Meant, old: pygame.Surface) -> Going | None:
        kit = self._stage.kit
        match meant.turn:
            case "turned":
                return Turned(old, kit, kit.frame.window if meant.whole else kit.frame.column)
            case "torn":
                return Torn(old, kit)
            case "burnt":
                return Burnt(old, kit)
            case "lens":
                return Lens(old, kit, self._spot or kit.frame.picture.center, meant.back)
        return None

    def step(self, seconds: float) -> None:
        """Goes on by so much time. What has not been drawn so far does not go on."""
        if self._going is not None and self._new is not None:
            self._going.step(seconds)
            if self._going.over:
                self.end()

    def draw(
        self, surface: pygame.Surface, draw: Callable[[pygame.Surface], None], anew: bool
    ) -> None:
        """Draws it as far as it has come. `draw` draws the new page, where that has not been done
        or must be done `anew`."""
        if self._going is None:
            return
        if self._new is None or anew:
            self._new = surface.copy() if self._new is None else self._new
            draw(self._new)
        self._going.draw(surface, self._new)

    def end(self) -> bool:
        """The new page lies there. True: it did not before."""
        was_on, surface = self.on, pygame.display.get_surface()
        if self._new is not None and surface is not None:
            surface.blit(self._new, (0, 0))
        self._going = self._new = None
        return was_on


def seen_on(screen: Screen) -> Seen:
    """What a screen shows, as far as turns go by it."""
    return screen.seen if isinstance(screen, Page) else Seen("aside")


def pressed_on(screen: Screen, intent: Intent) -> tuple[int, int] | None:
    """Where on this screen it was pressed: at the pointer, or what a key stands for."""
    if isinstance(intent, Click) or not isinstance(screen, Page):
        return intent.at if isinstance(intent, Click) else None
    command = intent.command if isinstance(intent, Do) else screen.focus
    place = screen.rects().get("ledger" if command == "why" else command or "")
    return None if place is None else place.center
