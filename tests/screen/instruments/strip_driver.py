"""Drives the window to the reading strip."""

from __future__ import annotations

from game.screen.drawing import Drawing
from game.screen.screens.instrument import InstrumentPage
from tests.screen.drive import Driver
from tests.screen.fake_instruments import Reader


def reading(session: Reader | None = None, **driven: object) -> Driver:
    driver = Driver(session or Reader(), **driven)  # type: ignore[arg-type]
    driver.begin()
    assert driver.name == "InstrumentPage"
    return driver


def run_of(driver: Driver) -> Reader:
    assert isinstance(driver.session, Reader)
    return driver.session


def drawing(driver: Driver) -> Drawing:
    assert isinstance(driver.page, InstrumentPage)
    assert driver.page.drawing is not None
    return driver.page.drawing


def pass_ticks(driver: Driver, ticks: int) -> None:
    for _ in range(ticks):
        driver.wait(0.1)
