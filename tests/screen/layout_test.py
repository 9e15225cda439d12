"""Every screen fits in every size: nothing outside the window, nothing on top of another."""

from __future__ import annotations

import itertools

import pytest

from game.screen.intents import Scroll
from game.screen.layout import TARGET, frame_for
from game.screen.score_tag import tags_for
from game.screen.settings import Settings
from game.screen.theme import CONTRAST, PAPER, Theme, contrast
from tests.screen.drive import SIZES, Driver
from tests.screen.every_page import EVERY_PAGE, driven
from tests.screen.fake_story import CALL

CASES = [
    (name, size, text) for name, size in itertools.product(EVERY_PAGE, SIZES) for text in (26, 56)
]


def shown(name: str, size: tuple[int, int], text: int) -> Driver:
    return driven(name, size, Settings(text_size=text, reduced_motion=True))


@pytest.mark.parametrize(("name", "size", "text"), CASES)
def test_everything_fits_and_nothing_overlaps(name: str, size: tuple[int, int], text: int) -> None:
    page = shown(name, size, text).page
    frame, column = page.stage.kit.frame, page.column
    assert frame.window.contains(column.body)
    assert column.body.width >= frame.text * 8
    assert column.body.height >= frame.text * 3
    inside = column.in_order()
    for one, other in itertools.combinations(inside, 2):
        assert not one.colliderect(other)
    assert all(rect.width <= column.body.width for rect in inside)
    buttons = page.buttons()
    for rect in buttons:
        assert frame.window.contains(rect)
        assert not rect.colliderect(column.body)
        assert min(rect.size) >= frame.press
    for one, other in itertools.combinations(buttons, 2):
        assert not one.colliderect(other)
    assert all(rect.height >= frame.press for rect in page.rects().values())
    for rect in column.arrows().values():
        assert frame.window.contains(rect)
        assert not any(rect.colliderect(button) for button in buttons)


def test_a_finger_hits_what_stands_on_an_upright_window() -> None:
    assert frame_for((1080, 1920), 26).press / (1920 / 531) >= 16, "millimetres of 24 inches"
    assert frame_for((1920, 1080), 26).press == TARGET


@pytest.mark.parametrize(("name", "size", "text"), CASES)
def test_all_that_is_too_long_can_be_scrolled_to(
    name: str, size: tuple[int, int], text: int
) -> None:
    driver = shown(name, size, text)
    driver.page.handle(Scroll(1, "end"))
    driver.page.step(0)
    column = driver.page.column
    assert column.in_order()[-1].bottom <= column.body.bottom
    driver.page.handle(Scroll(-1, "end"))
    driver.page.step(0)
    assert column.in_order()[0].top == column.body.top


@pytest.mark.parametrize("size", SIZES)
def test_the_column_never_covers_the_picture_and_the_tags_stay_on_it(
    size: tuple[int, int],
) -> None:
    kit = shown("scene-after", size, 28).stage.kit
    assert not kit.frame.picture.colliderect(kit.frame.column)
    assert kit.frame.picture.union(kit.frame.column) == kit.frame.window
    tags = [tag.rect for tag in tags_for(kit, CALL.scores, kit.frame.picture)]
    assert len(tags) == len(CALL.scores)
    assert all(kit.frame.picture.contains(rect) for rect in tags)
    assert not tags[0].colliderect(tags[1])


@pytest.mark.parametrize("theme", [PAPER, CONTRAST])
def test_all_text_can_be_read(theme: Theme) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    for text in (theme.ink, theme.quiet, theme.hand, theme.score):
        for ground in (theme.paper, theme.card):
            assert contrast(text, ground) >= least
    for text in (theme.on_ink, theme.on_ink_quiet, theme.on_ink_score):
        assert contrast(text, theme.ink) >= least
    assert contrast(theme.quiet, theme.shut) >= least


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_screen_is_drawn_without_a_fault(name: str) -> None:
    for text, contrasts in ((28, False), (56, True)):
        settings = Settings(text, reduced_motion=True, high_contrast=contrasts)
        driver = driven(name, (1280, 720), settings, drawn=True)
        assert driver.faults == []
        assert driver.flips == 1
