"""The route board in the window: departures are taken on the board, by every hand."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.commands.wiring import INSTRUMENTS, SPECS
from game.screen.drawing import Drawing
from game.screen.screens.instrument import InstrumentPage
from game.screen.settings import Settings
from game.session import Session
from game.story.load import load
from tests.screen.drive import SIZES, Driver

STORY = """\
story: sea
title: The sea
about: For tests.
starts: the-hall
life: mei
lives: {mei: {name: Mei, starts: 2019-03-04 07:30, opens: {barred: 1}}}
variables: {coins: {number: 300, least: 0}}
deeds: {ride: {name: on the way, unit: minutes}, fare: {name: fare, unit: coins}}
places: {hall: The hall}
"""
BARRED = "system: barred\nname: The List\nscale: list\neyes: {}\nrules: {}\n"
SCENES = """\
chapter: sea
title: The sea
scenes:
  the-hall:
    place: hall
    text: The hall.
    choices:
      board:
        text: Look at the departures.
        play:
          route-board:
            purse: coins
            ride: ride
            pays: fare
            change: half-way
            trains:
              - {id: express, name: The express, kind: G, hours: 2, fare: 90, open: barred}
              - {id: night, name: The night train, kind: D, hours: 9, fare: 500}
              - {id: local, name: The local, kind: K, hours: 6, fare: 40}
              - {id: slow, name: The slow train, kind: K, hours: 11, fare: 20}
        words:
          departures: Departures, {weekday}.
          train: "{name}: {hours} hours, {fare} coins"
          barred: "{name} is not sold to you."
          dear: "{name} costs {fare} coins; there are {purse}."
          riding: "In {name}, {hours} hours to go."
          on: Stay in your seat.
          leave: Go home.
        outcomes: {arrived: the-sea, gave-up: {go: at-home}}
  half-way: {text: Somebody shares out boiled eggs., return: true}
  the-sea: {text: The sea., end: the-sea}
  at-home: {text: Home., end: home}
"""


def hall(folder: Path, size: tuple[int, int] = (1280, 720), **set: int) -> Driver:
    for name, text in (("story", STORY), ("barred", BARRED), ("sea", SCENES)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    session = Session(load(folder, SPECS), INSTRUMENTS, lambda: 1, None)
    settings = Settings(reduced_motion=True, **set)  # type: ignore[arg-type]
    driver = Driver(session, size, settings)  # type: ignore[arg-type]
    driver.begin()
    driver.key(pygame.K_1)
    assert driver.name == "InstrumentPage"
    return driver


def drawing(driver: Driver) -> Drawing:
    assert isinstance(driver.page, InstrumentPage)
    assert driver.page.drawing is not None
    return driver.page.drawing


def test_a_train_is_taken_on_the_board_and_ridden_to_its_end(tmp_path: Path) -> None:
    driver = hall(tmp_path)
    assert driver.in_column() == {"choice:leave"}
    assert driver.page.focus == "choice:local", "the first that is sold"
    driver.key(pygame.K_RETURN)
    assert driver.session.view().scene == "half-way"
    driver.key(pygame.K_RETURN)
    assert driver.name == "InstrumentPage"
    assert "In The local, 3 hours to go." in driver.page.says()
    assert driver.in_column() == {"choice:on", "choice:leave"}
    driver.key(pygame.K_1)
    assert driver.session.view().scene == "the-sea"
    assert driver.faults == []


def test_a_train_that_is_not_sold_can_be_asked_and_says_why(tmp_path: Path) -> None:
    driver = hall(tmp_path)
    before = driver.pixels()
    driver.click_at(drawing(driver).spots()["express"].center)
    assert driver.page.focus == "choice:express"
    assert driver.pixels() != before, "the focus is seen there"
    driver.keys(pygame.K_RETURN, pygame.K_1)
    assert driver.session.view().scene == "the-hall"
    assert "The express is not sold to you." in driver.page.says()
    driver.click_at(drawing(driver).spots()["slow"].center)
    assert driver.session.view().scene == "half-way"


@pytest.mark.parametrize("size", SIZES[:-1])
@pytest.mark.parametrize("text", [26, 56])
def test_the_whole_board_can_be_read_in_every_window(
    tmp_path: Path, size: tuple[int, int], text: int
) -> None:
    driver = hall(tmp_path, size, text_size=text)
    column = drawing(driver).column
    assert driver.page.kit.frame.picture.contains(drawing(driver).box)
    assert drawing(driver).box.contains(column.body)
    for _ in range(5):
        focus = (driver.page.focus or "").removeprefix("choice:")
        if focus in drawing(driver).carries():
            assert drawing(driver).sees(focus)
        driver.key(pygame.K_TAB)
    assert driver.faults == []
