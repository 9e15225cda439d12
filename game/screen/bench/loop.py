"""The loop in real time: what it takes while nobody does anything, and when its first frames
come."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pygame

from game.screen import app
from game.screen.bench.tour import PATIENCE
from game.screen.screens import ways
from game.screen.stage import Stage
from game.screen.window import Window


def idle(stage: Stage, seconds: float) -> float:
    """The share of one core that the loop takes on the page of the run, in percent. A second
    goes by before it is measured."""
    begun, spent = 0.0, 0.0
    settled = time.monotonic() + min(1.0, seconds)
    over = settled + seconds

    def events() -> Iterable[pygame.Event]:
        nonlocal begun, spent
        now = time.monotonic()
        if not begun and now >= settled and not stage.pictures.waiting:
            begun, spent = now, time.process_time()
        if now >= over:
            window.open = False
            return ()
        return pygame.event.get()

    window = Window(stage, ways.page_of_run(stage), events=events)
    window.run()
    return 100 * (time.process_time() - spent) / (time.monotonic() - begun)


def first_frames() -> dict[str, float]:
    """Closes the window that is opened next as soon as it shows the title page with its
    picture. What it returns is filled until then: when the empty sheet, the title page, and the
    title page with its picture were shown, as seconds of the system's clock."""
    shown: dict[str, float] = {}
    flip = pygame.display.flip

    def empty() -> None:
        flip()
        shown.setdefault("empty", time.time())

    class Timed(Window):
        """Notes when it has drawn."""

        def once(self) -> None:
            super().once()
            now = time.time()
            shown.setdefault("title", now)
            if not self.stage.pictures.waiting or now > shown["title"] + PATIENCE:
                shown.setdefault("picture", now)
                self.open = False

    pygame.display.flip = empty
    app.Window = Timed  # type: ignore[attr-defined]
    return shown
