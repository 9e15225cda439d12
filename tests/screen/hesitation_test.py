"""How long an answer took, and what was rested on: by real events of every device."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.mirror.notebook import Timed
from game.screen.hesitation import ABSENT, Hesitation
from game.screen.screens.scene import ScenePage
from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.every_page import driven
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CAFE

TRUTH, COURSE = "choice:truth", "choice:course"
STILL = Settings(reduced_motion=True)


def in_cafe(settings: Settings = STILL, size: tuple[int, int] = (1280, 720)) -> Driver:
    """A window on a scene with two choices that are open and one that is shut; nobody has done
    anything so far."""
    driver = Driver(FakeSession(order=(CAFE,) * 3, at=0), size, settings, drawn=False)
    driver.window.screens = [ScenePage(driver.stage)]
    driver.window.once()
    return driver


def spot(driver: Driver, key: str, left: int = 0) -> tuple[int, int]:
    """Where something is: its middle, or so far left of that."""
    x, y = driver.page.rects()[key].center
    return x - left, y


def timed(driver: Driver) -> tuple[int, dict[str, int]] | None:
    """What was handed on with the choice."""
    found = driver.session.timed
    return None if found is None else (found.ms, dict(found.rested))


def test_whoever_takes_a_number_has_taken_time_and_rested_on_nothing() -> None:
    driver = in_cafe()
    driver.wait(3)
    driver.key(pygame.K_1)
    assert timed(driver) == (3000, {})


def test_arrows_and_tab_rest_where_they_lead_and_visits_add_up() -> None:
    driver = in_cafe()
    driver.wait(1)
    driver.key(pygame.K_DOWN)
    driver.wait(2)
    driver.key(pygame.K_UP)
    driver.wait(0.5)
    driver.key(pygame.K_TAB)
    driver.wait(4)
    driver.key(pygame.K_UP)
    driver.key(pygame.K_RETURN)
    assert driver.session.calls[-1] == "choose truth"
    assert timed(driver) == (7500, {"truth": 500, "course": 6000})


def test_a_gamepad_rests_like_keys() -> None:
    driver = in_cafe()
    driver.pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    driver.wait(2)
    driver.pad(pygame.CONTROLLER_BUTTON_DPAD_UP, pygame.CONTROLLER_BUTTON_A)
    assert timed(driver) == (2000, {"course": 2000})


def test_a_mouse_rests_on_what_it_is_moved_to_until_it_is_elsewhere() -> None:
    driver = in_cafe()
    driver.point((5, 5))
    driver.wait(1)
    driver.point(spot(driver, COURSE))
    driver.wait(2)
    driver.point(spot(driver, COURSE, left=9))
    driver.wait(1)
    driver.point((5, 5))
    driver.wait(8)
    driver.point(spot(driver, "log"))
    driver.wait(8)
    driver.click(TRUTH)
    assert timed(driver) == (20_000, {"course": 3000})


def test_a_mouse_that_lies_where_an_option_comes_to_lie_has_not_moved_there() -> None:
    driver = in_cafe()
    driver.point(spot(driver, COURSE))
    driver.wait(5)
    driver.point(spot(driver, COURSE, left=9))
    driver.wait(5)
    driver.point(spot(driver, TRUTH))
    driver.wait(1)
    driver.point(spot(driver, COURSE))
    driver.wait(2)
    driver.click(TRUTH)
    assert timed(driver) == (13_000, {"truth": 1000, "course": 2000})


def test_a_mouse_that_lies_there_as_the_window_opens_leaves_the_focus_alone() -> None:
    driver = in_cafe()
    event = {"pos": spot(driver, COURSE), "rel": (0, 0), "buttons": (0, 0, 0)}
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, event))
    driver.window.once()
    assert driver.page.focus == TRUTH


def test_a_button_that_is_pressed_and_led_away_has_rested_there() -> None:
    driver = in_cafe()
    x, y = spot(driver, COURSE)
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
    driver.window.once()
    driver.wait(2)
    driver.point((x, y - 200))
    driver.wait(2)
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x, y - 200), button=1))
    driver.window.once()
    driver.key(pygame.K_1)
    assert timed(driver) == (4000, {"course": 2000})


def test_a_finger_rests_on_what_it_touches_until_it_is_led_away() -> None:
    driver = in_cafe()
    x, y = spot(driver, COURSE)
    driver.finger(pygame.FINGERDOWN, (x, y))
    assert driver.page.focus == COURSE
    driver.wait(2)
    driver.finger(pygame.FINGERMOTION, (x, y - 200))
    driver.wait(2)
    driver.finger(pygame.FINGERUP, (x, y - 200))
    driver.wait(2)
    assert not driver.session.calls
    driver.tap(TRUTH)
    assert timed(driver) == (6000, {"course": 2000})


def test_a_swipe_that_begins_on_a_choice_scrolls_and_takes_nothing() -> None:
    driver = driven("scene-long", (800, 600), STILL, drawn=True)
    assert isinstance(driver.page, ScenePage)
    driver.page.column.rewind(to_end=True)
    driver.window.once()
    x, y = driver.page.rects()["choice:on"].center
    before = driver.page.column.rect(0).top
    driver.swipe((x, y), (x, y + 150))
    assert driver.page.column.rect(0).top > before
    assert "choose on" not in driver.session.calls


def test_whoever_reads_on_does_not_rest() -> None:
    driver = in_cafe()
    driver.key(pygame.K_DOWN)
    driver.wait(1)
    driver.key(pygame.K_PAGEUP)
    driver.wait(9)
    driver.key(pygame.K_1)
    assert timed(driver) == (10_000, {"course": 1000})


def test_of_two_switches_the_one_that_moves_rests() -> None:
    driver = in_cafe(Settings(reduced_motion=True, scanning="two"))
    driver.wait(1)
    driver.key(pygame.K_SPACE)
    driver.wait(2)
    driver.key(pygame.K_SPACE)
    assert driver.window.scanner.at == COURSE
    driver.wait(4)
    for _ in range(20):
        driver.key(pygame.K_SPACE)
        if driver.window.scanner.at == TRUTH:
            break
    driver.wait(1)
    driver.key(pygame.K_RETURN)
    assert timed(driver) == (8000, {"truth": 3000, "course": 4000})


def test_a_frame_that_walks_by_itself_rests_for_nobody() -> None:
    driver = in_cafe(Settings(reduced_motion=True, scanning="one"))
    driver.key(pygame.K_SPACE)
    driver.wait(1)
    driver.key(pygame.K_SPACE)
    assert driver.session.calls == ["choose truth"]
    assert timed(driver) == (1000, {})


def test_time_stands_still_while_another_page_lies_on_top() -> None:
    driver = in_cafe()
    driver.key(pygame.K_DOWN)
    driver.wait(2)
    driver.key(pygame.K_l)
    assert driver.name == "LogPage"
    driver.wait(30)
    driver.key(pygame.K_ESCAPE)
    driver.wait(1)
    driver.key(pygame.K_1)
    assert timed(driver) == (3000, {"course": 2000})


def test_time_stands_still_while_the_player_is_at_another_window() -> None:
    driver = in_cafe()
    driver.key(pygame.K_DOWN)
    driver.wait(2)
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    driver.window.once()
    driver.wait(30)
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSGAINED))
    driver.wait(30)
    driver.wait(1)
    driver.key(pygame.K_1)
    assert timed(driver) == (3000, {"course": 3000})


def test_time_begins_when_the_page_lies_there() -> None:
    driver = in_cafe(Settings())
    driver.wait(2)
    driver.key(pygame.K_1)
    assert driver.window.passing
    driver.settle()
    driver.wait(1)
    driver.key(pygame.K_2)
    assert timed(driver) == (1000, {})


def test_every_page_is_measured_anew() -> None:
    driver = in_cafe()
    driver.key(pygame.K_DOWN)
    driver.wait(2)
    driver.keys(pygame.K_RETURN, pygame.K_z)
    driver.wait(1)
    driver.key(pygame.K_1)
    assert timed(driver) == (1000, {})


def test_of_a_long_absence_a_minute_counts_and_no_rest() -> None:
    driver = in_cafe()
    driver.key(pygame.K_DOWN)
    for _ in range(100):
        driver.wait(10)
    driver.key(pygame.K_UP)
    driver.wait(5)
    driver.key(pygame.K_2)
    assert timed(driver) == (65_000, {"truth": 5000})


def test_whoever_moves_now_and_then_is_there() -> None:
    driver = in_cafe()
    driver.key(pygame.K_DOWN)
    for _ in range(3):
        driver.wait(50)
        driver.point((5, 5))
        driver.key(pygame.K_UP)
        driver.key(pygame.K_DOWN)
    driver.key(pygame.K_1)
    assert timed(driver) == (150_000, {"course": 150_000})


def test_without_notes_nothing_is_measured() -> None:
    driver = in_cafe()
    driver.session.mirror.noted = False
    driver.window.screens = [ScenePage(driver.stage)]
    driver.wait(2)
    driver.keys(pygame.K_DOWN, pygame.K_RETURN)
    assert driver.session.calls and timed(driver) is None


@pytest.mark.parametrize("name", ["note", "strip"])
def test_content_notes_and_instruments_are_not_measured(name: str) -> None:
    driver = driven(name, (1280, 720), STILL, drawn=True)
    driver.wait(2)
    driver.key(pygame.K_1)
    assert any(call.startswith("choose") for call in driver.session.calls)
    assert timed(driver) is None


KEYS = [pygame.K_UP, pygame.K_DOWN, pygame.K_TAB, pygame.K_RETURN, pygame.K_PAGEUP, pygame.K_l,
        pygame.K_z, pygame.K_ESCAPE]  # fmt: skip
FINGERS = [pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP]
SPOTS = st.tuples(st.integers(640, 1279), st.integers(300, 719))
HANDS: st.SearchStrategy[Callable[[Driver], object]] = st.one_of(
    st.floats(0, 90).map(lambda seconds: lambda driver: driver.wait(seconds)),
    st.sampled_from(KEYS).map(lambda key: lambda driver: driver.key(key)),
    SPOTS.map(lambda at: lambda driver: driver.point(at)),
    st.tuples(st.sampled_from(FINGERS), SPOTS).map(lambda did: lambda driver: driver.finger(*did)),
    st.sampled_from([pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED]).map(
        lambda kind: lambda _: pygame.event.post(pygame.Event(kind))
    ),
)


class Noting(FakeSession):
    """Keeps all that was measured."""

    def choose(self, id: str, timed: Timed | None = None) -> None:
        super().choose(id, timed)
        assert timed is not None
        FOUND.append(timed)


FOUND: list[Timed] = []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(HANDS, max_size=25), st.booleans())
def test_whatever_is_done_rests_are_of_options_and_never_more_than_all_of_the_time(
    hands: list[Callable[[Driver], object]], moves: bool
) -> None:
    FOUND.clear()
    session = Noting(order=(CAFE,) * 30, at=0)
    driver = Driver(session, settings=Settings(reduced_motion=not moves), drawn=False)
    driver.window.screens = [ScenePage(driver.stage)]
    for hand in hands:
        before = driver.now
        hand(driver)
        assert driver.now - before <= 90
    for screen in driver.window.screens:
        if isinstance(screen, ScenePage) and screen.hesitation is not None:
            FOUND.append(screen.hesitation.timed())
    assert driver.faults == []
    assert sum(found.ms for found in FOUND) <= driver.now * 1000 + 1
    for found in FOUND:
        assert set(found.rested) <= {"truth", "course", "train"}
        assert 0 <= sum(found.rested.values()) <= found.ms


@given(st.lists(st.tuples(st.floats(0, 200), st.sampled_from([None, "a:1", "a:2", "log"]))))
def test_parts_never_come_to_more_than_all_of_it(stretches: list[tuple[float, str | None]]) -> None:
    hesitation = Hesitation("a:")
    for seconds, key in stretches:
        hesitation.rests_on(key)
        hesitation.lies(seconds)
    found = hesitation.timed()
    assert set(found.rested) <= {"1", "2"}
    assert sum(found.rested.values()) <= found.ms <= ABSENT * 1000 * len(stretches)
