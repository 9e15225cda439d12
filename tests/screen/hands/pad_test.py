"""Gamepads: every button does what its key does, and a stick that trembles does nothing."""

from __future__ import annotations

import pygame
import pytest

from game.screen import intents
from game.screen.hands.reader import Reader
from game.screen.intents import Intent
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession

A, B = pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_B


def in_scene(**driven: object) -> Driver:
    driver = Driver(FakeSession(), **driven)  # type: ignore[arg-type]
    driver.pad(A, pygame.CONTROLLER_BUTTON_DPAD_LEFT, A, A)
    assert driver.name == "ScenePage"
    return driver


@pytest.mark.parametrize(
    ("button", "page"),
    [
        (pygame.CONTROLLER_BUTTON_X, "LogPage"),
        (pygame.CONTROLLER_BUTTON_Y, "LedgerPage"),
        (pygame.CONTROLLER_BUTTON_START, "MenuPage"),
        (pygame.CONTROLLER_BUTTON_LEFTSTICK, "SavesPage"),
        (B, "MenuPage"),
    ],
)
def test_buttons_open_pages_and_b_leads_back(button: int, page: str) -> None:
    driver = in_scene()
    driver.pad(button)
    assert driver.name == page
    driver.pad(B)
    assert driver.name == "ScenePage"


def test_start_closes_the_menu_that_it_opened() -> None:
    driver = in_scene()
    driver.pad(pygame.CONTROLLER_BUTTON_START, pygame.CONTROLLER_BUTTON_START)
    assert driver.name == "ScenePage"


def test_the_directional_pad_moves_the_frame_and_a_takes() -> None:
    driver = in_scene()
    before, first = driver.session.view(), driver.page.focus
    driver.pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    assert driver.page.focus != first
    driver.pad(pygame.CONTROLLER_BUTTON_DPAD_UP)
    assert driver.page.focus == first
    driver.pad(A)
    assert driver.session.view() != before


def test_a_push_of_the_stick_moves_once_and_again_only_while_it_is_held() -> None:
    driver = in_scene()
    keys = driver.page.keys()
    driver.stick(0.1, 0.9)
    for _ in range(5):
        driver.wait(0.05)
    assert driver.page.focus == keys[1]
    driver.wait(0.6)
    assert driver.page.focus == keys[2]
    driver.stick(0, 0)
    driver.wait(2)
    assert driver.page.focus == keys[2]


def test_a_stick_that_trembles_wakes_nobody() -> None:
    driver = Driver(FakeSession())
    focus, flips = driver.page.focus, driver.flips
    for value in (0.2, -0.3, 0.5, 0.1, 0.59, 0.0):
        driver.stick(value, value)
        driver.stick(value, value, right=True)
        driver.wait(3)
    assert (driver.page.focus, driver.flips) == (focus, flips)


def test_a_stick_that_lies_on_its_side_stops_at_last() -> None:
    driver = Driver(FakeSession())
    driver.stick(0, 1)
    for _ in range(100):
        driver.wait(0.3)
    flips = driver.flips
    for _ in range(100):
        driver.wait(0.3)
    assert driver.flips == flips


def test_the_right_stick_scrolls_while_it_is_held() -> None:
    driver = Driver(FakeSession(at=3), size=(800, 600))
    driver.begin()
    driver.key(pygame.K_l)
    assert driver.page.column.at_end
    driver.stick(0, -1, right=True)
    for _ in range(200):
        driver.wait(0.11)
    assert driver.page.column.rect(0).top == driver.page.column.body.top


def read(reader: Reader, kind: int, **values: object) -> Intent | None:
    return reader.read(pygame.Event(kind, **values))


def test_a_gamepad_that_is_pulled_out_lets_go_of_everything() -> None:
    reader = Reader()
    push = {"instance_id": 7, "axis": 1, "value": 32767}
    assert read(reader, pygame.CONTROLLERAXISMOTION, **push) == intents.Move(1, "down")
    reader.beat(0)
    read(reader, pygame.CONTROLLERDEVICEREMOVED, instance_id=7)
    assert reader.beat(60) is None
    assert read(reader, pygame.CONTROLLERAXISMOTION, **push) == intents.Move(1, "down")


def test_one_that_is_pulled_out_before_it_could_be_opened_is_no_fault() -> None:
    driver = Driver(FakeSession())
    pygame.event.post(pygame.Event(pygame.CONTROLLERDEVICEADDED, device_index=9, guid=""))
    pygame.event.post(pygame.Event(pygame.JOYDEVICEADDED, device_index=9, guid=""))
    pygame.event.post(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=9))
    driver.window.once()
    assert not driver.faults


def test_triggers_are_buttons_that_are_pulled() -> None:
    reader, found = Reader(), []
    for value in (3000, 25000, 32767, 15000, 25000, 0, 32767):
        pull = {"instance_id": 0, "axis": pygame.CONTROLLER_AXIS_TRIGGERLEFT, "value": value}
        found.append(read(reader, pygame.CONTROLLERAXISMOTION, **pull))
    undo = intents.Do("undo")
    assert found == [None, undo, None, None, None, None, undo]


def test_a_plain_joystick_plays_as_well() -> None:
    reader = Reader()
    down = read(reader, pygame.JOYHATMOTION, instance_id=1, hat=0, value=(0, -1))
    assert down == intents.Move(1, "down")
    assert read(reader, pygame.JOYHATMOTION, instance_id=1, hat=0, value=(0, 0)) is None
    taken = read(reader, pygame.JOYBUTTONDOWN, instance_id=1, button=0)
    assert taken == intents.Confirm()
    assert read(reader, pygame.JOYAXISMOTION, instance_id=1, axis=4, value=-1.0) is None
    assert read(reader, pygame.JOYBUTTONDOWN, instance_id=1, button=60) is None


def test_two_gamepads_take_turns() -> None:
    driver = Driver(FakeSession())
    keys = driver.page.keys()
    driver.pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN, pad=0)
    driver.pad(pygame.CONTROLLER_BUTTON_DPAD_UP, pad=3)
    assert driver.page.focus == keys[0]
