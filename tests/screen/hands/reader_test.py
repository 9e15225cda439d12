"""Intents: keys and pointer mean the same everywhere."""

from __future__ import annotations

import pygame
import pytest

from game.screen import intents
from game.screen.hands.reader import Reader
from game.screen.intents import Intent


def press(key: int, mod: int = 0) -> Intent | None:
    return Reader().read(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))


@pytest.mark.parametrize(
    ("key", "mod", "meant"),
    [
        (pygame.K_5, 0, intents.Choose(5)),
        (pygame.K_KP9, 0, intents.Choose(9)),
        (pygame.K_TAB, 0, intents.Move(1)),
        (pygame.K_TAB, pygame.KMOD_LSHIFT, intents.Move(-1)),
        (pygame.K_KP_ENTER, 0, intents.Confirm()),
        (pygame.K_ESCAPE, 0, intents.Back()),
        (pygame.K_z, 0, intents.Do("undo")),
        (pygame.K_z, pygame.KMOD_LCTRL, intents.Do("undo")),
        (pygame.K_z, pygame.KMOD_LCTRL | pygame.KMOD_LSHIFT, intents.Do("redo")),
        (pygame.K_y, pygame.KMOD_RCTRL, intents.Do("redo")),
        (pygame.K_F11, 0, intents.Do("full-screen")),
        (pygame.K_RETURN, pygame.KMOD_LALT, intents.Do("full-screen")),
        (pygame.K_END, 0, intents.Scroll(1, "end")),
        (pygame.K_0, 0, None),
        (pygame.K_l, pygame.KMOD_LCTRL, None),
        (pygame.K_l, pygame.KMOD_LALT, None),
    ],
)
def test_what_keys_mean(key: int, mod: int, meant: Intent | None) -> None:
    assert press(key, mod) == meant


def test_a_click_is_where_it_began() -> None:
    reader = Reader()
    reader.read(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(10, 10), button=1))
    event = pygame.Event(pygame.MOUSEBUTTONUP, pos=(14, 12), button=1)
    assert reader.read(event) == intents.Click((10, 10))
    assert reader.read(event) is None


def test_a_press_that_is_let_go_far_away_is_a_drag() -> None:
    reader = Reader()
    reader.read(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(10, 300), button=1))
    event = pygame.Event(pygame.MOUSEBUTTONUP, pos=(12, 200), button=1)
    assert reader.read(event) == intents.Drag((10, 300), (12, 200), 100, over=True)


def test_a_wheel_turns_where_the_pointer_is() -> None:
    reader = Reader()
    wheel = pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False)
    assert reader.read(wheel) == intents.Scroll(3, "line")
    reader.read(pygame.Event(pygame.MOUSEMOTION, pos=(40, 50), rel=(3, 0), buttons=(0, 0, 0)))
    assert reader.read(wheel) == intents.Scroll(3, "line", (40, 50))


def test_other_buttons_and_events_mean_nothing() -> None:
    reader = Reader()
    for button in (2, 3, 4, 5):
        event = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=button)
        assert reader.read(event) is None
    assert reader.read(pygame.Event(pygame.USEREVENT)) is None


def test_a_key_that_is_held_down_means_something_once_until_it_is_let_go() -> None:
    def read(kind: int, **values: int) -> Intent | None:
        return reader.read(pygame.Event(kind, **values))

    reader = Reader()
    assert read(pygame.KEYDOWN, key=pygame.K_1, mod=0) == intents.Choose(1)
    assert read(pygame.KEYDOWN, key=pygame.K_1, mod=0) is None
    read(pygame.KEYUP, key=pygame.K_1, mod=0)
    assert read(pygame.KEYDOWN, key=pygame.K_1, mod=0) == intents.Choose(1)
    read(pygame.WINDOWFOCUSLOST)
    assert read(pygame.KEYDOWN, key=pygame.K_1, mod=0) == intents.Choose(1)
