"""Pictures of places: read and scaled beside the loop, kept at the window's size."""

from __future__ import annotations

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pygame

from game.screen.standin import stand_in

KEEP = 6
Key = tuple[str, str | None, tuple[int, int]]
Work = Callable[[], None]


class Worker(Protocol):
    """Does pieces of work, sooner or later, here or in a thread."""

    def __call__(self, work: Work, /) -> None: ...


class Thread:
    """A worker in a thread of its own, started with its first piece of work."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Work] = queue.SimpleQueue()
        self._started = False

    def __call__(self, work: Work, /) -> None:
        if not self._started:
            self._started = True
            threading.Thread(target=self._serve, daemon=True, name="pictures").start()
        self._queue.put(work)

    def _serve(self) -> None:
        while True:
            self._queue.get()()


class Pictures:
    """The story's pictures. `report` hears of a picture that cannot be read; the player sees
    the stand-in then."""

    def __init__(self, report: Callable[[BaseException], None], worker: Worker) -> None:
        self._report, self._worker = report, worker
        self._kept: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._done: queue.SimpleQueue[tuple[Key, pygame.Surface]] = queue.SimpleQueue()
        self._wanted: Key | None = None
        self._asked: set[Key] = set()

    def get(
        self, folder: Path | None, place: str, picture: str | None, size: tuple[int, int]
    ) -> pygame.Surface:
        """The picture at this size, or for a moment what stands for it."""
        key = (place, picture, size)
        self._wanted = key
        self.arrived()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if folder is None or picture is None:
            return self._keep(key, stand_in(place, size).convert())
        if key not in self._asked:
            self._asked.add(key)
            self._worker(lambda: self._load(key, folder, picture))
            self.arrived()
            if key in self._kept:
                return self._kept[key]
        for other in reversed(self._kept):
            if other[:2] == key[:2]:
                return pygame.transform.smoothscale(self._kept[other], size)
        return self._keep((place, None, size), stand_in(place, size).convert())

    def arrived(self) -> bool:
        """Takes in what the worker has finished. True: the picture on screen is among it."""
        news = False
        while not self._done.empty():
            key, surface = self._done.get()
            self._asked.discard(key)
            self._keep(key, surface.convert())
            news = news or key == self._wanted
        return news

    def _keep(self, key: Key, surface: pygame.Surface) -> pygame.Surface:
        self._kept[key] = surface
        self._kept.move_to_end(key)
        while len(self._kept) > KEEP:
            self._kept.popitem(last=False)
        return surface

    def _load(self, key: Key, folder: Path, picture: str) -> None:
        """Runs in the worker. A size that nobody wants any more is not loaded."""
        if key != self._wanted:
            self._asked.discard(key)
            return
        try:
            surface = _cover(_inside(folder, picture), key[2])
        except (OSError, ValueError, MemoryError, pygame.error) as problem:
            self._report(problem)
            surface = stand_in(key[0], key[2])
        self._done.put((key, surface))


def _inside(folder: Path, picture: str) -> Path:
    path = (folder / picture).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{picture} is not inside the story's folder")
    return path


def _cover(path: Path, size: tuple[int, int]) -> pygame.Surface:
    """The picture, as large as it must be to cover `size`, cut to it around its middle."""
    width, height = size
    if path.suffix.lower() == ".svg":
        first = pygame.image.load_sized_svg(path, size)
        wide, high = first.get_size()
        scale = max(width / wide, height / high)
        grown = (_up(wide * scale), _up(high * scale))
        loaded = first if scale <= 1 else pygame.image.load_sized_svg(path, grown)
        if loaded.get_bounding_rect().size == (0, 0):
            raise ValueError(f"{path.name} is empty or cut short")
    else:
        first = pygame.image.load(path)
        wide, high = first.get_size()
        scale = max(width / wide, height / high)
        loaded = pygame.transform.smoothscale(first, (_up(wide * scale), _up(high * scale)))
    covered = pygame.Surface(size)
    covered.fill((44, 52, 50))
    left = (width - loaded.get_width()) // 2
    covered.blit(loaded, (left, (height - loaded.get_height()) // 2))
    return covered


def _up(length: float) -> int:
    return max(1, int(length + 0.999))
