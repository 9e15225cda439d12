"""The loop: drawn only on change, ticks, sizes, faults, broken stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.errors import GameError
from game.screen import app
from game.screen.app import first_screen
from game.screen.screens.errors import ErrorsPage
from game.screen.settings import Settings, read_settings, write_settings
from game.screen.stage import Change, Stage
from game.story.diagnostics import Diagnostic
from game.story.load import StoryErrors
from game.story.source import Source
from tests.screen.drive import SIZES, Driver
from tests.screen.every_page import EVERY_PAGE, driven
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CAFE, CALL, END, LONG


def at_cafe(session: FakeSession | None = None) -> Driver:
    driver = Driver(session or FakeSession())
    driver.begin()
    driver.key(pygame.K_1)
    return driver


def test_nothing_is_drawn_while_nothing_changes() -> None:
    driver = at_cafe()
    before = driver.flips
    for _ in range(100):
        driver.wait(0.05)
    driver.point((3, 3))
    driver.key(pygame.K_F5)
    assert driver.flips == before


@pytest.mark.parametrize("name", [name for name in EVERY_PAGE if name != "strip"])
def test_no_page_goes_on_by_itself(name: str) -> None:
    driver = driven(name, (1280, 720), Settings(), drawn=True)
    page, asked = driver.page, list(driver.session.calls)
    for _ in range(200):
        driver.wait(1.0)
    assert driver.page is page
    assert driver.session.calls == asked


def test_one_key_is_one_drawing() -> None:
    driver = at_cafe()
    before = driver.flips
    driver.key(pygame.K_TAB)
    assert driver.flips == before + 1


def test_pointing_at_a_choice_shows_it() -> None:
    driver = at_cafe()
    before = driver.pixels()
    driver.point(driver.page.rects()["choice:course"].center)
    assert driver.page.focus == "choice:course"
    assert driver.pixels() != before


def test_scrolling_is_eased_unless_motion_is_reduced() -> None:
    eased = Driver(settings=Settings(), size=(800, 600))
    eased.begin()
    eased.keys(pygame.K_1, pygame.K_1, pygame.K_2)
    before = eased.flips
    eased.key(pygame.K_PAGEDOWN)
    for _ in range(120):
        eased.wait(1 / 60)
    assert 5 < eased.flips - before < 80

    plain = Driver(size=(800, 600))
    plain.begin()
    plain.keys(pygame.K_1, pygame.K_1, pygame.K_2)
    before = plain.flips
    plain.key(pygame.K_PAGEDOWN)
    for _ in range(120):
        plain.wait(1 / 60)
    assert plain.flips == before + 1
    assert plain.page.column.rect(0) == eased.page.column.rect(0)


def test_real_time_becomes_whole_ticks() -> None:
    session = FakeSession(order=(replace(CAFE, kind="instrument", ticking=True), END))
    driver = Driver(session)
    driver.begin()
    for _ in range(12):
        driver.wait(0.025)
    assert session.calls == ["new", "tick 1", "tick 1", "tick 1"]
    driver.wait(60.0)
    assert session.calls[-1] == "tick 5", "no time is made up for after a standstill"


def test_time_stands_still_in_the_menu() -> None:
    session = FakeSession(order=(replace(CAFE, kind="instrument", ticking=True), END))
    driver = Driver(session)
    driver.begin()
    driver.key(pygame.K_ESCAPE)
    driver.wait(3.0)
    assert session.calls == ["new"]


@pytest.mark.parametrize(
    "gone", [pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN]
)
def test_time_waits_for_whoever_looks_at_another_window(gone: int) -> None:
    session = FakeSession(order=(replace(CAFE, kind="instrument", ticking=True), END))
    driver = Driver(session)
    driver.begin()
    pygame.event.post(pygame.Event(gone))
    driver.wait(3.0)
    assert session.calls == ["new"]
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSGAINED))
    driver.wait(0.1)
    assert session.calls == ["new", "tick 1"]


def test_a_pointer_that_crosses_the_window_is_no_sign_of_its_player_but_a_click_is() -> None:
    session = FakeSession(order=(replace(CAFE, kind="instrument", ticking=True), END))
    driver = Driver(session)
    driver.begin()
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    driver.point((300, 300))
    driver.wait(3.0)
    assert session.calls == ["new"]
    driver.click_at((300, 300))
    driver.wait(0.1)
    assert session.calls == ["new", "tick 1"]


def test_time_can_lead_to_another_screen() -> None:
    session = FakeSession(order=(replace(CAFE, kind="instrument", ticking=True), END))
    driver = Driver(session)
    driver.begin()
    session.at = 1
    driver.wait(0.2)
    assert driver.name == "EndPage"


@pytest.mark.parametrize("touch", [False, True])
def test_what_was_pressed_before_time_led_on_takes_nothing_there(touch: bool) -> None:
    spot = at_cafe().page.rects()["choice:truth"].center
    session = FakeSession(order=(replace(LONG, kind="instrument", ticking=True), CAFE, CALL))
    driver = Driver(session)
    driver.begin()
    pressed = pygame.FINGERDOWN if touch else pygame.MOUSEBUTTONDOWN
    let_go = pygame.FINGERUP if touch else pygame.MOUSEBUTTONUP
    press_at(driver, pressed, spot)
    session.at = 1
    driver.wait(0.2)
    assert "choice:truth" in driver.page.rects()
    driver.wait(3.0)
    press_at(driver, let_go, spot)
    assert "choose truth" not in session.calls
    press_at(driver, pressed, spot)
    press_at(driver, let_go, spot)
    assert "choose truth" in session.calls


def press_at(driver: Driver, kind: int, spot: tuple[int, int]) -> None:
    """A finger or the left button goes down or up, and no more."""
    if kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        driver.finger(kind, spot)
        return
    pygame.event.post(pygame.Event(kind, pos=spot, button=1))
    driver.window.once()


def test_a_button_that_was_let_go_over_another_window_is_pressed_no_more() -> None:
    driver = at_cafe()
    spot = driver.page.rects()["choice:truth"].center
    press_at(driver, pygame.MOUSEBUTTONDOWN, spot)
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSGAINED))
    press_at(driver, pygame.MOUSEBUTTONUP, spot)
    assert "choose truth" not in driver.session.calls


@pytest.mark.parametrize("size", SIZES)
def test_a_window_that_changes_its_size_is_laid_out_anew(size: tuple[int, int]) -> None:
    driver = at_cafe()
    driver.resize(size)
    assert driver.stage.kit.frame.size == size
    assert driver.stage.kit.frame.window.contains(driver.page.rects()["menu"])
    driver.key(pygame.K_1)
    assert driver.session.at == 2


def test_a_refused_act_is_said_and_nothing_else_happens() -> None:
    driver = at_cafe()
    driver.session.fail = GameError("Her line is engaged.")
    driver.key(pygame.K_1)
    assert "Her line is engaged." in driver.page.says()
    assert driver.faults == []


def test_a_fault_is_reported_and_never_shown() -> None:
    driver = at_cafe()
    driver.session.fail = ZeroDivisionError("secret detail")
    driver.key(pygame.K_1)
    assert [type(fault) for fault in driver.faults] == [ZeroDivisionError]
    assert driver.name == "TroublePage"
    assert "secret" not in driver.page.says()
    driver.session.fail = None
    driver.key(pygame.K_RETURN)
    assert driver.name == "TitlePage"


def test_a_fault_while_drawing_ends_on_a_screen_that_can_be_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = at_cafe()

    def broken(*_: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(driver.page, "draw_picture", broken)
    driver.key(pygame.K_TAB)
    driver.wait(0.1)
    assert driver.name == "TroublePage"
    assert len(driver.faults) == 1
    assert driver.window.open


def test_closing_the_window_ends_the_loop() -> None:
    driver = Driver()
    pygame.event.post(pygame.Event(pygame.QUIT))
    assert driver.window.run() == 0


def test_settings_are_used_at_once_and_kept(tmp_path: Path) -> None:
    driver = Driver(data=tmp_path)
    driver.click("settings")
    before = driver.stage.kit.frame.text
    driver.click("larger")
    driver.click("high_contrast")
    assert driver.stage.kit.frame.text > before
    assert driver.stage.kit.theme.paper == (255, 255, 255)
    again = read_settings(tmp_path)
    assert (again.text_size, again.high_contrast) == (32, True)


BROKEN = StoryErrors(
    (
        Diagnostic(
            "S012", "error", "there is no scene the-cal", Source("a.yaml", 7, 9), "  go: x", ""
        ),
    )
)


def test_a_broken_story_shows_its_errors_and_can_be_tried_again() -> None:
    answers: list[Callable[[], FakeSession]] = [_broken, _broken, FakeSession]

    def opener() -> FakeSession:
        return answers.pop(0)()

    driver = Driver()
    driver.window.screens = [first_screen(driver.stage, opener)]
    driver.wait(0.1)
    assert driver.name == "ErrorsPage"
    assert "a.yaml:7:9: S012" in driver.page.says()
    driver.key(pygame.K_RETURN)
    assert driver.name == "ErrorsPage"
    driver.key(pygame.K_RETURN)
    assert driver.name == "TitlePage"


def test_a_fault_while_reading_a_story_is_reported_and_not_shown() -> None:
    def opener() -> FakeSession:
        raise KeyError("secret detail")

    driver = Driver()
    driver.window.screens = [first_screen(driver.stage, opener)]
    driver.wait(0.1)
    assert driver.name == "ErrorsPage"
    assert "secret" not in driver.page.says()
    assert len(driver.faults) == 1


def _broken() -> FakeSession:
    raise BROKEN


def test_an_errors_screen_can_be_left_with_the_keyboard() -> None:
    driver = Driver()

    def retry() -> Change | None:
        return None

    driver.window.screens = [ErrorsPage(driver.stage, ["one"] * 200, retry)]
    driver.wait(0.1)
    driver.keys(pygame.K_END, pygame.K_TAB, pygame.K_RETURN)
    assert not driver.window.open


def test_the_window_opens_and_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Stage] = []

    def run(window: app.Window) -> int:
        seen.append(window.stage)
        window.once()
        return 0

    monkeypatch.setattr(app.Window, "run", run)
    assert app.open_window(FakeSession, tmp_path) == 0
    session = seen[0].session
    assert isinstance(session, FakeSession)
    assert session.calls == ["leave"]


def test_a_switch_can_be_set_up_before_the_window_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.Window, "run", lambda window: window.stage.session.untimed)
    write_settings(tmp_path, Settings(44))
    assert app.open_window(FakeSession, tmp_path, scanning="one") is True
    assert read_settings(tmp_path) == Settings(44, scanning="one")
