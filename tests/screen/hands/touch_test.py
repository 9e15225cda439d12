"""Fingers: a tap takes, a swipe scrolls, and the mouse that is made of them is not counted."""

from __future__ import annotations

import pygame

from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.every_page import driven
from tests.screen.fake_session import FakeSession


def in_long_scene() -> Driver:
    driver = driven("scene-long", (800, 600), Settings(reduced_motion=True), drawn=True)
    assert driver.page.column.room > 300
    return driver


def test_a_tap_takes_once_though_a_mouse_is_made_of_it() -> None:
    driver = Driver(FakeSession())
    driver.tap("settings")
    driver.tap("high_contrast")
    assert driver.stage.settings.high_contrast


def test_the_column_follows_a_finger_before_it_is_lifted() -> None:
    driver = in_long_scene()
    x, y = driver.page.column.body.center
    top = driver.page.column.rect(0).top
    driver.finger(pygame.FINGERDOWN, (x, y))
    driver.finger(pygame.FINGERMOTION, (x, y - 10))
    assert driver.page.column.rect(0).top == top
    driver.finger(pygame.FINGERMOTION, (x, y - 100))
    assert driver.page.column.rect(0).top == top - 100
    driver.finger(pygame.FINGERMOTION, (x, y - 60))
    driver.finger(pygame.FINGERUP, (x, y - 60))
    assert driver.page.column.rect(0).top == top - 60


def test_a_finger_that_went_far_takes_nothing_even_where_it_began() -> None:
    driver = Driver(FakeSession())
    spot = driver.page.rects()["new"].center
    driver.finger(pygame.FINGERDOWN, spot)
    driver.finger(pygame.FINGERMOTION, (spot[0], spot[1] - 200))
    driver.finger(pygame.FINGERUP, spot)
    assert driver.name == "TitlePage"


def test_two_fingers_take_one_thing_at_most() -> None:
    driver = Driver(FakeSession())
    spots = [driver.page.rects()[key].center for key in ("new", "settings")]
    for finger, spot in enumerate(spots):
        driver.finger(pygame.FINGERDOWN, spot, finger)
    for finger, spot in enumerate(spots):
        driver.finger(pygame.FINGERUP, spot, finger)
    assert driver.name == "SettingsPage"
    assert len(driver.window.screens) == 2


def test_a_hand_that_rests_on_the_screen_does_not_stop_a_finger() -> None:
    driver = Driver(FakeSession())
    driver.finger(pygame.FINGERDOWN, (5, 5), finger=4)
    driver.wait(60)
    driver.tap("settings")
    assert driver.name == "SettingsPage"


def test_a_finger_that_is_lifted_elsewhere_is_forgotten() -> None:
    driver = Driver(FakeSession())
    spot = driver.page.rects()["new"].center
    driver.finger(pygame.FINGERDOWN, spot)
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    driver.finger(pygame.FINGERUP, spot)
    assert driver.name == "TitlePage"
