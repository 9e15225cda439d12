"""How to play: a small story that is opened from the title page, and left for it again."""

from __future__ import annotations

import pygame
import pytest

from game.commands.play import _lesson
from game.commands.test_story import run
from game.folders import how_to_play
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession


def at_the_title() -> Driver:
    driver = Driver(FakeSession(has_continue=True))
    driver.stage.lesson = _lesson
    driver.page.refresh()
    return driver


def test_the_lesson_is_played_to_its_end_and_the_story_waits() -> None:
    driver = at_the_title()
    driver.click("how-to-play")
    assert "You are early" in driver.page.says()
    driver.click("choice:order")
    driver.click("choice:tidy")
    driver.key(pygame.K_z)
    driver.click("choice:order")
    driver.click("choice:enough")
    assert driver.name == "TitlePage"
    assert driver.stage.session is driver.session
    driver.click("continue")
    assert driver.session.calls[-1] == "resume"
    assert driver.faults == []


def test_the_lesson_can_be_left_through_the_menu_and_closed_with_the_window() -> None:
    driver = at_the_title()
    driver.click("how-to-play")
    driver.key(pygame.K_ESCAPE)
    driver.click("title")
    assert driver.stage.session is driver.session
    driver.click("how-to-play")
    driver.stage.leave()
    assert driver.session.calls.count("leave") == 2
    assert driver.faults == []


def test_nothing_of_the_lesson_is_kept() -> None:
    driver = at_the_title()
    driver.click("how-to-play")
    driver.key(pygame.K_s)
    driver.key(pygame.K_RETURN)
    assert "Nothing is kept here" in driver.page.says()


def test_its_transcripts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(how_to_play()) == 0
    assert "all ok" in capsys.readouterr().out
