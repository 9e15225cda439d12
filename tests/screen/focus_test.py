"""The focus: on every page there is one, it is seen, it wraps, and it passes everything."""

from __future__ import annotations

import pygame
import pytest

from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.every_page import EVERY_PAGE, driven

CALM = Settings(reduced_motion=True)


def on(name: str, size: tuple[int, int] = (1280, 720)) -> Driver:
    return driven(name, size, CALM, drawn=True)


def in_view(driver: Driver) -> bool:
    """Whether what has the focus is on the window, or the button that scrolls to it."""
    page = driver.page
    focus = page.focus
    if focus is None:
        return False
    rect, place = page.rects()[focus], page._place(focus)
    if place is not None and not page.column.shows(place):
        return ("up" if page.column.way_to(place) < 0 else "down") in page.column.arrows()
    room = page.column.body if focus in driver.in_column() else page.kit.frame.window
    return rect.top < room.bottom and rect.bottom > room.top


@pytest.mark.parametrize("size", [(1280, 720), (800, 600), (1080, 1920)])
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_tab_passes_everything_in_order_and_comes_round_again(
    name: str, size: tuple[int, int]
) -> None:
    driver = on(name, size)
    keys, first = driver.page.keys(), driver.page.focus
    assert first is not None and in_view(driver)
    if first in driver.in_column() and first not in driver.page._seen():
        driver.key(pygame.K_TAB)
        assert driver.page.focus == first
    passed = []
    for _ in keys:
        driver.key(pygame.K_TAB)
        assert in_view(driver), driver.page.focus
        passed.append(driver.page.focus)
    at = keys.index(first) + 1
    assert passed == keys[at:] + keys[:at]
    assert driver.page.focus == first
    driver.key(pygame.K_TAB, pygame.KMOD_LSHIFT)
    driver.key(pygame.K_TAB)
    assert driver.page.focus == first


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_what_has_the_focus_looks_different(name: str) -> None:
    driver = on(name)
    for _ in driver.page.keys()[:3]:
        before, focus = driver.pixels(), driver.page.focus
        driver.key(pygame.K_TAB)
        assert driver.page.focus == focus or driver.pixels() != before


def test_a_move_goes_on_from_what_is_seen_when_the_wheel_scrolled_the_focus_away() -> None:
    driver = on("settings", (800, 600))
    second = driver.page.keys()[1]
    for _ in range(60):
        driver.wheel(-1)
    driver.key(pygame.K_DOWN)
    assert driver.page.focus != second and in_view(driver)
    for _ in range(60):
        driver.wheel(1)
    driver.key(pygame.K_UP)
    assert in_view(driver) and driver.page.column.rect(0).top == driver.page.column.body.top


@pytest.mark.parametrize("name", ["errors", "trouble"])
def test_the_mouse_reaches_full_screen_even_where_nothing_goes_on(name: str) -> None:
    driver = on(name)
    driver.click("full-screen")
    assert driver.stage.settings.full_screen and driver.page
    driver.click("full-screen")
    assert not driver.stage.settings.full_screen


def test_the_mouse_reaches_the_menu_from_the_last_page() -> None:
    driver = on("end")
    driver.click("menu")
    assert driver.name == "MenuPage"


def test_arrows_read_a_long_scene_before_they_come_to_its_choices() -> None:
    driver = on("scene-long")
    first, tops = driver.page.focus, []
    while driver.page._seen() == []:
        tops.append(driver.page.column.rect(0).top)
        driver.key(pygame.K_DOWN)
        assert driver.page.focus == first
    assert len(tops) > 2 and tops == sorted(set(tops), reverse=True)
    driver.key(pygame.K_DOWN)
    assert driver.page.focus != first


def test_confirm_scrolls_back_up_to_what_the_wheel_scrolled_away() -> None:
    driver = on("settings", (800, 600))
    now, first = driver.stage.settings, driver.page.focus
    for _ in range(40):
        driver.wheel(-1)
    for _ in range(20):
        driver.key(pygame.K_RETURN)
        if driver.stage.settings != now:
            break
        assert driver.page.focus == first
    assert driver.stage.settings.text_size != now.text_size
