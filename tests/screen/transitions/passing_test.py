"""One page goes over into the next: in a moment, never in the way, and not for everybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.play.view import View
from game.screen.intents import Choose
from game.screen.screens import ways
from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CAFE, CALL, END

LATER = replace(CAFE, scene="later", lines=CALL.lines)
ELSEWHERE = replace(LATER, chapter="slow-train")
PLAYED = replace(LATER, kind="instrument", playing="drawn-nowhere", ticking=True)


def moving(
    *order: View, settings: Settings | None = None, size: tuple[int, int] = (1280, 720)
) -> Driver:
    """On the first of these screens, which lies there."""
    session = FakeSession(order=order or (CAFE, LATER, END))
    driver = Driver(session, size, settings or Settings())
    driver.begin()
    driver.settle()
    return driver


WAYS: dict[str, tuple[tuple[View, ...], Callable[[Driver], None], str]] = {
    "turned": ((CAFE, LATER), lambda driver: driver.key(pygame.K_1), "turned"),
    "turned whole": ((CAFE, CALL), lambda driver: driver.key(pygame.K_1), "turned"),
    "torn": ((CAFE, ELSEWHERE), lambda driver: driver.key(pygame.K_1), "torn"),
    "lens": ((CAFE, LATER), lambda driver: driver.key(pygame.K_g), "lens"),
    "played": ((CAFE, PLAYED), lambda driver: driver.key(pygame.K_1), "lens"),
}


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
@pytest.mark.parametrize("name", WAYS)
def test_it_begins_with_the_old_page_and_ends_with_the_new_one(
    name: str, size: tuple[int, int]
) -> None:
    order, press, turn = WAYS[name]
    driver = moving(*order, size=size)
    old = driver.pixels()
    press(driver)
    assert driver.window.turned == (turn,)
    seen = [driver.pixels()]
    while driver.window.passing:
        driver.wait(1 / 60)
        seen.append(driver.pixels())
    assert differing(old, seen[0]) < 0.05
    assert old != seen[-1]
    assert 15 <= len(seen) <= 32
    assert len(set(seen)) > 10
    pygame.event.post(pygame.Event(pygame.WINDOWEXPOSED))
    driver.wait(0.0)
    assert driver.pixels() == seen[-1]
    assert driver.faults == []


def differing(one: bytes, other: bytes) -> float:
    """The share of points that are not the same, looked at here and there."""
    step = 3 * 101
    spots = range(0, len(one) - 2, step)
    return sum(one[at : at + 3] != other[at : at + 3] for at in spots) / len(spots)


def test_a_press_ends_it_and_is_obeyed_at_once() -> None:
    driver = moving(CAFE, LATER, ELSEWHERE, END)
    driver.key(pygame.K_1)
    assert driver.window.passing
    driver.key(pygame.K_g)
    assert driver.name == "LedgerPage"
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_2)
    calls = [call for call in driver.session.calls if call.startswith("choose")]
    assert calls[-2:] == ["choose truth", "choose course"]


def test_a_moved_pointer_does_not_end_it_and_is_followed() -> None:
    driver = moving()
    driver.key(pygame.K_1)
    driver.point(driver.page.rects()["choice:course"].center)
    assert driver.window.passing
    assert driver.page.focus == "choice:course"


def test_time_waits_until_the_page_lies_there() -> None:
    driver = moving(CAFE, PLAYED)
    driver.key(pygame.K_1)
    driver.wait(0.04)
    assert driver.window.passing
    driver.wait(0.1)
    assert "tick 1" not in driver.session.calls
    driver.settle()
    driver.wait(0.1)
    assert driver.session.calls[-1] == "tick 1"


@pytest.mark.parametrize(
    "settings", [Settings(reduced_motion=True), Settings(scanning="two"), Settings(scanning="one")]
)
def test_nothing_moves_for_whoever_does_not_want_it(settings: Settings) -> None:
    driver = moving(settings=replace(settings, scanning="off"))
    driver.stage.change_settings(settings)
    driver.wait(0.0)
    driver.window.take(Choose(1))
    assert driver.session.at == 1
    assert not driver.window.passing
    assert driver.window.turned == ("turned",), "it can be heard all the same"


def test_what_was_read_before_is_passed_over_without() -> None:
    driver = moving(settings=Settings(skip_read=True))
    driver.session.read_before = True
    driver.key(pygame.K_1)
    assert not driver.window.passing
    assert driver.window.turned == ()


def test_another_size_ends_it() -> None:
    driver = moving()
    driver.key(pygame.K_1)
    driver.resize((900, 700))
    assert not driver.window.passing
    assert driver.faults == []


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_what_is_burnt_is_gone_before_the_next_page_is_seen(size: tuple[int, int]) -> None:
    driver = moving(size=size)
    for act in (ways.notes, ways.burn):
        driver.window._change(act(driver.stage))
    driver.wait(0.1)
    for _ in range(2):
        driver.click("burn")
    assert driver.window.turned == ("burnt",)
    middle = driver.stage.kit.frame.sheet.center
    surface = pygame.display.get_surface()
    assert surface is not None
    seen = []
    while driver.window.passing:
        driver.wait(1 / 60)
        seen.append(tuple(surface.get_at(middle))[:3])
    paper, table = seen[0], seen[-4]
    assert sum(paper) > 2 * sum(table) > 0, "the bare table lies there in between"
    assert sum(seen[-1]) > 2 * sum(table)
    assert driver.name == "AshesPage" and driver.faults == []


def test_nothing_burns_where_motion_is_reduced() -> None:
    driver = moving(settings=Settings(reduced_motion=True))
    driver.window._change(ways.burn(driver.stage))
    driver.wait(0.1)
    driver.click("burn")
    driver.click("burn")
    assert driver.name == "AshesPage" and not driver.window.passing
