"""The phone of the reading strip: all of it can be read, whatever the window and the type."""

from __future__ import annotations

import pygame
import pytest

from game.screen.screens.instrument import InstrumentPage
from game.screen.settings import Settings
from game.screen.theme import CONTRAST, PAPER
from tests.screen.drawn import drawn_words
from tests.screen.drive import SIZES, Driver
from tests.screen.fake_instruments import PAGE, RINGS, Reader
from tests.screen.fake_story import SCORE
from tests.screen.instruments.strip_driver import drawing, pass_ticks, reading, run_of


def ringing(size: tuple[int, int], text: int, wordy: int, who: str | None) -> Driver:
    """A window in which it rings, not drawn yet."""
    session = Reader(scores=(SCORE,), wordy=wordy, who=who)
    driver = Driver(session, size, Settings(text_size=text, reduced_motion=True), drawn=False)
    session.new()
    session.tick(RINGS + 6)
    page = InstrumentPage(driver.stage)
    driver.window.screens = [page]
    page.lay()
    return driver


WINDOWS = ((640, 480), (480, 640), *SIZES)
WORDS = pytest.mark.parametrize(
    ("text", "wordy", "who"), [(26, 1, "xiaoyu"), (56, 1, None), (44, 9, "xiaoyu"), (56, 9, None)]
)


@pytest.mark.parametrize("size", WINDOWS)
@WORDS
def test_the_whole_page_can_be_read_in_every_window(
    size: tuple[int, int], text: int, wordy: int, who: str | None
) -> None:
    driver = ringing(size, text, wordy, who)
    page = driver.page
    column, card = drawing(driver).column, drawing(driver).spots()["answer"]
    assert page.kit.frame.picture.contains(drawing(driver).box)
    assert drawing(driver).box.contains(column.body)
    assert drawing(driver).box.contains(card)
    assert not column.body.colliderect(card)
    assert column.body.height >= page.kit.frame.line
    column.scroll(1, "end", 1)
    column.step(0, at_once=True)
    assert column.in_order()[-1].bottom <= column.body.bottom
    for words in ("Are you still reading?", "Twice the points", "It rings.", *PAGE):
        assert words in page.says()


# The largest takes long to draw, and has no part that the others do not have.
@pytest.mark.parametrize("size", WINDOWS[:-1])
@WORDS
def test_the_phone_is_drawn_without_a_fault(
    size: tuple[int, int], text: int, wordy: int, who: str | None
) -> None:
    driver = ringing(size, text, wordy, who)
    driver.window.once()
    assert driver.flips == 1
    assert driver.faults == []


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_1, pygame.K_RETURN])
def test_a_page_longer_than_the_phone_is_scrolled_through_before_it_is_turned(key: int) -> None:
    driver = reading(Reader(texts=PAGE * 6))
    presses = 0
    while run_of(driver).page == 1 and presses < 20:
        driver.key(key)
        presses += 1
    assert 1 < presses < 20
    top = drawing(driver).column.rect(0).top
    assert top == drawing(driver).column.body.top, "the next page begins at its beginning"


def test_time_waits_for_whoever_scrolls_within_a_long_page_but_not_for_long() -> None:
    driver = reading(Reader(texts=PAGE * 6))
    pass_ticks(driver, 5)
    for _ in range(3):
        driver.key(pygame.K_PAGEUP)
        driver.key(pygame.K_SPACE)
        assert run_of(driver).page == 1
        before = run_of(driver).passed
        pass_ticks(driver, 25)
        assert run_of(driver).passed == before
    pass_ticks(driver, 20)
    assert run_of(driver).passed > before


def test_a_page_longer_than_the_phone_can_be_read_again_with_page_up() -> None:
    driver = reading(Reader(texts=PAGE * 6))
    column = drawing(driver).column
    driver.key(pygame.K_SPACE)
    assert column.rect(0).top < column.body.top
    driver.key(pygame.K_PAGEUP)
    assert column.rect(0).top == column.body.top
    assert "choose scroll" not in run_of(driver).calls, "only on the last page this counts"


def test_what_can_be_done_is_in_view_at_once_at_every_size_of_text() -> None:
    for size in SIZES[:-1]:
        driver = reading(size=size, settings=Settings(text_size=56, reduced_motion=True))
        column = driver.page.column
        first = next(n for n, block in enumerate(column.blocks) if block.key is not None)
        assert column.sees(first)


def test_it_is_laid_out_anew_when_the_window_changes_while_it_rings() -> None:
    driver = reading()
    pass_ticks(driver, RINGS + 4)
    for size in SIZES[:-1]:
        driver.resize(size)
        assert driver.stage.play_kit.frame.picture.contains(drawing(driver).box)
    driver.click_at(drawing(driver).spots()["answer"].center)
    assert run_of(driver).ended == "answered"
    assert driver.faults == []


def test_the_score_is_told_whether_or_not_its_tag_has_room() -> None:
    driver = reading(Reader(scores=(SCORE,)), size=(1920, 1080))
    assert "216" not in driver.page.says()
    driver.resize((800, 600))
    assert "216 points" in driver.page.says()


@pytest.mark.parametrize("contrast", [False, True])
def test_nothing_on_the_phone_is_vermilion_but_the_lit_hours(contrast: bool) -> None:
    reds = {PAPER.score, PAPER.score_surface, PAPER.on_ink_score}
    reds |= {CONTRAST.score, CONTRAST.score_surface, CONTRAST.on_ink_score}

    def red(driver: Driver) -> bool:
        surface = pygame.display.get_surface()
        assert surface is not None
        box = drawing(driver).box
        part = pygame.PixelArray(surface.subsurface(box))
        found = {surface.unmap_rgb(value)[:3] for row in part for value in set(row)}
        part.close()
        return bool(reds & found)

    settings = Settings(reduced_motion=True, high_contrast=contrast)
    driver = reading(size=(800, 600), settings=settings)
    pass_ticks(driver, RINGS)
    assert red(driver)
    unlit = reading(Reader(lit=""), size=(800, 600), settings=settings)
    pass_ticks(unlit, RINGS)
    assert not red(unlit)


def test_motion_is_shown_unless_it_is_reduced() -> None:
    moving = reading(settings=Settings())
    before = moving.flips
    moving.key(pygame.K_SPACE)
    for _ in range(5):
        moving.wait(0.02)
    assert moving.flips - before > 3
    still = reading()
    before = still.flips
    still.key(pygame.K_SPACE)
    for _ in range(4):
        still.wait(0.02)
    assert still.flips - before == 1


def said(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written on the phone."""
    kit, over = driver.stage.play_kit, drawing(driver)
    words = drawn_words(monkeypatch, lambda at: over.draw(at, kit, None), driver.size)
    return [text for text, _ in words]


def test_the_head_has_the_clock_the_standing_and_the_minutes_that_a_band_still_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = reading(Reader(scores=(SCORE,)), size=(1920, 1080))
    found = said(driver, monkeypatch)
    assert {"20:07", "DAILY LAMP", "216 points", "143 min"} <= set(found)
    pass_ticks(driver, 8)
    assert {"20:08", "142 min"} <= set(said(driver, monkeypatch))


def test_without_a_standing_and_a_band_the_head_has_no_figure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = said(reading(Reader(lit=""), size=(1920, 1080)), monkeypatch)
    assert "20:07" in found
    assert not [text for text in found if text.endswith(" min") or text.startswith("216")]


def test_where_there_is_little_room_the_article_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(text_size=56, reduced_motion=True)
    small = reading(Reader(scores=(SCORE,)), size=(1280, 720), settings=settings)
    assert "216 points" not in said(small, monkeypatch)
    assert drawing(small).column.body.height >= 3 * small.stage.play_kit.frame.line
