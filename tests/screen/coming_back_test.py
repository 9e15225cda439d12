"""The story so far, the page that closes what was played, and saves, driven in the window."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.play.saves import Shelf
from game.screen.screens.menu import MenuPage
from game.screen.screens.saves import SavesPage
from game.session import Session
from tests.play.small import INSTRUMENTS, small
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession

SCENES = """\
yard:
  place: here
  text: The yard.
  choices:
    give: {text: Give it., so-far: You gave it away., deeds: [good], misses: whose, go: yard}
    keep: {text: Keep it., go: yard}
"""
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9">'
    '<rect width="16" height="9" fill="#204080"/></svg>'
)


def driven(folder: Path) -> Driver:
    """The window as it is opened anew on the saves in this folder."""
    (folder / "gate.svg").write_text(PICTURE, encoding="utf-8")
    story = small(folder, SCENES, places="{here: {name: The gate, picture: gate.svg}}")
    session = Session(story, INSTRUMENTS, lambda: 1, Shelf(folder / "saves"))
    return Driver(session)  # type: ignore[arg-type]


def played(folder: Path) -> Driver:
    """A window in which something was given away, and saved."""
    driver = driven(folder)
    driver.click("new")
    driver.click("notes")
    driver.keys(pygame.K_1, pygame.K_s)
    driver.click("slot-1")
    assert driver.name == "ScenePage"
    return driver


def test_continuing_shows_the_story_so_far_and_then_goes_on(tmp_path: Path) -> None:
    played(tmp_path)
    driver = driven(tmp_path)
    driver.click("continue")
    assert driver.name == "SoFarPage"
    assert "You gave it away." in driver.page.says() and "whose" in driver.page.says()
    driver.click("log")
    assert driver.name == "LogPage"
    driver.key(pygame.K_ESCAPE)
    driver.click("on")
    assert driver.name == "ScenePage"
    assert driver.faults == []


def test_a_save_that_is_loaded_another_day_shows_it_and_one_of_a_moment_ago_does_not(
    tmp_path: Path,
) -> None:
    driver = played(tmp_path)
    driver.key(pygame.K_ESCAPE)
    driver.click("load")
    driver.click("slot-1")
    assert driver.name == "ScenePage"
    driver = driven(tmp_path)
    driver.click("load")
    driver.click("slot-1")
    assert driver.name == "SoFarPage"


def test_escape_leads_from_the_story_so_far_to_the_run(tmp_path: Path) -> None:
    played(tmp_path)
    driver = driven(tmp_path)
    driver.click("continue")
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "ScenePage"
    driver.key(pygame.K_ESCAPE)
    driver.click("so-far")
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "MenuPage"


def test_stopping_closes_what_was_played_and_the_run_goes_on(tmp_path: Path) -> None:
    driver = played(tmp_path)
    driver.key(pygame.K_ESCAPE)
    driver.click("stop")
    assert driver.name == "StopPage"
    told = driver.page.says()
    assert "You made one choice in “One”." in told
    assert "+2 gained since the beginning" in told and "whose" in told
    assert "Continue on the title page goes on from here." in told
    for key, name in (("log", "LogPage"), ("ledger", "LedgerPage"), ("cards", "CardsPage")):
        driver.click(key)
        assert driver.name == name
        driver.key(pygame.K_ESCAPE)
    driver.click("on")
    assert driver.name == "ScenePage"
    driver.key(pygame.K_2)
    assert driver.faults == []


def test_there_is_nothing_to_stop_where_the_story_has_ended() -> None:
    for at, stops in ((1, True), (4, False)):
        driver = Driver(FakeSession(at=at))
        driver.window.screens = [MenuPage(driver.stage)]
        assert ("stop" in driver.page.rects()) is stops


def test_the_page_says_why_a_run_could_not_be_kept() -> None:
    driver = Driver(FakeSession())
    driver.click("new")
    driver.click("notes")
    driver.stage.session.trouble = "Could not save: the disk is full."  # type: ignore[misc]
    driver.key(pygame.K_ESCAPE)
    driver.click("stop")
    assert "the disk is full" in driver.page.says()
    assert "It is kept" not in driver.page.says()


def test_a_save_shows_the_picture_of_its_place(tmp_path: Path) -> None:
    driver = played(tmp_path)
    driver.key(pygame.K_s)
    surface = pygame.display.get_surface()
    assert surface is not None
    place = driver.page.rects()["slot-1"]
    spot = (place.left + driver.stage.kit.frame.text, place.centery)
    assert tuple(surface.get_at(spot))[:3] == (32, 64, 128)
    strip = next(block for block in driver.page.column.blocks if block.key == "slot-1")
    notes = getattr(strip, "notes", ())
    assert "You gave it away." in notes and any("The gate" in note for note in notes)


def test_a_save_is_deleted_when_it_is_asked_for_twice(tmp_path: Path) -> None:
    driver = played(tmp_path)
    driver.key(pygame.K_ESCAPE)
    driver.click("load")
    driver.click("deleting")
    driver.click("slot-1")
    assert (tmp_path / "saves" / "slot-1.json").exists()
    driver.click("slot-1")
    assert not (tmp_path / "saves" / "slot-1.json").exists()
    assert "Deleted Slot 1." in driver.page.says()
    driver.click("deleting")
    assert "slot-1" not in driver.page.rects()
    assert "Load" in driver.page.says()


def test_a_click_elsewhere_forgets_what_was_to_be_deleted(tmp_path: Path) -> None:
    driver = played(tmp_path)
    driver.key(pygame.K_ESCAPE)
    driver.click("load")
    driver.click("deleting")
    driver.click("slot-1")
    driver.click("autosave")
    driver.click("slot-1")
    assert (tmp_path / "saves" / "slot-1.json").exists()


def test_what_is_asked_before_a_save_goes_is_in_view() -> None:
    session = FakeSession(has_continue=True)
    for number in range(1, 7):
        session.save(f"slot-{number}")
    driver = Driver(session, size=(800, 600))
    driver.window.screens = [SavesPage(driver.stage, saving=False)]
    driver.click("deleting")
    for number in range(1, 7):
        driver.click(f"slot-{number}")
        driver.wait(1.0)
        strip = driver.page.rects()[f"slot-{number}"]
        assert driver.page.column.body.contains(strip)
