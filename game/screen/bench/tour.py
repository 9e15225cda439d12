"""A tour of all pages, played by chance: how long each frame takes, from what a player means to
what is drawn."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pygame

from game.play.view import View
from game.screen import intents
from game.screen.display import first_window, make_window
from game.screen.intents import Command, Intent
from game.screen.picture import Pictures, Thread
from game.screen.screens import ways
from game.screen.session import Session
from game.screen.settings import Settings
from game.screen.stage import Change, Push, Reset, Stage
from game.screen.theme import theme_for
from game.screen.window import Window

FRAME = 1 / 60
"""Seconds by which the tour's own clock goes on with each round of the loop."""
ACTS = 12
"""How often the focus is moved on a page, and how often it is scrolled."""
RUNNING = 10.0
"""Seconds of the story for which an instrument runs."""
RUNS = 4
LONGEST = 200
"""Steps after which a run is left, should it go round in circles."""
SEED = 7

PATIENCE = 10.0
"""Real seconds to wait for a picture, at most."""

Frames = dict[str, list[float]]
"""Seconds for each frame that was drawn, by the page that it shows."""


def open_display(size: tuple[int, int]) -> str:
    """Opens the window at this size -> the name of what shows it."""
    first_window(False, theme_for(False).paper)
    make_window(size)
    return pygame.display.get_driver()


def walk(session: Session, wanted: Callable[[View], bool]) -> bool:
    """Plays runs by chance until the wanted is shown. False: it was never met."""
    dice = Random(SEED)
    for _ in range(RUNS):
        session.new()
        for _ in range(LONGEST):
            if wanted(session.view()):
                return True
            open = [option.id for option in session.view().options if option.open]
            if not open:
                break
            session.choose(dice.choice(open))
    return False


def open_stage(session: Session, size: tuple[int, int], settings: Settings) -> Stage:
    """A stage for this story, with pictures from a thread, as a player has it."""
    stage = Stage(settings, Pictures(_raise, Thread()), _raise, size=size)
    stage.open(session)
    return stage


class Tour:
    """Goes through all pages that a story leads to, on a display that is open."""

    def __init__(self, session: Session, size: tuple[int, int], settings: Settings) -> None:
        self.stage = open_stage(session, size, settings)
        self.frames: Frames = {}
        self._session = session
        self._dice = Random(SEED)
        self._now = self._flipping = 0.0
        self._flips = 0
        self.window = Window(
            self.stage,
            ways.title(self.stage),
            events=lambda: (),
            clock=lambda: self._now,
            flip=self._flip,
        )

    def go(self) -> Frames:
        """Plays some runs by chance; what is met for the first time is looked at closely."""
        self._around("title")
        self._look_at("settings", ways.settings(self.stage))
        for _ in range(RUNS):
            self._show(ways.start(self.stage, noted=True))
            for _ in range(LONGEST):
                self._visit()
                if self._session.view().kind == "end" or not self._choose():
                    break
        return self.frames

    # --- what is looked at -----------------------------------------------------------------

    def _visit(self) -> None:
        """Looks around on the page of the run, if it is of a kind that was not met so far."""
        view = self._session.view()
        name = view.playing or view.kind
        if name in self.frames or (name == "scene" and not (view.scores and view.lines)):
            return  # A scene with the score on it comes soon, and is dearer.
        self._around(name)
        if view.ticking:
            for _ in range(round(RUNNING / FRAME)):
                self._round(name)
        if view.kind == "end":
            commands: tuple[Command, ...] = ("ledger", "log", "cards")
            for command in commands:
                self._look_at(command, ways.open_command(self.stage, command))
            self._look_at("saves", ways.load(self.stage))
            self._look_at("menu", ways.menu(self.stage))
            self._reflect()

    def _reflect(self) -> None:
        """Guesses nothing, and looks at the mirror and at what can be opened from it."""
        if self._session.mirror.bet_of:
            self._session.mirror.bet(None)
            self._show(Reset(ways.page_of_run(self.stage)))
        self._around("mirror")
        for name, way in (("record", ways.record), ("notes", ways.notes), ("burn", ways.burn)):
            self._look_at(name, way(self.stage))
        self._look_at("statements", ways.statements(self.stage))

    def _look_at(self, name: str, change: Change | None) -> None:
        """Opens a page over the one that is shown, looks around, and goes back."""
        if isinstance(change, Push):
            self.window.screens.append(change.screen)
            self._around(name)
            self.window.screens.pop()

    def _around(self, name: str) -> None:
        """The page as it is opened, with its picture; then the focus, and scrolling."""
        self._round(name, intents.Do("redraw"))
        self._wait()
        self._round(name, intents.Do("redraw"))
        for _ in range(ACTS):
            self._round(name, intents.Move(1))
        for number in range(ACTS):
            self._round(name, intents.Scroll(1 if number < ACTS // 2 else -1, "line"))
            for _ in range(4):
                self._round(name)

    def _choose(self) -> bool:
        """Takes an open choice by chance; False: there is none."""
        view = self._session.view()
        open = [number for number, option in enumerate(view.options, 1) if option.open]
        if not open:
            return False
        number = self._dice.choice(open)
        self._now += 2.0
        for _ in range(30):
            self._round("turning", intents.Choose(number))
            if self._session.view() is not view:
                break
        while self.window.passing:
            self._round("turning")
        self._wait()
        return True

    # --- rounds of the loop ----------------------------------------------------------------

    def _show(self, change: Change) -> None:
        assert isinstance(change, Reset)
        self.window.screens = [change.screen]

    def _round(self, name: str, intent: Intent | None = None) -> None:
        """One round of the loop; what it takes counts if something was drawn."""
        self._now += FRAME
        flips, flipping = self._flips, self._flipping
        begun = time.perf_counter()
        if intent is not None:
            self.window.take(intent)
        self.window.once()
        spent = time.perf_counter() - begun - (self._flipping - flipping)
        if self._flips > flips:
            self.frames.setdefault(name, []).append(spent)

    def _flip(self) -> None:
        begun = time.perf_counter()
        pygame.display.flip()
        self._flipping += time.perf_counter() - begun
        self._flips += 1

    def _wait(self) -> None:
        """For the picture, without counting it."""
        until = time.monotonic() + PATIENCE
        while self.stage.pictures.waiting and time.monotonic() < until:
            time.sleep(0.001)
            self.stage.pictures.arrived()


def _raise(problem: BaseException) -> None:
    raise problem
