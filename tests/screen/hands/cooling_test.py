"""Half a second between presses, for hands that tremble."""

from __future__ import annotations

import pygame

from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession


def calm() -> Driver:
    return Driver(FakeSession(), settings=Settings(reduced_motion=True, cool_down=True))


def test_a_second_press_counts_only_half_a_second_later() -> None:
    driver = calm()
    keys = driver.page.keys()
    driver.keys(pygame.K_DOWN, pygame.K_DOWN)
    driver.pad(pygame.CONTROLLER_BUTTON_A)
    driver.click("settings")
    driver.tap("settings")
    assert (driver.name, driver.page.focus) == ("TitlePage", "settings")
    driver.point(driver.page.rects()[keys[1]].center)
    driver.wait(0.5)
    driver.key(pygame.K_TAB)
    assert driver.page.focus == keys[2]


def test_presses_that_come_too_soon_do_not_make_the_pause_longer() -> None:
    driver = calm()
    keys = driver.page.keys()
    for _ in range(6):
        driver.key(pygame.K_TAB)
        driver.wait(0.1)
    assert driver.page.focus == keys[2]


def test_a_pointer_is_followed_all_the_while() -> None:
    driver = calm()
    driver.key(pygame.K_DOWN)
    for key in reversed(driver.page.keys()):
        driver.point(driver.page.rects()[key].center)
        assert driver.page.focus == key


def test_without_the_setting_every_press_counts() -> None:
    driver = Driver(FakeSession())
    driver.keys(pygame.K_TAB, pygame.K_TAB)
    assert driver.page.focus == driver.page.keys()[2]
