"""The pages on which a player reads what is kept, takes it back, or burns it."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.errors import GameError
from game.mirror.notebook import Notebook
from tests.screen.drive import Driver
from tests.screen.fake_desk import NOTES_TOLD, STUDY
from tests.screen.fake_session import FakeSession


def in_menu(session: FakeSession | None = None) -> Driver:
    driver = Driver(session or FakeSession())
    driver.begin()
    driver.key(pygame.K_m)
    assert driver.name == "MenuPage"
    return driver


# --- reading it --------------------------------------------------------------------------------


def test_the_menu_leads_to_all_notes_and_to_their_file() -> None:
    driver = in_menu()
    driver.session.mirror.notebook = Notebook(Path("kept") / "abc.jsonl")
    driver.click("notes")
    for sentence in NOTES_TOLD:
        assert sentence in driver.page.says()
    assert str(Path("kept") / "abc.jsonl") in driver.page.says()
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "MenuPage"


def test_why_a_note_could_not_be_written_is_said() -> None:
    driver = in_menu()
    driver.session.mirror.notebook.trouble = "A note could not be written: No space left."
    driver.click("notes")
    assert "No space left" in driver.page.says()


def test_a_run_without_notes_says_so() -> None:
    driver = Driver()
    driver.keys(pygame.K_RETURN, pygame.K_2, pygame.K_m)
    driver.click("notes")
    assert "No notes are kept of this run." in driver.page.says()
    assert NOTES_TOLD[0] not in driver.page.says()


# --- burning it --------------------------------------------------------------------------------


def before_burning(session: FakeSession | None = None) -> Driver:
    driver = in_menu(session)
    driver.click("notes")
    driver.click("burn")
    assert driver.name == "BurnPage"
    return driver


def test_it_is_said_beforehand_what_is_burnt_and_what_is_out_of_reach() -> None:
    said = before_burning(FakeSession(studied=True)).page.says()
    for words in ("notes", "saves", "remembered as read", "the comparison", "worn disk"):
        assert words in said
    assert "comparison" not in before_burning().page.says()


def test_burning_is_asked_for_twice_and_only_the_title_page_is_left() -> None:
    driver = before_burning()
    driver.click("burn")
    assert "burn" not in driver.session.calls
    assert "Press Burn once more" in driver.page.says()
    driver.click("burn")
    assert driver.session.calls[-1] == "burn"
    assert "The notes are deleted." in driver.page.says()
    assert driver.page.keys() == ["title"] and len(driver.window.screens) == 1
    for key in (pygame.K_l, pygame.K_g, pygame.K_z, pygame.K_s):
        driver.key(key)
        assert driver.name == "AshesPage"
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "TitlePage"
    assert driver.faults == []


def test_whoever_goes_back_burns_nothing() -> None:
    driver = before_burning()
    driver.click("burn")
    driver.key(pygame.K_ESCAPE)
    driver.click("burn")
    assert "burn" not in driver.session.calls, "it is asked anew"


def test_what_could_not_be_burnt_is_said_and_can_be_tried_again() -> None:
    class Stubborn(FakeSession):
        def burn(self) -> list[str]:
            raise GameError("Not everything could be deleted: Permission denied. Try again.")

    driver = before_burning(Stubborn())
    driver.click("burn")
    driver.click("burn")
    assert driver.name == "BurnPage"
    assert "Permission denied" in driver.page.says()


# --- taking it back ----------------------------------------------------------------------------


def test_answers_are_removed_after_one_question() -> None:
    driver = in_menu(FakeSession(studied=True))
    driver.click("withdraw")
    driver.click("back")
    assert "withdraw" not in driver.session.calls
    driver.click("withdraw")
    driver.click("remove")
    assert driver.session.calls[-1] == "withdraw"
    assert driver.name == "MenuPage"
    assert "Your answers are removed." in driver.page.says()


def test_the_menu_speaks_of_a_comparison_only_where_there_is_one() -> None:
    assert not {"protocol", "withdraw"} & set(in_menu().page.rects())
    driver = Driver(FakeSession(studied=True))
    driver.keys(pygame.K_RETURN, pygame.K_2, pygame.K_m)
    assert "withdraw" not in driver.page.rects(), "nothing of this run is counted"
    driver.click("protocol")
    assert STUDY.question in driver.page.says()
