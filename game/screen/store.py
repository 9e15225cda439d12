"""What was made once and may be of use again: kept as long as there is room for it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

import pygame

Kept = TypeVar("Kept")


class Store:
    """Keeps what was used last, at most `most` things."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._used = 0
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The thing under this key, made if it is not there."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]  # type: ignore[return-value]
        made = make()
        self._kept[key] = made
        self._used += self.weight(made)
        while self._used > self._most and len(self._kept) > 1:
            self._used -= self.weight(self._kept.popitem(last=False)[1])
        return made

    def weight(self, thing: object) -> int:
        """How much of the room a thing takes."""
        return 1


class SurfaceStore(Store):
    """Keeps the surfaces that were used last, in at most `most` bytes, and the last one always:
    on a large window they are larger, and there are fewer of them."""

    def weight(self, thing: object) -> int:
        return size_of(thing) if isinstance(thing, pygame.Surface) else 0


def size_of(surface: pygame.Surface) -> int:
    """The bytes of its pixels."""
    return surface.get_pitch() * surface.get_height()
