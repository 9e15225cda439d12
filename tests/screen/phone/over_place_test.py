"""The phone over a place: what is on it can be read, and stays on it, in every window."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pygame
import pytest
from pygame import Rect

from game.play.phone_view import Phone
from game.screen.screens.scene import ScenePage
from game.screen.settings import Settings
from game.screen.theme import PAPER
from tests.screen.drawn import drawn_words
from tests.screen.drive import SIZES, Driver
from tests.screen.fake_phones import (
    APP,
    CHAT,
    GOES_ON,
    LONG_CHAT,
    PLAIN_APP,
    RANKING,
    READING,
    RINGS,
    Phoned,
)

WINDOWS = ((640, 480), (480, 640), *SIZES)
PHONES = (APP, PLAIN_APP, READING, CHAT, LONG_CHAT, RINGS, GOES_ON, RANKING)


def shown(phone: Phone, size: tuple[int, int] = (1280, 720), text: int = 28) -> Driver:
    """A window on a scene with this phone, not drawn yet."""
    settings = Settings(text_size=text, reduced_motion=True)
    driver = Driver(Phoned(at=0, phone=phone), size, settings, drawn=False)
    driver.window.screens = [ScenePage(driver.stage)]
    return driver


def page_of(driver: Driver) -> ScenePage:
    assert isinstance(driver.page, ScenePage)
    return driver.page


def words_on(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Rect]]:
    """What is written on the phone, and where."""
    phone = page_of(driver).phone
    assert phone is not None
    return drawn_words(monkeypatch, phone.draw, driver.size)


CASES = list(itertools.product(PHONES, WINDOWS[:-1], (28, 56)))


@pytest.mark.parametrize(("phone", "size", "text"), CASES)
def test_all_words_stand_on_the_glass_and_in_the_picture(
    phone: Phone, size: tuple[int, int], text: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = shown(phone, size, text)
    page = page_of(driver)
    page.lay()
    assert page.phone is not None
    glass = page.phone.body.screen.clip(page.kit.frame.picture)
    said = words_on(driver, monkeypatch)
    assert said
    assert [(words, box) for words, box in said if not glass.contains(box.inflate(0, -8))] == []
    boxes = [box.inflate(0, -box.height // 3) for _, box in said]
    assert not [one for one, two in itertools.combinations(boxes, 2) if one.colliderect(two)]
    assert driver.faults == []


@pytest.mark.parametrize("size", WINDOWS[:-1])
def test_the_newest_message_is_in_view(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = shown(CHAT, size)
    page_of(driver).lay()
    said = [words for words, _ in words_on(driver, monkeypatch)]
    assert "A photograph." in said


def test_a_message_that_is_too_long_for_the_phone_shows_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = replace(CHAT, lines=(CHAT.lines[0]._replace(text="So it began. " + "Rain. " * 400),))
    driver = shown(long, (800, 600), 56)
    page_of(driver).lay()
    said = " ".join(words for words, _ in words_on(driver, monkeypatch))
    assert said.endswith("Rain.")
    assert "…" in said
    assert "So it began." not in said


def test_of_a_ranking_the_own_row_is_always_there(monkeypatch: pytest.MonkeyPatch) -> None:
    many = replace(
        RANKING, ranks=(*RANKING.ranks[:1] * 30, *RANKING.ranks, *RANKING.ranks[-1:] * 30)
    )
    for size in WINDOWS[:-1]:
        driver = shown(many, size, 56)
        page_of(driver).lay()
        said = [words for words, _ in words_on(driver, monkeypatch)]
        assert {"You", "223"} <= set(said)


def test_the_column_does_not_repeat_the_standing_that_the_app_says() -> None:
    small = (800, 600)
    assert "216" not in shown(APP, small, 56).page.says()
    assert "216 points" in shown(CHAT, small, 56).page.says()


def test_the_tag_of_the_score_stands_clear_of_the_phone() -> None:
    for size, phone in itertools.product(SIZES, (APP, CHAT)):
        driver = shown(phone, size)
        page = page_of(driver)
        page.lay()
        assert page.phone is not None
        assert not [tag for tag in page.tags if tag.rect.colliderect(page.phone.body.phone)]
    assert page_of(shown(CHAT, (1920, 1080))).tags == []
    wide = shown(CHAT, (1920, 1080))
    wide.page.lay()
    assert page_of(wide).tags, "there is room for both"


@pytest.mark.parametrize("phone", [PLAIN_APP, READING, CHAT, RINGS, GOES_ON])
def test_nothing_on_a_phone_without_a_standing_is_vermilion(phone: Phone) -> None:
    driver = shown(phone, (800, 600))
    driver.window.once()
    surface = pygame.display.get_surface()
    assert surface is not None
    over = page_of(driver).phone
    assert over is not None
    part = pygame.PixelArray(surface.subsurface(over.body.screen.clip(surface.get_rect())))
    found = {surface.unmap_rgb(value)[:3] for row in part for value in set(row)}
    part.close()
    assert not found & {PAPER.score, PAPER.score_surface, PAPER.on_ink_score}
