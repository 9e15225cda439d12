"""Opens the window on a story, and plays it until the window is closed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame

from game.errors import GameError
from game.screen.display import first_window
from game.screen.hands.bindings import read_bindings
from game.screen.picture import Pictures, Thread, Worker
from game.screen.screens import ways
from game.screen.screens.errors import ErrorsPage
from game.screen.session import Session
from game.screen.settings import read_settings, write_settings
from game.screen.sound.player import MixerPlayer
from game.screen.stage import Change, Reset, Screen, Stage
from game.screen.theme import theme_for
from game.screen.window import Window

Opener = Callable[[], Session]
Report = Callable[[BaseException], object]


def first_screen(stage: Stage, opener: Opener) -> Screen:
    """The title page, or what is wrong with the story."""
    from game.story.load import StoryErrors

    def retry() -> Change:
        return Reset(first_screen(stage, opener))

    try:
        stage.open(opener())
    except StoryErrors as errors:
        return ErrorsPage(stage, [str(found) for found in errors.diagnostics], retry)
    except GameError as error:
        return ErrorsPage(stage, [str(error)], retry)
    except Exception as problem:
        stage.report(problem)
        return ErrorsPage(stage, ["The story could not be opened; the log says why."], retry)
    return ways.title(stage)


def open_window(
    opener: Opener,
    data: Path,
    report: Report | None = None,
    worker: Worker | None = None,
    lesson: Opener | None = None,
    scanning: str | None = None,
) -> int:
    """Opens the window on a story and plays it until it is closed -> exit code 0.

    `opener` reads the story; its errors are shown, and it is called again on "Try again".
    `data`: the player's own folder, for settings. `report` hears of what nobody foresaw.
    `lesson` reads the story that shows how to play.
    `scanning`: set and kept before anything else, for whoever cannot come to the settings.
    """
    try:
        settings = read_settings(data)
        if scanning is not None:
            settings = replace(settings, scanning=scanning)
            write_settings(data, settings)
        surface = first_window(settings.full_screen, theme_for(settings.high_contrast).paper)
        log: Report = report or _log

        def note(problem: BaseException) -> None:
            log(problem)

        pictures = Pictures(note, worker or Thread())
        keys, size = read_bindings(data), surface.get_size()
        player = MixerPlayer(note, Thread("sound"))
        stage = Stage(settings, pictures, note, data, keys, player=player, size=size, lesson=lesson)
        code = Window(stage, first_screen(stage, opener)).run()
        stage.leave()
        player.close()
        return code
    finally:
        pygame.quit()


def _log(problem: BaseException) -> None:
    logging.getLogger(__name__).error("the window failed", exc_info=problem)
