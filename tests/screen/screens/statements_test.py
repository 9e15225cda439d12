"""The closing statements: judged one by one, answered by cards."""

from __future__ import annotations

import pygame
import pytest

from game.screen.screens import ways
from tests.screen.drive import Driver
from tests.screen.fake_desk import STATEMENTS
from tests.screen.fake_session import FakeSession


def opened(session: FakeSession | None = None) -> Driver:
    driver = Driver(session or FakeSession())
    driver.begin()
    change = ways.statements(driver.stage)
    driver.window._change(change)
    driver.window.once()
    assert driver.name == "StatementsPage"
    return driver


def judged(driver: Driver) -> list[str]:
    return [call for call in driver.session.calls if call.startswith("judge")]


def test_each_is_judged_and_answered_and_at_the_end_it_is_said_how_they_were_told_apart() -> None:
    driver = opened()
    kinds = {"true": "True.", "false": "False.", "myth": "Widely printed, and false."}
    for number, statement in enumerate(STATEMENTS, 1):
        assert f"STATEMENT {number} OF 3" in driver.page.says()
        assert statement.says in driver.page.says()
        assert kinds[statement.truth] not in driver.page.says(), "not before it is judged"
        driver.click("not-true")
        said = driver.page.says()
        card = driver.session.mirror.answer_to(statement)
        for words in (kinds[statement.truth], card.text, card.kind, "You called it not true."):
            assert words in said
        driver.click("on")
    assert driver.session.mirror.apart in driver.page.says()
    assert judged(driver) == [f"judge {each.id} False" for each in STATEMENTS]
    driver.click("back")
    assert driver.name == "NotePage"
    assert driver.faults == []


def test_the_first_word_counts_however_often_one_presses() -> None:
    driver = opened()
    spot = driver.page.rects()["true"].center
    for _ in range(3):
        driver.click_at(spot)
    driver.keys(pygame.K_2)
    assert judged(driver) == ["judge bands True"]


def test_numbers_judge_and_lead_on() -> None:
    driver = opened()
    driver.keys(pygame.K_1, pygame.K_1, pygame.K_2, pygame.K_1, pygame.K_2, pygame.K_1)
    assert [call.split()[-1] for call in judged(driver)] == ["True", "False", "False"]
    driver.key(pygame.K_1)
    assert len(judged(driver)) == 3


def test_whoever_leaves_goes_on_where_they_were() -> None:
    driver = opened()
    driver.click("true")
    driver.key(pygame.K_ESCAPE)
    driver.window._change(ways.statements(driver.stage))
    assert "STATEMENT 2 OF 3" in driver.page.says()


def test_who_printed_a_myth_is_said_with_its_answer() -> None:
    driver = opened()
    driver.keys(pygame.K_1, pygame.K_1)
    assert "Many newspapers" not in driver.page.says()
    driver.key(pygame.K_1)
    assert "Many newspapers, 2018" in driver.page.says()


def test_a_story_without_statements_has_no_such_page(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver()
    monkeypatch.setattr(type(driver.session.mirror), "statements", ())
    assert ways.statements(driver.stage) is None
