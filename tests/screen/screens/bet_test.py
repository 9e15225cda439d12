"""The guess before the last page, and before the mirror for whoever stops earlier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame
import pytest

from game.mirror.desk import Desk
from game.screen.screens import ways
from game.session import Session
from tests.mirror.twice import STROLL, knocks
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import END, ORDER


def at_the_end(bet_of: int) -> Driver:
    driver = Driver(FakeSession(bet_of=bet_of, order=(ORDER[1], END), at=1))
    driver.window.screens = [ways.page_of_run(driver.stage)]
    driver.window.once()
    return driver


def guesses(driver: Driver) -> list[str]:
    return [call for call in driver.session.calls if call.startswith("bet")]


def test_the_run_is_over_and_the_guess_comes_before_the_last_page() -> None:
    driver = Driver(FakeSession(bet_of=2))
    driver.click("new")
    while driver.name not in ("BetPage", "EndPage"):
        driver.key(pygame.K_1)
    assert driver.name == "BetPage"
    strips = [driver.page.column.blocks[n] for n in range(len(driver.page.column.blocks))]
    texts = [getattr(strip, "text", "") for strip in strips if strip.key]
    assert texts == ["None", "One", "Two", "I would rather not guess"]
    assert len({driver.page.rects()[strip.key].size for strip in strips if strip.key}) == 1


@pytest.mark.parametrize(
    ("key", "told"), [("bet:0", "bet 0"), ("bet:2", "bet 2"), ("rather-not", "bet None")]
)
def test_a_guess_is_taken_once_and_leads_to_the_last_page(key: str, told: str) -> None:
    driver = at_the_end(2)
    driver.click(key)
    assert guesses(driver) == [told]
    assert driver.name == "EndPage"
    driver.window.screens = [ways.page_of_run(driver.stage)]
    driver.window.once()
    assert driver.name == "EndPage"


def test_who_presses_once_too_often_has_guessed_nothing() -> None:
    driver = at_the_end(2)
    driver.key(pygame.K_RETURN)
    assert guesses(driver) == []


def test_a_figure_on_the_keyboard_is_a_guess() -> None:
    driver = at_the_end(2)
    driver.key(pygame.K_3)
    assert driver.name == "BetPage"
    driver.key(pygame.K_2)
    assert guesses(driver) == ["bet 2"]


def test_one_question_is_guessed_about_with_yes_or_no() -> None:
    driver = at_the_end(1)
    assert "No\nYes\nI would rather not guess" in driver.page.says()


def test_who_stops_early_guesses_looks_and_comes_back_into_the_story() -> None:
    driver = Driver(FakeSession(at=1, bet_of=2))
    driver.window.screens = [ways.page_of_run(driver.stage)]
    driver.window.once()
    driver.click("menu")
    driver.click("stop")
    driver.click("mirror")
    assert driver.name == "BetPage"
    driver.key(pygame.K_z)
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "StopPage" and "undo" not in driver.session.calls
    driver.click("mirror")
    driver.click("bet:1")
    assert driver.name == "MirrorPage"
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "StopPage"
    driver.click("mirror")
    assert driver.name == "MirrorPage", "it is guessed once"
    driver.click("back")
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "ScenePage"
    driver.click("menu")
    driver.click("mirror")
    assert driver.name == "MirrorPage"


def test_without_a_pair_nothing_leads_to_the_mirror() -> None:
    driver = Driver(FakeSession(at=1))
    for page in (ways.stop(driver.stage), ways.menu(driver.stage)):
        driver.window._change(page)
        driver.window.once()
        assert "mirror" not in driver.page.rects()


def played(folder: Path, acts: Sequence[str]) -> Driver:
    session = Session(knocks(folder), {}, lambda: 1, None, mirror=Desk(word=lambda: "word"))
    session.new()
    for act in acts:
        session.choose(act)
    driver = Driver(session)  # type: ignore[arg-type]
    driver.window.screens = [ways.page_of_run(driver.stage)]
    driver.window.once()
    return driver


def test_undo_ends_at_the_guess(tmp_path: Path) -> None:
    acts = ("wait", "give", *STROLL, "wait", "keep", "leave")
    driver = played(tmp_path, acts)
    assert driver.name == "BetPage"
    driver.click("undo")
    assert driver.name == "ScenePage"
    driver.key(pygame.K_3)
    driver.click("bet:1")
    assert driver.name == "EndPage"
    assert "You guessed that the score changed one." in driver.page.says()
    assert "undo" not in driver.page.rects()
    driver.key(pygame.K_z)
    assert driver.name == "EndPage"
    assert driver.faults == []


def test_a_run_without_notes_is_asked_nothing(tmp_path: Path) -> None:
    session = Session(knocks(tmp_path), {}, lambda: 1, None)
    session.new(noted=False)
    for act in ("wait", "give", *STROLL, "wait", "keep", "leave"):
        session.choose(act)
    driver = Driver(session)  # type: ignore[arg-type]
    driver.window.screens = [ways.page_of_run(driver.stage)]
    driver.window.once()
    assert driver.name == "EndPage"
    assert driver.page.says().strip() == "Nothing was noted. What you chose, you know."
    assert "record" in driver.page.rects() and "notes" not in driver.page.rects()
