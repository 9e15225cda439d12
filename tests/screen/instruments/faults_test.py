"""A drawing that fails ends where all faults do: logged once, and the run can be gone on with."""

from __future__ import annotations

import pygame
import pytest

from game.screen.instruments.reading_strip import ReadingStrip
from tests.screen.drive import Driver
from tests.screen.fake_instruments import RINGS, Reader


def fail(*_: object) -> object:
    raise ZeroDivisionError


def reading() -> Driver:
    driver = Driver(Reader())
    driver.begin()
    assert driver.name == "InstrumentPage"
    return driver


def assert_told_once(driver: Driver) -> None:
    assert [type(fault) for fault in driver.faults] == [ZeroDivisionError]
    assert driver.name == "TroublePage"


@pytest.mark.parametrize("part", ["lay", "draw", "step", "gesture", "taken", "spots", "show"])
def test_a_fault_in_any_part_of_a_drawing_is_logged_once(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = reading()
    monkeypatch.setattr(ReadingStrip, part, fail)
    driver.point((400, 300))
    driver.keys(pygame.K_TAB, pygame.K_1)
    driver.wait(0.1)
    assert_told_once(driver)


def test_a_fault_as_it_is_laid_out_for_a_press_that_comes_late_is_logged_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = reading()
    for _ in range(RINGS):
        driver.wait(0.1)
    monkeypatch.setattr(ReadingStrip, "lay", fail)
    pygame.display.set_mode((800, 600), pygame.RESIZABLE)
    pygame.event.post(pygame.Event(pygame.VIDEORESIZE, size=(800, 600), w=800, h=600))
    driver.key(pygame.K_2)
    assert_told_once(driver)
