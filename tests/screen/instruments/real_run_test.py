"""Real instruments in the window: a story with an article and a draft, by every hand."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.commands.wiring import INSTRUMENTS, SPECS
from game.screen.blocks.transcript import Entry, Taken
from game.screen.screens.instrument import InstrumentPage
from game.screen.settings import Settings
from game.session import Session
from game.story.load import load
from tests.screen.drive import Driver

STORY = """\
story: evening
title: Evening
about: For tests.
starts: kitchen
life: mei
people: {xiaoyu: Xiaoyu}
lives: {mei: {name: Mei, starts: 2019-01-18 20:07, opens: {lamp: 31}}}
deeds: {read: {name: reading, unit: minutes}}
variables: {out-coat: false, out-name: false}
places: {kitchen: The kitchen}
"""
LAMP = """\
system: lamp
name: Lamp
eyes: {app: always}
bands: {double: {hours: [20:00-22:30]}}
rules: {read: {points: 1, band: double}}
"""
SCENES = """\
chapter: evening
title: Evening
scenes:
  kitchen:
    place: kitchen
    text: The kettle.
    choices:
      open:
        text: Read on.
        play:
          reading-strip:
            {minutes: 2, pages: [one, two, three], reads: read, lit: double,
             rings: {after: 40, for: 60}}
        words:
          one: The first page.
          two: The second page.
          three: The third page.
          still: Still there?
          ringing: "xiaoyu: Can you talk?"
          missed: Missed.
          scroll: Scroll.
          answer: Answer.
          leave: Leave.
        outcomes: {read: desk, answered: {end: answered}, left: {end: left}}
  desk:
    place: kitchen
    text: "{points(lamp)} points."
    choices:
      write:
        text: Write.
        play:
          draft:
            most: 1
            sentences: [{id: coat, crossed: out-coat}, {id: name, crossed: out-name}]
        words: {page: "{left} left.", cross: "Cross out: {sentence}", done: Send., coat: My coat.,
          name: My name.}
        outcomes: {done: sent}
  sent: {text: "Sent. {if out-name}Nobody signed.{end}", end: sent}
"""


def evening(folder: Path, **set: bool) -> Driver:
    for name, text in (("story", STORY), ("lamp", LAMP), ("evening", SCENES)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    session = Session(load(folder, SPECS), INSTRUMENTS, lambda: 1, None)
    settings = Settings(reduced_motion=True, **set)
    driver = Driver(session, settings=settings)  # type: ignore[arg-type]
    driver.begin()
    driver.key(pygame.K_1)
    assert driver.name == "InstrumentPage"
    return driver


def page(driver: Driver) -> InstrumentPage:
    assert isinstance(driver.page, InstrumentPage)
    return driver.page


def wait(driver: Driver, seconds: float) -> None:
    for _ in range(round(seconds * 10)):
        driver.wait(0.1)


def where(driver: Driver) -> tuple[str, str | None]:
    view = driver.session.view()
    return view.scene, view.ending


@pytest.mark.parametrize("hand", ["wheel", "space", "strip"])
def test_an_article_is_read_to_its_end_and_told_as_a_deed(tmp_path: Path, hand: str) -> None:
    driver = evening(tmp_path)
    if hand == "wheel":
        drawing = page(driver).drawing
        assert drawing is not None
        driver.point(drawing.box.center)
    for _ in range(6):
        if driver.name != "InstrumentPage":
            break
        if hand == "wheel":
            driver.wheel(-1)
        elif hand == "space":
            driver.key(pygame.K_SPACE)
        else:
            driver.click_at(driver.page.rects()["choice:scroll"].center)
        wait(driver, 2)
    assert where(driver) == ("desk", None)
    assert "35 points" in driver.page.says()
    assert driver.faults == []


def test_time_that_nobody_reads_rings_and_then_rests(tmp_path: Path) -> None:
    driver = evening(tmp_path)
    wait(driver, 3)
    assert "Can you talk?" in driver.page.says()
    wait(driver, 1)
    assert "Still there?" in driver.page.says()
    wait(driver, 2)
    assert "Missed." in driver.page.says()
    before = driver.flips
    wait(driver, 5)
    assert driver.flips == before
    driver.key(pygame.K_2)
    assert where(driver) == ("kitchen", "left")


def test_who_rings_is_answered_by_pressing_the_card(tmp_path: Path) -> None:
    driver = evening(tmp_path)
    wait(driver, 3)
    drawing = page(driver).drawing
    assert drawing is not None
    driver.click_at(drawing.spots()["answer"].center)
    assert where(driver) == ("kitchen", "answered")


def test_without_time_limits_every_outcome_is_reached(tmp_path: Path) -> None:
    for keys, ended in (
        ((pygame.K_1,) * 4, ("desk", None)),
        ((pygame.K_1, pygame.K_3), ("kitchen", "answered")),
        ((pygame.K_1, pygame.K_2), ("kitchen", "left")),
    ):
        driver = evening(tmp_path, untimed=True)
        for key in keys:
            wait(driver, 10)
            if driver.name == "InstrumentPage":
                driver.key(key)
        assert where(driver) == ended


def test_an_article_is_taken_back_move_by_move(tmp_path: Path) -> None:
    driver = evening(tmp_path)
    driver.key(pygame.K_1)
    assert "The second page." in driver.page.says()
    driver.key(pygame.K_z)
    assert "The first page." in driver.page.says()
    driver.key(pygame.K_z)
    assert driver.name == "ScenePage"
    driver.keys(pygame.K_y, pygame.K_y)
    assert "The second page." in driver.page.says()


def test_a_move_is_taken_back_with_all_the_time_after_it_however_it_ended(tmp_path: Path) -> None:
    driver = evening(tmp_path)
    wait(driver, 1)
    for _ in range(3):
        driver.key(pygame.K_1)
        wait(driver, 1.9)
    assert where(driver) == ("desk", None)
    for told, minute in (("The third page.", "20:08"), ("The second page.", "20:07")):
        driver.key(pygame.K_z)
        assert driver.name == "InstrumentPage"
        assert told in driver.page.says() and minute in driver.page.says()
        wait(driver, 0.5)
    driver.keys(pygame.K_z, pygame.K_z)
    assert driver.name == "ScenePage"


def test_a_draft_is_written_with_the_mouse(tmp_path: Path) -> None:
    driver = evening(tmp_path, untimed=True)
    driver.keys(*[pygame.K_1] * 5)
    drawing = page(driver).drawing
    assert drawing is not None
    driver.click_at(drawing.spots()["name"].center)
    assert drawing.spots() == {}
    driver.click("choice:done")
    assert "Nobody signed." in "\n".join(line.text for line in driver.session.log())
    assert where(driver) == ("sent", None)


def test_the_log_has_what_the_article_and_the_draft_said(tmp_path: Path) -> None:
    driver = evening(tmp_path, untimed=True)
    driver.keys(*[pygame.K_1] * 6, pygame.K_l)
    assert driver.name == "LogPage"
    blocks = [block for block in driver.page.column.blocks if isinstance(block, Entry | Taken)]
    struck = [isinstance(block, Entry) and block.words.struck for block in blocks]
    said = [f"{b.text}{' (struck)' * out}" for b, out in zip(blocks, struck, strict=True)]
    assert said[2:] == [
        "The first page.",
        "The second page.",
        "Xiaoyu: Can you talk?",
        "The third page.",
        "Missed.",
        "35 points.",
        "Write.",
        "My coat.",
        "My name.",
        "My coat. (struck)",
    ]
