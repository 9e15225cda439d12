"""The reading strip in the window: every hand reads, answers and leaves."""

from __future__ import annotations

import pygame
import pytest

from game.screen.drawing import Drawing, Shown
from game.screen.screens.instrument import InstrumentPage
from game.screen.settings import Settings
from game.screen.theme import CONTRAST, PAPER
from game.screen.widgets import Words
from tests.screen.drive import SIZES, Driver
from tests.screen.fake_instruments import NEEDED, PAGE, RANG, RINGS, Reader, told
from tests.screen.fake_session import SCORE


def reading(session: Reader | None = None, **driven: object) -> Driver:
    driver = Driver(session or Reader(), **driven)  # type: ignore[arg-type]
    driver.key(pygame.K_RETURN)
    assert driver.name == "InstrumentPage"
    return driver


def run_of(driver: Driver) -> Reader:
    assert isinstance(driver.session, Reader)
    return driver.session


def drawing(driver: Driver) -> Drawing:
    assert isinstance(driver.page, InstrumentPage)
    assert driver.page.drawing is not None
    return driver.page.drawing


def pass_ticks(driver: Driver, ticks: int) -> None:
    for _ in range(ticks):
        driver.wait(0.1)


def drag(driver: Driver, start: tuple[int, int], end: tuple[int, int]) -> None:
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=end, button=1))
    driver.window.once()


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_DOWN, pygame.K_1])
def test_it_is_read_to_the_end_with_one_key(key: int) -> None:
    driver = reading()
    driver.keys(key, key)
    assert run_of(driver).page == 3
    pass_ticks(driver, NEEDED + 1)
    assert run_of(driver).ended == "read"
    assert driver.name == "ScenePage"


def test_it_is_read_to_the_end_with_the_wheel() -> None:
    driver = reading()
    driver.point(drawing(driver).box.center)
    for _ in range(3):
        driver.wheel(-1)
        pass_ticks(driver, 8)
    assert run_of(driver).ended == "read"


def test_it_is_read_to_the_end_with_the_mouse_on_the_strips() -> None:
    driver = reading()
    driver.click("choice:scroll")
    driver.click("choice:scroll")
    pass_ticks(driver, NEEDED + 1)
    assert run_of(driver).ended == "read"


def test_a_finger_that_draws_the_page_up_scrolls() -> None:
    driver = reading()
    x, y = drawing(driver).box.center
    drag(driver, (x, y), (x + 10, y - 90))
    assert run_of(driver).page == 2
    drag(driver, (x, y), (x, y + 90))
    assert run_of(driver).page == 2


def test_a_wheel_that_goes_on_turning_turns_one_page_at_a_time() -> None:
    driver = reading()
    driver.point(drawing(driver).box.center)
    for _ in range(6):
        driver.wheel(-1)
    assert run_of(driver).page == 2


def test_a_wheel_over_the_column_turns_no_page() -> None:
    driver = reading()
    driver.point(driver.page.column.body.center)
    driver.wheel(-1)
    assert run_of(driver).page == 1


def test_on_the_last_page_scrolling_up_is_scrolling_too() -> None:
    driver = reading()
    driver.point(drawing(driver).box.center)
    driver.wheel(1)
    assert run_of(driver).calls.count("choose scroll") == 0
    driver.keys(pygame.K_SPACE, pygame.K_SPACE)
    pass_ticks(driver, 4)
    driver.wheel(1)
    assert run_of(driver).calls.count("choose scroll") == 3
    driver.key(pygame.K_PAGEUP)
    assert run_of(driver).calls.count("choose scroll") == 4


def test_pressing_the_card_of_who_rings_answers() -> None:
    driver = reading()
    assert drawing(driver).spots() == {}
    pass_ticks(driver, RINGS + 4)
    assert "Xiaoyu: It rings." in driver.page.says()
    driver.click_at(drawing(driver).spots()["answer"].center)
    assert run_of(driver).ended == "answered"


def test_what_was_rung_out_cannot_be_answered_any_more() -> None:
    driver = reading()
    pass_ticks(driver, RINGS + 4)
    spot = drawing(driver).spots()["answer"].center
    pass_ticks(driver, RANG - RINGS)
    driver.click_at(spot)
    assert run_of(driver).ended is None
    assert "A call was missed." in driver.page.says()


def test_a_key_pressed_as_the_call_comes_in_takes_nothing_else() -> None:
    driver = reading()
    pass_ticks(driver, RINGS)
    driver.key(pygame.K_2)
    assert run_of(driver).ended is None, "2 was to leave a moment ago"
    pass_ticks(driver, 4)
    driver.key(pygame.K_2)
    assert run_of(driver).ended == "answered"


def test_a_key_that_means_the_same_as_before_is_taken_at_once() -> None:
    for key in (pygame.K_SPACE, pygame.K_1, pygame.K_RETURN):
        driver = reading()
        pass_ticks(driver, RINGS)
        driver.key(key)
        assert run_of(driver).page == 2


def test_a_page_that_was_turned_too_late_takes_no_choice_in_what_follows() -> None:
    driver = reading()
    driver.keys(pygame.K_SPACE, pygame.K_SPACE)
    while run_of(driver).ended is None:
        driver.wait(0.1)
    driver.keys(pygame.K_SPACE, pygame.K_RETURN, pygame.K_1)
    assert driver.session.calls[-1].startswith("tick")


def test_who_goes_on_scrolling_does_not_leave_the_scene_that_follows_unread() -> None:
    driver = reading()
    driver.keys(pygame.K_SPACE, pygame.K_SPACE)
    while run_of(driver).ended is None:
        driver.wait(0.1)
    driver.wait(0.8)
    driver.keys(pygame.K_SPACE, pygame.K_1)
    assert driver.session.calls[-1].startswith("tick")
    driver.wait(0.3)
    driver.key(pygame.K_1)
    assert driver.session.calls[-1].startswith("choose")


def test_grey_lines_say_that_there_are_pages_to_come() -> None:
    def grey(driver: Driver) -> int:
        surface = pygame.display.get_surface()
        assert surface is not None
        part = surface.subsurface(drawing(driver).column.body)
        return pygame.mask.from_threshold(part, PAPER.shut, (1, 1, 1, 255)).count()

    driver = reading(Reader(texts=("One line.",)))
    found = [grey(driver)]
    for _ in range(2):
        driver.key(pygame.K_SPACE)
        found.append(grey(driver))
    assert found[0] > found[1] > found[2] == 0


def test_who_speaks_on_the_phone_is_written_as_in_the_column() -> None:
    session = Reader()
    view = session.view()
    speech = told("page-1", "He took it.", who="xiaoyu", page=1, pages=3)
    shown = Shown((speech,), view.options, {"xiaoyu": "Xiaoyu"})
    driver = reading(session)
    drawing(driver).lay(driver.page.kit, pygame.Rect(0, 0, 600, 600), shown)
    words = [block for block in drawing(driver).column.blocks if isinstance(block, Words)]
    assert [(block.text, block.voice) for block in words] == [
        ("XIAOYU", "score"),
        ("He took it.", "aside"),
    ]


def test_what_is_pressed_on_a_screen_that_was_opened_meanwhile_is_not_too_late() -> None:
    driver = reading()
    pass_ticks(driver, RINGS)
    driver.key(pygame.K_l)
    assert driver.name == "LogPage"
    driver.click("back")
    assert driver.name == "InstrumentPage"


def test_the_phone_can_be_put_away() -> None:
    driver = reading()
    driver.key(pygame.K_2)
    assert run_of(driver).ended == "left"
    assert driver.name == "EndPage"


def test_the_focus_stays_while_pages_turn() -> None:
    driver = reading()
    driver.keys(pygame.K_TAB, pygame.K_SPACE)
    assert driver.page.focus == "choice:leave"
    driver.key(pygame.K_RETURN)
    assert run_of(driver).ended == "left"


def test_without_time_limits_no_time_passes_by_itself() -> None:
    driver = reading(settings=Settings(reduced_motion=True, untimed=True))
    pass_ticks(driver, 200)
    assert run_of(driver).passed == 0
    driver.keys(pygame.K_SPACE, pygame.K_SPACE)
    assert run_of(driver).ended == "read"


def test_time_limits_can_be_taken_away_while_one_reads() -> None:
    driver = reading()
    pass_ticks(driver, 5)
    driver.key(pygame.K_ESCAPE)
    driver.click("settings")
    driver.click("untimed")
    driver.keys(pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert driver.name == "InstrumentPage"
    passed = run_of(driver).passed
    pass_ticks(driver, 20)
    assert run_of(driver).passed == passed
    driver.key(pygame.K_SPACE)
    assert run_of(driver).passed > passed


def test_a_tick_that_changes_nothing_that_is_shown_draws_nothing() -> None:
    driver = reading()
    pass_ticks(driver, 1)
    before = driver.flips
    pass_ticks(driver, 2)
    assert driver.flips == before


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
