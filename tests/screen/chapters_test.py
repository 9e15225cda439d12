"""Chapter select and skipping in the window, driven by keys and the mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.play.remembered import Remembered
from game.play.saves import Shelf
from game.screen.settings import Settings
from game.session import Session
from tests.play.small import small
from tests.screen.drive import Driver
from tests.screen.every_page import ROWS
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import LONG

YARD = """\
yard: {text: The yard., choices: {walk: {text: Walk., go: lane}, stay: {text: Stay., go: yard}}}
lane: {text: The lane., go: steps}
steps: {text: The steps., go: street}
"""
STREETS = """\
chapter: streets
title: The Streets
about: Where they sell everything.
begin: street
scenes:
  street: {text: The street., choices: {home: {text: Home., go: yard}, rest: {text: Rest., end: o}}}
"""


def real(folder: Path) -> Session:
    (folder / "streets.yaml").write_text(STREETS, encoding="utf-8")
    story, known = small(folder, YARD), Remembered(folder / "known.json")
    return Session(story, {}, lambda: 1, Shelf(folder / "saves"), remembered=known)


def driver_of(session: Session) -> Driver:
    return Driver(session)  # type: ignore[arg-type]


def test_a_chapter_that_was_reached_is_begun_from_the_title_page(tmp_path: Path) -> None:
    first = driver_of(real(tmp_path))
    assert "chapters" not in first.page.rects()
    first.click("new")
    first.click("notes")
    for _ in range(3):
        first.key(pygame.K_1)
    assert "The street." in first.page.says()
    first.stage.leave()
    again = driver_of(real(tmp_path))
    again.click("chapters")
    assert again.name == "ChaptersPage"
    assert "The Streets" in again.page.says()
    again.key(pygame.K_1)
    assert "the one before it is lost" in again.page.says()
    again.key(pygame.K_1)
    assert again.name == "ScenePage"
    assert "The street." in again.page.says()
    again.key(pygame.K_2)
    again.click("again")
    again.click("notes")
    assert "The street." in again.page.says(), "playing again begins there again"
    assert again.faults == []


def test_a_card_says_what_a_chapter_is_about_and_whether_it_was_reached() -> None:
    driver = Driver(FakeSession(rows=ROWS))
    driver.click("chapters")
    notes = [getattr(block, "notes", ()) for block in driver.page.column.blocks]
    assert ("From the start.", "Reached before") in notes
    assert ("A friend rings at seven past eight.", "Not reached yet") in notes
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "TitlePage"
    driver.click("chapters")
    driver.keys(pygame.K_2, pygame.K_1)
    assert driver.session.calls == ["new double-time"]


@pytest.mark.parametrize("way", ["key", "button"])
def test_skip_goes_on_to_the_next_choice_and_undo_comes_back(tmp_path: Path, way: str) -> None:
    session = real(tmp_path)
    session.new()
    for choice in ("walk", "on", "on", "home"):
        session.choose(choice)
    driver = driver_of(session)
    driver.click("new")
    driver.click("notes")
    assert "Read before" in driver.page.says()
    assert "skip" not in driver.page.rects(), "it takes no decision"
    driver.key(pygame.K_k)
    assert "The yard." in driver.page.says()
    driver.key(pygame.K_1)
    assert "The lane." in driver.page.says()
    driver.click("skip") if way == "button" else driver.key(pygame.K_k)
    assert "The street." in driver.page.says()
    driver.key(pygame.K_z)
    assert "The steps." in driver.page.says()
    driver.key(pygame.K_z)
    assert "The lane." in driver.page.says()
    assert driver.faults == []


def test_what_is_new_does_not_say_that_it_was_read() -> None:
    driver = Driver(FakeSession(at=1))
    driver.click("new")
    driver.click("notes")
    driver.key(pygame.K_1)
    assert "Read before" not in driver.page.says()
    driver.key(pygame.K_k)
    assert "skip" not in driver.session.calls


@pytest.mark.parametrize(("skip_read", "quiet"), [(True, "quiet"), (False, "ink")])
def test_with_the_setting_a_page_read_before_opens_quietly_at_its_choices(
    skip_read: bool, quiet: str
) -> None:
    session = FakeSession(order=(LONG, LONG), read_before=True, can_skip=True)
    settings = replace(Settings(reduced_motion=True), skip_read=skip_read)
    driver = Driver(session, settings=settings)
    driver.click("new")
    driver.click("notes")
    assert driver.page.column.at_end is skip_read
    tones = {
        getattr(block, "tone", None)
        for block in driver.page.column.blocks
        if getattr(block, "text", "").startswith("Paragraph")
    }
    assert tones == {quiet}
    driver.wheel(1)
    driver.resize((1920, 1080))
    assert driver.page.column.at_end is False, "what the reader scrolls stays"
