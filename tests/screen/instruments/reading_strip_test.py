"""The reading strip in the window: every hand reads, answers and leaves."""

from __future__ import annotations

import pygame
import pytest

from game.screen.blocks.widgets import Words
from game.screen.drawing import Shown
from game.screen.settings import Settings
from game.screen.theme import PAPER
from tests.screen.drive import Driver
from tests.screen.fake_instruments import NEEDED, RANG, RINGS, Reader, told
from tests.screen.instruments.strip_driver import drawing, pass_ticks, reading, run_of


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
