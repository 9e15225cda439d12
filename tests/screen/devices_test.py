"""Each device alone: the story of this house from the title page to the last one and back, with
everything on the way that a player may want besides."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.commands.wiring import INSTRUMENTS, SPECS
from game.folders import default_story
from game.play.saves import Shelf
from game.screen.blocks.field import FIELD
from game.screen.screens.run_page import CHOICE, RunPage
from game.screen.settings import Settings
from game.session import Session
from game.story.load import load
from game.story.model import Story
from tests.screen.devices import DEVICES, Device
from tests.screen.drive import Driver

WANTED = ("scroll", "precisely", "sill", "joke", "read-short", "evenings", "done", "on")
"""Choices in the order in which they are preferred; without any of them, the first."""


@cache
def story() -> Story:
    return load(default_story(), SPECS)


def player(device: type[Device], folder: Path) -> Device:
    session = Session(story(), INSTRUMENTS, lambda: 7, Shelf(folder))
    settings = Settings(reduced_motion=True, scanning=device.scanning)
    return device(Driver(session, settings=settings))  # type: ignore[arg-type]


def play_on(device: Device) -> str | None:
    """Takes one choice -> what was met: an instrument, or a field."""
    page = device.driver.page
    assert isinstance(page, RunPage)
    open_now = [option.id for option in page.view.options if option.open]
    met = FIELD if FIELD in page.rects() else page.view.playing
    chosen = next((id for id in WANTED if id in open_now), open_now[0])
    device.take(CHOICE + chosen)
    for _ in range(12 if page.view.ticking else 1):
        device.driver.wait(0.5)
    return met


@pytest.mark.parametrize("kind", DEVICES)
def test_each_device_alone_plays_to_the_last_page_and_back(
    kind: type[Device], tmp_path: Path
) -> None:
    device = player(kind, tmp_path)
    driver, met = device.driver, set[str | None]()
    device.take("new museum")
    device.take("notes")
    for _ in range(60):
        if driver.name == "BetPage":
            break
        met.add(play_on(device))
    assert driver.name == "BetPage"
    device.take("bet:1")
    assert driver.name == "EndPage"
    assert {FIELD, "reading-strip", "draft"} <= met
    device.take("title")
    assert driver.name == "TitlePage"
    assert driver.faults == []


@pytest.mark.parametrize("kind", DEVICES)
def test_each_device_alone_comes_to_all_that_is_beside_the_story(
    kind: type[Device], tmp_path: Path
) -> None:
    device = player(kind, tmp_path)
    driver = device.driver
    device.take("new museum")
    device.take("notes")
    play_on(device)

    for key in ("menu", "settings", "larger", "back", "back"):
        device.take(key)
    assert driver.stage.settings.text_size > Settings().text_size
    assert isinstance(driver.page, RunPage)

    device.take("ledger")
    device.take(f"entry:{driver.session.ledger()[-1].number}")
    assert "The rule for" in driver.page.says()
    device.take("back")

    device.take("log")
    device.take("back")
    told = driver.session.view().lines
    for key in ("menu", "save", "slot-1", "back"):
        device.take(key)
    play_on(device)
    assert driver.session.view().lines != told
    for key in ("menu", "load", "slot-1"):
        device.take(key)
    assert driver.session.view().lines == told
    device.take("undo")
    assert isinstance(driver.page, RunPage)
    assert driver.faults == []
