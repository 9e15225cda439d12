"""Pictures of places and figures: made beside the loop, kept at the window's size."""

from __future__ import annotations

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

import pygame

from game.screen.paper.light import DAY, Light
from game.screen.paper.making import Key, PlaceKey, alike, ground, make
from game.screen.paper.planes import Figure, Plane, Scenery
from game.screen.paper.standin import stand_in

KEEP = 8_000_000
"""Bytes of pictures that are kept, but for those that are on screen."""

KEEP_SMALL = 32
"""How many small pictures are, as they stand beside saves."""

Layers = tuple[str, ...]
Made = Scenery | Figure
Work = Callable[[], None]


class Worker(Protocol):
    """Does pieces of work, sooner or later, here or in a thread."""

    def __call__(self, work: Work, /) -> None: ...


class Thread:
    """A worker in a thread of its own, started with its first piece of work."""

    def __init__(self, name: str = "pictures") -> None:
        self._name = name
        self._queue: queue.SimpleQueue[Work] = queue.SimpleQueue()
        self._started = False

    def __call__(self, work: Work, /) -> None:
        if not self._started:
            self._started = True
            threading.Thread(target=self._serve, daemon=True, name=self._name).start()
        self._queue.put(work)

    def _serve(self) -> None:
        while True:
            self._queue.get()()


class Pictures:
    """The story's pictures. `report` hears of a picture that cannot be read; the player sees
    the stand-in then, or the place without what would lie over it."""

    def __init__(self, report: Callable[[BaseException], None], worker: Worker) -> None:
        self._report, self._worker = report, worker
        self._reported: set[str] = set()
        self._kept: OrderedDict[Key, Made] = OrderedDict()
        self._done: queue.SimpleQueue[tuple[Key, Made | None]] = queue.SimpleQueue()
        self._small: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._wanted: frozenset[Key] = frozenset()
        self._asked: set[Key] = set()
        self._hopeless: set[Key] = set()

    def ask(self, folder: Path | None, keys: Iterable[Key]) -> Mapping[Key, Made]:
        """All that is to be on screen now, as far as it is there; the rest will be."""
        wanted = tuple(dict.fromkeys(keys))
        self._wanted = frozenset(wanted)
        self.arrived()
        for key in wanted:
            if key in self._kept:
                self._kept.move_to_end(key)
            elif key not in self._asked and key not in self._hopeless:
                self._order(key, folder)
        self.arrived()
        return {key: self._kept[key] for key in wanted if key in self._kept}

    def get(
        self,
        folder: Path | None,
        place: str,
        picture: str | None,
        size: tuple[int, int],
        over: Layers = (),
        light: Light = DAY,
    ) -> pygame.Surface:
        """A place in one surface, or what stands for it. Until that is there: the same as it was
        before, if it was on screen, or nothing but a dark ground."""
        key = PlaceKey(place, () if picture is None else (picture, *over), size, light, flat=True)
        surface = _surface(self.ask(folder, (key,)).get(key) or self._before(key))
        if surface is None:
            return ground(size)
        return (
            surface if surface.get_size() == size else pygame.transform.smoothscale(surface, size)
        )

    @property
    def waiting(self) -> bool:
        """Whether a picture is still on its way."""
        return bool(self._asked)

    def small(
        self, folder: Path, place: str, picture: str | None, size: tuple[int, int]
    ) -> pygame.Surface:
        """A small picture, of which many are on screen at once; what stands for it until it is
        there."""
        key = PlaceKey(place, () if picture is None else (picture,), size, flat=True)
        if key not in self._small:
            self._keep_small(key, stand_in(place, size))
            if picture is not None:
                self._order(key, folder)
                self.arrived()
        return self._small[key]

    def arrived(self) -> bool:
        """Takes in what the worker has finished. True: something on screen is among it."""
        news = False
        while not self._done.empty():
            key, made = self._done.get()
            self._asked.discard(key)
            if made is None:
                news = news or key in self._wanted
                continue
            if key in self._small:
                self._keep_small(key, _surface(made) or ground((1, 1)))
                news = True
            if key not in self._small or key in self._wanted:
                self._keep(key, made)
                news = news or key in self._wanted
        return news

    def _order(self, key: Key, folder: Path | None) -> None:
        self._asked.add(key)
        self._worker(lambda: self._make(key, folder))

    def _make(self, key: Key, folder: Path | None) -> None:
        """Runs in the worker. What nobody wants any more is not made."""
        wanted = key in self._wanted or key in self._small
        made = None
        try:
            made = make(key, folder, self._note) if wanted else None
        except Exception as problem:
            # Nobody foresaw it: the thread lives on, and this is not tried again and again.
            self._hopeless.add(key)
            self._note(problem)
        self._done.put((key, made))

    def _note(self, problem: BaseException) -> None:
        """Of what is made again at another size, or in another light, nothing new is to be said."""
        if str(problem) not in self._reported:
            self._reported.add(str(problem))
            self._report(problem)

    def _before(self, key: PlaceKey) -> Made | None:
        """The same place as it was."""
        for other in reversed(self._kept):
            if isinstance(other, PlaceKey) and other.flat and alike(other, key):
                return self._kept[other]
        return None

    def _keep_small(self, key: Key, surface: pygame.Surface) -> None:
        self._small[key] = surface.convert()
        while len(self._small) > KEEP_SMALL:
            self._small.popitem(last=False)

    def _keep(self, key: Key, made: Made) -> None:
        self._kept[key] = made
        self._kept.move_to_end(key)
        spare = [other for other in self._kept if other not in self._wanted and other != key]
        while spare and sum(kept.bytes for kept in self._kept.values()) > KEEP:
            del self._kept[spare.pop(0)]


def _surface(made: Made | None) -> pygame.Surface | None:
    """What a place in one surface is made of."""
    if isinstance(made, Scenery) and made.layers and isinstance(made.layers[0], Plane):
        return made.layers[0].surface
    return None
