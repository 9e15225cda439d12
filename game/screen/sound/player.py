"""Plays sound files. Without a device, or with a file that cannot be read, it is quiet."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pygame

from game.screen.picture import Worker
from game.screen.store import Store

RATE, BUFFER = 24_000, 1_024
"""Samples in a second, as our files have them, and how many are handed to the device at once."""

FADE = 800
"""Milliseconds in which one room goes over into the next."""

KEEP = 24
"""Things that are kept once they were heard: each has some 100 kB."""

PATIENCE = 1.0
"""Seconds that are waited at the end for a file that is being read."""

FIRST_THING = 2
"""The channels below it are for rooms: the one that fades, and the one that comes."""


class Player(Protocol):
    """Somebody who plays files. `loud`: 0 to 1."""

    def room(self, file: Path | None, loud: float) -> None:
        """From now on this is heard again and again in the place of what was; None: nothing."""

    def once(self, file: Path, loud: float) -> None:
        """This is heard once, beside all the rest."""


class Silence:
    """Plays nothing."""

    def room(self, file: Path | None, loud: float) -> None:
        """Nothing is heard."""

    def once(self, file: Path, loud: float) -> None:
        """Nothing is heard."""


class MixerPlayer:
    """Plays through pygame's mixer. All of it happens in the worker, one thing after the other:
    to open a device or to unpack a room can take longer than a frame. `report` hears once of a
    device that is not there, and once of each file that cannot be read."""

    def __init__(self, report: Callable[[BaseException], None], worker: Worker) -> None:
        self._report, self._worker = report, worker
        self._opened = self._failed = False
        self._broken: set[Path] = set()
        self._things = Store(KEEP)
        self._done = threading.Event()
        self._room: Path | None = None
        self._channel = 0

    def room(self, file: Path | None, loud: float) -> None:
        """A room that cannot be heard is not played at all: that would cost as much."""
        wanted = file if loud > 0 else None
        self._worker(lambda: self._safely(lambda: self._enter(wanted, loud)))

    def once(self, file: Path, loud: float) -> None:
        """Nothing is done for what would not be heard."""
        if loud > 0:
            self._worker(lambda: self._safely(lambda: self._play(file, loud)))

    def close(self) -> None:
        """Waits a little for what the worker is at; after that, it plays nothing more."""
        self._worker(self._done.set)
        self._done.wait(PATIENCE)
        self._failed = True

    def _safely(self, act: Callable[[], None]) -> None:
        if self._failed:
            return
        try:
            if not self._opened:
                pygame.mixer.init(RATE, -16, 2, BUFFER)
                pygame.mixer.set_reserved(FIRST_THING)
                self._opened = True
            act()
        except (pygame.error, OSError) as problem:
            self._failed = True
            self._report(problem)

    def _enter(self, file: Path | None, loud: float) -> None:
        if file != self._room:
            sound = None if file is None else self._load(file)
            self._leave(pygame.mixer.Channel(self._channel))
            self._room, self._channel = file, 1 - self._channel
            if sound is not None:
                pygame.mixer.Channel(self._channel).play(sound, loops=-1, fade_ms=FADE)
        heard = pygame.mixer.Channel(self._channel).get_sound()
        if file is not None and heard is not None:
            # The sound's own volume: a fade puts that of its channel back to full.
            heard.set_volume(loud)

    def _leave(self, channel: pygame.Channel) -> None:
        """The room on this channel fades; one that is only coming in cannot, and stops."""
        if channel.get_volume() > 0:
            channel.fadeout(FADE)
        else:
            channel.stop()

    def _play(self, file: Path, loud: float) -> None:
        sound = self._things.get(file, lambda: self._load(file))
        channel = pygame.mixer.find_channel()
        if sound is None or channel is None:
            return
        sound.set_volume(loud)
        channel.play(sound)

    def _load(self, file: Path) -> pygame.Sound | None:
        """The sound in this file; None, and reported the first time, where there is none."""
        if file in self._broken:
            return None
        try:
            return pygame.mixer.Sound(file)
        except (pygame.error, OSError) as problem:
            self._broken.add(file)
            self._report(problem)
            return None
