"""What is kept, and what makes room."""

from __future__ import annotations

import pygame

from game.screen.store import Store, SurfaceStore


def test_what_was_not_used_for_longest_makes_room() -> None:
    store, made = Store(2), list[str]()

    def get(name: str) -> None:
        store.get(name, lambda: made.append(name))

    for name in ("one", "two", "one", "three", "one", "two"):
        get(name)
    assert made == ["one", "two", "three", "two"]


def test_large_surfaces_take_more_room_than_small_ones() -> None:
    store, made = SurfaceStore(40_000), list[int]()

    def get(side: int) -> None:
        def make() -> pygame.Surface:
            made.append(side)
            return pygame.Surface((side, side), depth=32)

        store.get(side, make)

    for side in (40, 41, 42, 40, 41, 42):
        get(side)
    assert made == [40, 41, 42]
    get(99)
    get(42)
    assert made == [40, 41, 42, 99, 42]


def test_what_is_larger_than_all_room_is_kept_until_the_next() -> None:
    store, made = SurfaceStore(100), list[str]()

    def make() -> pygame.Surface:
        made.append("large")
        return pygame.Surface((50, 50))

    store.get("large", make)
    store.get("large", make)
    assert made == ["large"]
