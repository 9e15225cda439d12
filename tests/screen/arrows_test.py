"""The arrows follow the picture: to what is seen above, below or beside."""

from __future__ import annotations

import pygame
import pytest

from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.every_page import EVERY_PAGE, driven
from tests.screen.instruments.strip_driver import reading

CALM = Settings(reduced_motion=True)
DRAWN = ("strip", "draft")
UP, DOWN, LEFT, RIGHT = pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT


def on(name: str, size: tuple[int, int] = (1280, 720)) -> Driver:
    return driven(name, size, CALM, drawn=True)


def went(driver: Driver, *keys: int) -> str | None:
    driver.keys(*keys)
    return driver.page.focus


def test_up_and_down_stay_on_their_side_of_two_columns() -> None:
    driver = on("menu")
    driver.page.focus = "log"
    assert went(driver, DOWN) == "cards"
    assert went(driver, DOWN) == "so-far"
    assert went(driver, RIGHT, UP) == "settings"
    assert went(driver, UP) == "ledger"


def test_left_and_right_stay_in_their_row() -> None:
    driver = on("menu")
    driver.page.focus = "cards"
    assert [went(driver, key) for key in (RIGHT, RIGHT, LEFT, LEFT)] == [
        *("settings", "cards", "settings", "cards")
    ]


def test_the_two_strips_for_the_size_of_the_text_are_beside_each_other() -> None:
    driver = on("settings")
    driver.page.focus = "smaller"
    assert went(driver, RIGHT) == "larger"
    assert went(driver, DOWN) == "easy_type"


def test_beside_a_sheet_the_arrows_lead_to_its_buttons_and_back() -> None:
    driver = on("settings")
    driver.page.focus = "larger"
    assert went(driver, RIGHT) in ("back", "first")
    assert went(driver, LEFT) in driver.in_column()


@pytest.mark.parametrize("size", [(1280, 720), (800, 600), (1080, 1920)])
@pytest.mark.parametrize("name", [name for name in EVERY_PAGE if name not in DRAWN])
def test_down_passes_every_row_and_right_all_that_stands_in_it(
    name: str, size: tuple[int, int]
) -> None:
    driver = on(name, size)
    passed: set[str | None] = set()
    for _ in range(40):
        focus = went(driver, DOWN)
        row = [focus]
        while len(row) == len(set(row)):
            row.append(went(driver, RIGHT))
        passed.update(row)
        if passed >= set(driver.page.keys()):
            break
        driver.page.focus = focus
        driver.page.bring(focus)
    assert passed >= set(driver.page.keys())


def test_up_on_the_phone_does_nothing_where_nothing_scrolls_up() -> None:
    driver = reading()
    focus = driver.page.focus
    assert went(driver, UP, UP) == focus
    keys = driver.page.keys()
    assert {went(driver, RIGHT) for _ in keys} == set(keys)


def test_what_is_shown_is_clear_of_the_fading_edge() -> None:
    settings = Settings(reduced_motion=True, high_contrast=True, text_size=44)
    driver = driven("settings", (1080, 1920), settings, drawn=True)
    page, veil = driver.page, driver.page.kit.frame.text
    keys = page.keys()
    for key in keys:
        page.focus = key
        page.bring(key)
        driver.wait(0.1)
        column, rect = page.column, page.rects()[key]
        if key in driver.in_column() and not column.at_end:
            assert rect.bottom <= column.body.bottom - veil, key


def test_no_time_limits_are_drawn_as_on_for_whoever_uses_switches() -> None:
    for settings, on in ((Settings(scanning="two"), True), (Settings(), False)):
        blocks = driven("settings", (1280, 720), settings).page.blocks()
        row = next(block for block in blocks if block.key == "untimed")
        assert getattr(row, "on", None) is on
