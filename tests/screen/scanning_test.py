"""One switch, or two: a frame walks, and a press takes."""

from __future__ import annotations

import pygame
import pytest

from game.screen.paper.pieces import strip_box
from game.screen.scanning import TEXT
from game.screen.settings import Settings
from tests.screen.drive import Driver

STEP = 1.8


def scanned(how: str, size: tuple[int, int] = (1280, 720)) -> Driver:
    settings = Settings(reduced_motion=True, scanning=how, scan_seconds=STEP)
    return Driver(settings=settings, size=size)


def framed(driver: Driver) -> str:
    return driver.window.scanner.at


def walk_to(driver: Driver, stop: str) -> None:
    """Waits until the frame comes by, and for a hand to follow."""
    for _ in range(1500):
        if framed(driver) == stop:
            driver.wait(0.5)
            return
        driver.wait(0.1)
    raise AssertionError(f"the frame never came to {stop}")


def press(driver: Driver) -> None:
    driver.key(pygame.K_SPACE)


def take(driver: Driver, stop: str) -> None:
    walk_to(driver, stop)
    press(driver)


def begin(driver: Driver) -> None:
    take(driver, "new")
    take(driver, "notes")
    assert driver.name == "NotePage"


def event(kind: int, **told: object) -> None:
    pygame.event.post(pygame.Event(kind, **told))


def test_a_page_begins_with_time_to_read_in_which_a_press_takes_nothing() -> None:
    driver = scanned("one")
    begin(driver)
    assert framed(driver) == TEXT and driver.page.focus is None
    press(driver)
    assert driver.session.calls == ["new"]
    assert framed(driver) == driver.page.focus == "choice:on"


def test_more_text_has_more_time() -> None:
    driver = scanned("one")
    begin(driver)
    take(driver, "choice:on")
    rests = []
    for choice in ("choice:truth", "choice:talk"):
        before = driver.now
        while framed(driver) == TEXT:
            driver.wait(0.1)
        rests.append(driver.now - before)
        take(driver, choice)
    assert rests[0] > rests[1] > 2 * STEP


def test_the_frame_walks_by_itself_over_what_can_be_taken_and_round_again() -> None:
    driver = scanned("one")
    begin(driver)
    take(driver, "choice:on")
    seen = [framed(driver)]
    for _ in range(600):
        driver.wait(0.1)
        if framed(driver) != seen[-1]:
            seen.append(framed(driver))
    one_round = ["choice:truth", "choice:course", "log", "ledger", "cards", "undo", "menu"]
    assert seen[: len(one_round) + 2] == [TEXT, *one_round, one_round[0]]
    assert "choice:train" not in seen


def test_after_some_rounds_without_a_press_it_waits_for_one_and_draws_no_more() -> None:
    driver = scanned("one")
    begin(driver)
    for _ in range(900):
        driver.wait(0.1)
    assert framed(driver) == TEXT
    before = driver.flips
    for _ in range(300):
        driver.wait(0.1)
    assert (framed(driver), driver.flips) == (TEXT, before)
    press(driver)
    assert driver.session.calls == ["new"]
    walk_to(driver, "choice:instead")


def test_while_the_frame_rests_nothing_is_drawn() -> None:
    driver = scanned("one")
    walk_to(driver, "settings")
    before = driver.flips
    for _ in range(10):
        driver.wait(0.1)
    assert (framed(driver), driver.flips) == ("settings", before)


def test_who_presses_as_the_frame_leaves_meant_what_it_left() -> None:
    driver = scanned("one")
    begin(driver)
    walk_to(driver, "choice:on")
    while framed(driver) == "choice:on":
        driver.wait(0.05)
    assert framed(driver) == "choice:instead"
    press(driver)
    assert driver.session.calls == ["new"]
    assert framed(driver) == "choice:on"
    press(driver)
    assert driver.session.calls == ["new", "choose on"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (pygame.KEYDOWN, {"key": pygame.K_ESCAPE, "mod": 0}),
        (pygame.KEYDOWN, {"key": pygame.K_F5, "mod": 0}),
        (pygame.KEYDOWN, {"key": pygame.K_2, "mod": 0}),
        (pygame.MOUSEBUTTONDOWN, {"pos": (5, 5), "button": 1}),
        (pygame.MOUSEBUTTONDOWN, {"pos": (5, 5), "button": 3}),
        (pygame.FINGERDOWN, {"touch_id": 1, "finger_id": 0, "x": 0.1, "y": 0.1}),
        (pygame.CONTROLLERBUTTONDOWN, {"instance_id": 0, "button": pygame.CONTROLLER_BUTTON_Y}),
    ],
)
def test_any_press_anywhere_takes_what_is_framed(kind: int, told: dict[str, object]) -> None:
    driver = scanned("one")
    walk_to(driver, "new")
    event(kind, **told)
    driver.window.once()
    assert driver.name == "ConsentPage"


def test_what_is_no_press_takes_nothing() -> None:
    driver = scanned("one")
    walk_to(driver, "new")
    driver.point(driver.page.rects()["settings"].center)
    driver.wheel(-1)
    driver.key(pygame.K_LSHIFT)
    driver.key(pygame.K_x, pygame.KMOD_ALT)
    assert framed(driver) == "new" and driver.session.calls == []
    event(pygame.QUIT)
    driver.window.once()
    assert not driver.window.open


def test_a_text_that_is_longer_than_the_page_is_read_with_one_switch() -> None:
    driver = scanned("one", (800, 600))
    driver.session.at = 3
    take(driver, "settings")
    take(driver, "back")
    begin(driver)
    for choice in ("choice:on", "choice:truth", "choice:talk"):
        while choice not in driver.page.stops():
            take(driver, "scroll down")
        take(driver, choice)
    seen = []
    while "choice:on" not in driver.page.stops():
        seen += driver.page.in_view().split("\n")
        take(driver, "scroll down")
    seen += driver.page.in_view().split("\n")
    assert [text for text in driver.page.says().split("\n") if text and text not in seen] == [
        "Go on"
    ]
    take(driver, "scroll up")
    assert "choice:on" not in driver.page.stops()


def test_a_setting_can_be_pressed_again_without_another_round() -> None:
    driver = scanned("one")
    take(driver, "settings")
    while "high_contrast" not in driver.page.stops():
        take(driver, "scroll down")
    take(driver, "high_contrast")
    driver.wait(0.5)
    assert framed(driver) == "high_contrast"
    press(driver)
    assert not driver.stage.settings.high_contrast


def test_nobody_is_caught_in_scanning() -> None:
    driver = scanned("one")
    take(driver, "settings")
    while "scanning" not in driver.page.stops():
        take(driver, "scroll down")
    take(driver, "scanning")
    assert driver.stage.settings.scanning == "two"
    driver.wait(0.5)
    driver.key(pygame.K_RETURN)
    assert driver.stage.settings.scanning == "off"
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "TitlePage"


@pytest.mark.parametrize("on", ["space", "right", "touch", "pad"])
def test_with_two_switches_one_moves_the_frame_and_the_other_takes(on: str) -> None:
    driver = scanned("two")
    events = {
        "space": (
            (pygame.KEYDOWN, {"key": pygame.K_SPACE, "mod": 0}),
            (pygame.KEYDOWN, {"key": pygame.K_RETURN, "mod": 0}),
        ),
        "right": (
            (pygame.MOUSEBUTTONDOWN, {"pos": (5, 5), "button": 3}),
            (pygame.MOUSEBUTTONDOWN, {"pos": (5, 5), "button": 1}),
        ),
        "touch": (
            (pygame.FINGERDOWN, {"touch_id": 1, "finger_id": 0, "x": 0.1, "y": 0.5}),
            (pygame.FINGERDOWN, {"touch_id": 1, "finger_id": 0, "x": 0.9, "y": 0.5}),
        ),
        "pad": (
            (pygame.CONTROLLERBUTTONDOWN, {"instance_id": 0, "button": 1}),
            (pygame.CONTROLLERBUTTONDOWN, {"instance_id": 0, "button": 0}),
        ),
    }
    moves, takes = events[on]
    for each in (takes, moves, takes):
        driver.wait(60)
        event(each[0], **each[1])
        if each[0] in (pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN):
            event(each[0] + 1, **each[1])
        driver.window.once()
    assert driver.name == "SettingsPage"


def test_time_waits_for_whoever_uses_switches() -> None:
    driver = Driver()
    assert not driver.session.untimed
    driver.stage.change_settings(Settings(scanning="two"))
    assert driver.session.untimed
    driver.stage.change_settings(Settings())
    assert not driver.session.untimed


def test_the_frame_is_seen() -> None:
    driver = scanned("one")
    begin(driver)
    pictures = set()
    for stop in (TEXT, "choice:on", "choice:instead", "menu"):
        walk_to(driver, stop)
        pictures.add(driver.pixels())
    assert len(pictures) == 4


def test_while_nothing_is_framed_it_is_said_what_a_press_does() -> None:
    driver = scanned("one")
    begin(driver)
    assert driver.window.scanner.saying == "reading · press to choose"
    column = driver.stage.kit.frame.sheet
    above = pygame.Rect(column.left, column.top, column.width, driver.page.column.body.top - 4)
    surface = pygame.display.get_surface()
    assert surface is not None
    worded = surface.subsurface(above.clip(surface.get_rect())).copy()
    walk_to(driver, "choice:on")
    bare = surface.subsurface(above.clip(surface.get_rect())).copy()
    assert pygame.image.tobytes(worded, "RGB") != pygame.image.tobytes(bare, "RGB")
    for _ in range(900):
        driver.wait(0.1)
    assert framed(driver) == TEXT
    assert driver.window.scanner.saying == "waiting · press to go on"


def test_the_frame_lies_around_the_strip_also_in_two_columns() -> None:
    driver = scanned("one", (1920, 1080))
    walk_to(driver, "settings")
    place, kit = driver.page.rects()["settings"], driver.stage.kit
    assert place.width < driver.page.column.body.width
    box, surface = strip_box(place, kit), pygame.display.get_surface()
    assert surface is not None
    for x in (box.left - kit.frame.gap // 2 + 1, box.right + kit.frame.gap // 2 - 2):
        assert tuple(surface.get_at((x, box.centery)))[:3] == kit.theme.focus
