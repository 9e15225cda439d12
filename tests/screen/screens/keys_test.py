"""The page of keys and buttons: what is pressed there is what counts from then on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame

from game.screen.hands.bindings import Bindings, read_bindings
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession

A, X = pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_X


def at_keys(data: Path | None = None) -> Driver:
    driver = Driver(FakeSession(), data=data)
    driver.click("settings")
    driver.click("keys")
    assert driver.name == "KeysPage"
    return driver


def said(driver: Driver) -> str:
    """All words on the page, with what stands small on the strips."""
    notes = (note for block in driver.page.column.blocks for note in getattr(block, "notes", ()))
    return "\n".join([driver.page.says(), *notes])


def back_in_scene(driver: Driver) -> None:
    driver.keys(pygame.K_ESCAPE, pygame.K_ESCAPE)
    driver.click("new")
    driver.click("notes")
    driver.key(pygame.K_RETURN)
    assert driver.name == "ScenePage"


def test_a_key_that_is_asked_for_counts_from_then_on_and_is_kept(tmp_path: Path) -> None:
    driver = at_keys(tmp_path)
    driver.click("action:log")
    assert "Press the key or button" in said(driver)
    driver.key(pygame.K_q)
    assert "Key: Q" in said(driver)
    assert read_bindings(tmp_path) == driver.stage.bindings != Bindings()
    back_in_scene(driver)
    driver.key(pygame.K_l)
    assert driver.name == "ScenePage"
    driver.key(pygame.K_q)
    assert driver.name == "LogPage"


def test_a_button_is_given_in_the_same_way() -> None:
    driver = at_keys()
    driver.click("action:menu")
    driver.pad(X)
    assert "“Log” has lost it" in said(driver)
    back_in_scene(driver)
    driver.pad(X)
    assert driver.name == "MenuPage"


def test_escape_the_mouse_and_a_finger_can_keep_it_as_it_is() -> None:
    driver = at_keys()
    driver.click("action:log")
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "KeysPage" and not driver.page.asking
    driver.click("action:log")
    driver.click("keep")
    driver.tap("action:log")
    driver.tap("keep")
    assert not driver.page.asking and driver.stage.bindings == Bindings()


def test_the_frame_is_on_the_line_that_was_asked() -> None:
    driver = at_keys()
    driver.click("action:save")
    driver.key(pygame.K_q)
    assert driver.page.focus == "action:save"


def test_all_is_as_it_was_at_first_again() -> None:
    driver = at_keys()
    driver.click("action:log")
    driver.key(pygame.K_q)
    driver.click("reset")
    assert driver.stage.bindings == Bindings()
    assert "as they were" in said(driver)


def test_a_key_with_control_or_a_shift_alone_is_not_taken_for_an_answer() -> None:
    driver = at_keys()
    driver.click("action:log")
    driver.key(pygame.K_LSHIFT, pygame.KMOD_LSHIFT)
    driver.key(pygame.K_q, pygame.KMOD_LCTRL)
    assert driver.page.asking and driver.window.open


def test_whoever_plays_with_switches_cannot_give_them_away() -> None:
    driver = at_keys()
    driver.stage.change_settings(replace(driver.stage.settings, scanning="one"))
    driver.page.refresh()
    driver.click("action:log")
    assert not driver.page.asking
