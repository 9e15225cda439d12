"""The draft in the window: sentences are crossed out by pressing them, or with keys."""

from __future__ import annotations

import pygame
import pytest

from game.screen.drawing import Drawing
from game.screen.screens.instrument import InstrumentPage
from game.screen.settings import Settings
from tests.screen.drive import SIZES, Driver
from tests.screen.fake_instruments import Writer


def writing(session: Writer | None = None, **driven: object) -> Driver:
    driver = Driver(session or Writer(), **driven)  # type: ignore[arg-type]
    driver.begin()
    assert driver.name == "InstrumentPage"
    return driver


def crossed(driver: Driver) -> tuple[str, ...]:
    assert isinstance(driver.session, Writer)
    return driver.session.crossed


def drawing(driver: Driver) -> Drawing:
    assert isinstance(driver.page, InstrumentPage)
    assert driver.page.drawing is not None
    return driver.page.drawing


def test_eight_sentences_are_seen_at_once() -> None:
    text = "There is a driver in her branch who types with one finger, and is read out at times."
    sentences = tuple((f"sentence-{number}", f"{number}. {text}") for number in range(8))
    for size in ((1280, 720), (1920, 1080)):
        driver = writing(Writer(sentences=sentences), size=size)
        assert len(drawing(driver).spots()) == 8
        assert drawing(driver).column.room == 0


@pytest.mark.parametrize("size", SIZES[:-1])
def test_pressing_a_sentence_crosses_it_out(size: tuple[int, int]) -> None:
    driver = writing(size=size)
    assert list(drawing(driver).spots()) == ["coat", "lamp", "rice", "name"]
    driver.click_at(drawing(driver).spots()["rice"].center)
    driver.click_at(drawing(driver).spots()["coat"].center)
    assert crossed(driver) == ("rice", "coat")
    assert drawing(driver).spots() == {}, "two were all that could go"
    driver.click("choice:done")
    assert driver.name == "EndPage"


def test_a_sentence_of_two_paragraphs_is_crossed_out_by_pressing_either() -> None:
    sentences = (("coat", "The coat.", "It was cold."), ("lamp", "The lamp."))
    for spot in ("midtop", "midbottom"):
        driver = writing(Writer(sentences=sentences))
        driver.click_at(getattr(drawing(driver).spots()["coat"].inflate(0, -8), spot))
        assert crossed(driver) == ("coat",)


def test_the_column_does_not_repeat_what_is_taken_on_the_sheet() -> None:
    driver = writing()
    assert [key for key in driver.in_column()] == ["choice:done"]
    assert driver.page.focus == "choice:coat"
    assert "Cross out: The lamp is lit before six." in driver.page.says()
    assert set(driver.page.rects()) >= {"choice:coat", "choice:name", "choice:done"}


def test_a_sentence_out_of_view_is_shown_before_its_number_crosses_it_out() -> None:
    sentences = tuple((f"s{n}", f"Sentence {n}. " + "It rained. " * 20) for n in range(9))
    driver = writing(Writer(sentences=sentences))
    driver.key(pygame.K_9)
    assert crossed(driver) == ()
    assert "s8" in drawing(driver).spots()
    driver.key(pygame.K_9)
    assert crossed(driver) == ("s8",)


def test_keys_cross_out_and_the_focus_goes_to_the_next_sentence() -> None:
    driver = writing()
    driver.keys(pygame.K_DOWN, pygame.K_RETURN)
    assert crossed(driver) == ("lamp",)
    assert driver.page.focus == "choice:rice"
    driver.key(pygame.K_RETURN)
    assert crossed(driver) == ("lamp", "rice")
    assert driver.page.focus == "choice:done"
    driver.key(pygame.K_SPACE)
    assert driver.name == "EndPage"


def test_the_focus_is_seen_on_the_sheet() -> None:
    driver = writing()
    sheet = drawing(driver).box
    surface = pygame.display.get_surface()
    assert surface is not None
    before = pygame.image.tobytes(surface.subsurface(sheet), "RGB")
    driver.key(pygame.K_DOWN)
    assert pygame.image.tobytes(surface.subsurface(sheet), "RGB") != before
    driver.point(drawing(driver).spots()["coat"].center)
    assert driver.page.focus == "choice:coat"
    assert pygame.image.tobytes(surface.subsurface(sheet), "RGB") == before


def test_a_sentence_is_crossed_out_by_the_same_stroke_whenever_it_is_drawn() -> None:
    driver = writing()
    driver.key(pygame.K_2)
    first = driver.pixels()
    driver.resize((800, 600))
    driver.resize((1280, 720))
    assert driver.pixels() == first


def test_what_is_crossed_out_can_still_be_read() -> None:
    driver = writing()
    driver.key(pygame.K_2)
    assert "The lamp is lit before six." in driver.page.says()


def test_a_draft_longer_than_the_sheet_can_be_scrolled_and_follows_the_focus() -> None:
    sentences = tuple((f"s{n}", f"Sentence {n}. " + "It rained. " * 20) for n in range(12))
    driver = writing(Writer(sentences=sentences))
    assert "s11" not in drawing(driver).spots()
    driver.point(drawing(driver).box.center)
    for _ in range(40):
        driver.wheel(-1)
    assert "s11" in drawing(driver).spots()
    assert "s0" not in drawing(driver).spots()
    driver.keys(pygame.K_TAB, pygame.K_TAB)
    driver.key(pygame.K_TAB, pygame.KMOD_LSHIFT)
    focus = driver.page.focus
    assert focus is not None
    assert focus.removeprefix("choice:") in drawing(driver).spots()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [26, 56])
def test_the_whole_draft_can_be_read_in_every_window(size: tuple[int, int], text: int) -> None:
    settings = Settings(text_size=text, reduced_motion=True)
    driver = Driver(Writer(), size, settings, drawn=False)
    driver.session.new()
    page = InstrumentPage(driver.stage)
    driver.window.screens = [page]
    page.lay()
    column = drawing(driver).column
    assert page.kit.frame.picture.contains(drawing(driver).box)
    assert drawing(driver).box.contains(column.body)
    column.scroll(1, "end", 1)
    column.step(0, at_once=True)
    assert column.in_order()[-1].bottom <= column.body.bottom


def test_one_switch_crosses_a_sentence_out_and_is_done() -> None:
    settings = Settings(reduced_motion=True, scanning="one")
    driver = Driver(Writer(), settings=settings)

    def take(stop: str) -> None:
        for _ in range(1500):
            if driver.window.scanner.at == stop:
                break
            driver.wait(0.1)
        driver.wait(0.5)
        driver.key(pygame.K_SPACE)

    take("new")
    take("notes")
    take("choice:lamp")
    assert crossed(driver) == ("lamp",)
    take("choice:done")
    assert driver.name == "EndPage"


def ink(driver: Driver) -> int:
    """How many points of the pen's colour are on the sheet."""
    surface = pygame.display.get_surface()
    assert surface is not None
    sheet = surface.subsurface(drawing(driver).box)
    return pygame.mask.from_threshold(sheet, driver.stage.kit.theme.hand, (40, 40, 40)).count()


def test_a_pen_crosses_a_sentence_out_line_by_line_and_what_is_taken_back_fades() -> None:
    driver = writing(settings=Settings())
    driver.settle()
    none = ink(driver)
    driver.key(pygame.K_3)
    seen = [ink(driver)]
    for _ in range(24):
        driver.wait(1 / 60)
        seen.append(ink(driver))
    assert seen == sorted(seen), "ink only comes"
    assert seen[0] < none + 20 < seen[6] < 0.7 * seen[-1], "a little at a time"
    assert seen[-1] == seen[-2], "and then it is there"

    assert isinstance(driver.session, Writer)
    driver.session.crossed = ()
    driver.page.refresh()
    for _ in range(8):
        driver.wait(1 / 60)
    assert driver.page.step(0.0), "the ink is fading"
    for _ in range(24):
        driver.wait(1 / 60)
    assert abs(ink(driver) - none) < 20
    assert not driver.page.step(0.0)


def test_with_reduced_motion_a_sentence_is_crossed_out_at_once() -> None:
    driver = writing()
    driver.key(pygame.K_3)
    at_once = driver.pixels()
    driver.wait(1.0)
    assert driver.pixels() == at_once
