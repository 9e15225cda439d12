"""Pictures of places: read and scaled beside the loop, kept at the window's size."""

from __future__ import annotations

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pygame

from game.screen.paper.standin import stand_in
from game.screen.store import size_of

KEEP = 20_000_000
"""Bytes of pictures that are kept."""

KEEP_SMALL = 32
"""How many small pictures are, as they stand beside saves."""

Layers = tuple[str, ...]
Key = tuple[str, Layers, tuple[int, int]]
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
    the stand-in then, or the place without what would lie over it."""

    def __init__(self, report: Callable[[BaseException], None], worker: Worker) -> None:
        self._report, self._worker = report, worker
        self._kept: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._done: queue.SimpleQueue[tuple[Key, pygame.Surface]] = queue.SimpleQueue()
        self._small: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._wanted: Key | None = None
        self._asked: set[Key] = set()

    def get(
        self,
        folder: Path | None,
        place: str,
        picture: str | None,
        size: tuple[int, int],
        over: Layers = (),
    ) -> pygame.Surface:
        """The picture at this size with all that lies over it, or what stands for it. Until that
        is there: the same as it was before, if it was on screen, or nothing but a dark ground."""
        key = (place, () if picture is None else (picture, *over), size)
        self._wanted = key
        self.arrived()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            self._worker(lambda: self._load(key, folder))
            self.arrived()
            if key in self._kept:
                return self._kept[key]
        for other in reversed(self._kept):
            if other[0] == place and other[1][:1] == key[1][:1]:
                before = self._kept[other]
                return before if other[2] == size else pygame.transform.smoothscale(before, size)
        return _ground(size).convert()

    @property
    def waiting(self) -> bool:
        """Whether a picture is still on its way."""
        return bool(self._asked)

    def small(
        self, folder: Path, place: str, picture: str | None, size: tuple[int, int]
    ) -> pygame.Surface:
        """A small picture, of which many are on screen at once; what stands for it until it is
        there."""
        key: Key = (place, () if picture is None else (picture,), size)
        if key not in self._small:
            self._keep_small(key, stand_in(place, size))
            if picture is not None:
                self._asked.add(key)
                self._worker(lambda: self._load(key, folder))
                self.arrived()
        return self._small[key]

    def arrived(self) -> bool:
        """Takes in what the worker has finished. True: a picture on screen is among it."""
        news = False
        while not self._done.empty():
            key, surface = self._done.get()
            self._asked.discard(key)
            if key in self._small:
                self._keep_small(key, surface)
                news = True
                continue
            self._keep(key, surface.convert())
            news = news or key == self._wanted
        return news

    def _keep_small(self, key: Key, surface: pygame.Surface) -> None:
        self._small[key] = surface.convert()
        while len(self._small) > KEEP_SMALL:
            self._small.popitem(last=False)

    def _keep(self, key: Key, surface: pygame.Surface) -> pygame.Surface:
        self._kept[key] = surface
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and sum(map(size_of, self._kept.values())) > KEEP:
            self._kept.popitem(last=False)
        return surface

    def _load(self, key: Key, folder: Path | None) -> None:
        """Runs in the worker. What nobody wants any more is not loaded."""
        if key != self._wanted and key not in self._small:
            self._asked.discard(key)
            return
        place, layers, size = key
        if folder is None or not layers:
            self._done.put((key, stand_in(place, size)))
            return
        picture, *over = layers
        try:
            surface = _ground(size)
            _lay(surface, folder, picture)
        except _UNREADABLE as problem:
            self._report(problem)
            self._done.put((key, stand_in(place, size)))
            return
        for name in over:
            try:
                _lay(surface, folder, name)
            except _UNREADABLE as problem:
                self._report(problem)
        self._done.put((key, surface))


_UNREADABLE = (OSError, ValueError, MemoryError, pygame.error)


def _ground(size: tuple[int, int]) -> pygame.Surface:
    """What a picture is laid on."""
    surface = pygame.Surface(size)
    surface.fill((44, 52, 50))
    return surface


def _inside(folder: Path, picture: str) -> Path:
    path = (folder / picture).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{picture} is not inside the story's folder")
    return path


def _lay(surface: pygame.Surface, folder: Path, picture: str) -> None:
    """Draws the picture over the surface, so large that it covers it, middle on middle."""
    path = _inside(folder, picture)
    width, height = surface.get_size()
    if path.suffix.lower() == ".svg":
        first = pygame.image.load_sized_svg(path, (width, height))
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
    left = (width - loaded.get_width()) // 2
    surface.blit(loaded, (left, (height - loaded.get_height()) // 2))


def _up(length: float) -> int:
    return max(1, int(length + 0.999))
