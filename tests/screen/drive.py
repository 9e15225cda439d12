"""Drives a window without a display: events are posted, what follows is looked at."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.screen.page import Page
from game.screen.picture import Pictures
from game.screen.screens import ways
from game.screen.settings import Settings
from game.screen.sound.player import Player, Silence
from game.screen.stage import Screen, Stage
from game.screen.window import Window
from tests.screen.fake_session import FakeSession

SIZES = ((800, 600), (1280, 720), (1920, 1080), (1080, 1920), (3840, 2160))


@dataclass
class Driver:
    """A window with everything that it needs, and counters for what it does. Not `drawn`:
    the first drawing is left to the test."""

    session: FakeSession = field(default_factory=FakeSession)
    size: tuple[int, int] = (1280, 720)
    settings: Settings = field(default_factory=lambda: Settings(reduced_motion=True))
    data: Path | None = None
    player: Player = field(default_factory=Silence)
    first: Screen | None = None
    drawn: bool = True
    now: float = 0.0
    flips: int = 0
    faults: list[BaseException] = field(default_factory=list)

    def __post_init__(self) -> None:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_mode(self.size, pygame.RESIZABLE)
        pygame.event.clear()
        pictures = Pictures(self.faults.append, lambda work: work())
        self.stage = Stage(
            self.settings,
            pictures,
            self.faults.append,
            self.data,
            player=self.player,
            size=self.size,
        )
        self.stage.open(self.session)
        self.window = Window(
            self.stage,
            self.first or ways.title(self.stage),
            clock=lambda: self.now,
            sleep=self._sleep,
            flip=self._flip,
        )
        if self.drawn:
            self.window.once()

    def _sleep(self, seconds: float) -> None:
        self.now += seconds

    def _flip(self) -> None:
        self.flips += 1

    @property
    def page(self) -> Page:
        assert isinstance(self.window.top, Page)
        return self.window.top

    @property
    def name(self) -> str:
        """Which screen is shown."""
        return type(self.window.top).__name__

    def wait(self, seconds: float) -> None:
        """Lets time pass, and one round of the loop."""
        self.now += seconds
        self.window.once()

    def settle(self) -> None:
        """Lets time pass until the page lies there, as it does after every change."""
        while self.window.passing:
            self.wait(1 / 60)

    def key(self, key: int, mod: int = 0) -> None:
        """Presses a key and lets it go."""
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
        pygame.event.post(pygame.Event(pygame.KEYUP, key=key, mod=mod))
        self.window.once()

    def keys(self, *keys: int) -> None:
        for key in keys:
            self.key(key)

    def begin(self) -> None:
        """A new run from the title page, with the keys, and with notes."""
        self.key(pygame.K_RETURN)
        for _ in range(9):
            if self.name != "ConsentPage":
                break
            # Where it is out of view, the first press only scrolls towards it.
            self.key(pygame.K_1)

    def text(self, text: str) -> None:
        """What a keyboard or an input method says that was written."""
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=text))
        self.window.once()

    def type(self, text: str) -> None:
        """Types letters on a keyboard: each is a key, and then what the key writes."""
        for sign in text:
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=ord(sign.lower()), mod=0))
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=sign))
            pygame.event.post(pygame.Event(pygame.KEYUP, key=ord(sign.lower()), mod=0))
        self.window.once()

    def click(self, key: str) -> None:
        """Clicks the thing with this key, scrolling with the wheel until it is in view."""
        self._bring(key, lambda down: self.wheel(-1 if down else 1))
        self.click_at(self.page.rects()[key].center)

    def _bring(self, key: str, scroll: Callable[[bool], None]) -> None:
        for _ in range(60):
            rect = self.page.rects()[key]
            clear = self.page.column.body.inflate(0, -4)
            if key not in self.in_column() or clear.collidepoint(clear.centerx, rect.centery):
                break
            scroll(rect.centery >= clear.bottom)

    def in_column(self) -> set[str]:
        return {block.key for block in self.page.column.blocks if block.key is not None}

    def click_at(self, spot: tuple[int, int]) -> None:
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 0), buttons=(0,) * 3))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=spot, button=1))
        self.window.once()

    def point(self, spot: tuple[int, int]) -> None:
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 0), buttons=(0,) * 3))
        self.window.once()

    def wheel(self, up: int) -> None:
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=up, flipped=False))
        self.window.once()

    def tap(self, key: str) -> None:
        """Taps the thing with this key with a finger, swiping until it is in view."""
        self._bring(key, self._swipe_column)
        self.tap_at(self.page.rects()[key].center)

    def _swipe_column(self, down: bool) -> None:
        body = self.page.column.body
        far = max(30, body.height // 3)
        end = (body.centerx, body.centery + (-far if down else far))
        self.swipe(body.center, end)

    def tap_at(self, spot: tuple[int, int]) -> None:
        self.swipe(spot, spot)

    def swipe(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """A finger is put down, drawn to the end in four steps, and lifted."""
        self.finger(pygame.FINGERDOWN, start)
        for step in range(1, 5) if end != start else ():
            way = [a + (b - a) * step // 4 for a, b in zip(start, end, strict=True)]
            self.finger(pygame.FINGERMOTION, (way[0], way[1]))
        self.finger(pygame.FINGERUP, end)

    def finger(self, kind: int, at: tuple[int, int], finger: int = 0) -> None:
        """What a touch screen says, and the mouse that is made of it."""
        mouse = {
            pygame.FINGERDOWN: pygame.MOUSEBUTTONDOWN,
            pygame.FINGERMOTION: pygame.MOUSEMOTION,
            pygame.FINGERUP: pygame.MOUSEBUTTONUP,
        }[kind]
        pygame.event.post(pygame.Event(mouse, pos=at, button=1, touch=True))
        x, y = ((each + 0.5) / size for each, size in zip(at, self.stage.size, strict=True))
        pygame.event.post(pygame.Event(kind, touch_id=1, finger_id=finger, x=x, y=y, dx=0, dy=0))
        self.window.once()

    def pad(self, *buttons: int, pad: int = 0) -> None:
        """Presses buttons of a gamepad (pygame.CONTROLLER_BUTTON_A ...) and lets them go."""
        for button in buttons:
            for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
                pygame.event.post(pygame.Event(kind, instance_id=pad, button=button))
            self.window.once()

    def stick(self, x: float, y: float, right: bool = False, pad: int = 0) -> None:
        """Pushes a stick of a gamepad there, from -1 to 1; it stays there."""
        for axis, value in enumerate((x, y), 2 if right else 0):
            push = {"instance_id": pad, "axis": axis, "value": round(value * 32767)}
            pygame.event.post(pygame.Event(pygame.CONTROLLERAXISMOTION, **push))
        self.window.once()

    def resize(self, size: tuple[int, int]) -> None:
        pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.post(pygame.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        self.window.once()

    def pixels(self) -> bytes:
        """What is on the window now."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return pygame.image.tobytes(surface, "RGB")
