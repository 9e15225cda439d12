"""A machine's frame: only where an eye saw something, around it, and within the picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from pygame import Rect

from game.play.view import OnStage, View
from game.screen.machine_frame import draw_frame
from game.screen.screens import ways
from game.screen.settings import Settings
from game.screen.theme import theme_for
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CAFE
from tests.screen.theatre_test import FIGURE, PLACE

SEEN = ("20:07 reading",)


def on_stage(folder: Path, *, still: bool = True, high: bool = False, **parts: object) -> Driver:
    """The page of a scene with a figure on it, in a window."""
    (folder / "place.svg").write_text(PLACE, encoding="utf-8")
    (folder / "green.svg").write_text(FIGURE.format("#20a040"), encoding="utf-8")
    cast = (OnStage("left", "tilda", "listening", "green.svg"),)
    view = replace(CAFE, picture="place.svg", stage=cast, **parts)  # type: ignore[arg-type]
    driver = Driver(Told(view, folder), settings=Settings(reduced_motion=still, high_contrast=high))
    driver.window.screens = [ways.page_of_run(driver.stage)]
    driver.window.once()
    return driver


class Told(FakeSession):
    """A story of one screen."""

    def __init__(self, view: View, folder: Path) -> None:
        super().__init__(folder=folder)
        self.told = view

    def view(self) -> View:
        return self.told


def vermilion(driver: Driver) -> Rect:
    """What of the picture is as red as the score, but for the tags at its foot."""
    area = driver.stage.kit.frame.picture
    surface = pygame.display.get_surface()
    assert surface is not None
    red = theme_for(driver.stage.settings.high_contrast).score_surface
    mask = pygame.mask.from_threshold(surface, red, (6, 6, 6, 255))
    found = [rect for rect in mask.get_bounding_rects() if area.contains(rect)]
    found = [rect for rect in found if rect.bottom < area.height * 0.6]
    return found[0].unionall(found[1:]) if found else Rect(0, 0, 0, 0)


def test_a_frame_is_put_around_what_was_seen_in_either_theme(tmp_path: Path) -> None:
    for high in (False, True):
        driver = on_stage(tmp_path, caught=SEEN, high=high)
        driver.wait(0.1)
        eye = driver.stage.theatre.eye(driver.stage.kit.frame.picture)
        assert eye is not None and vermilion(driver).contains(eye) and driver.faults == []


def test_nothing_is_framed_where_nothing_was_seen(tmp_path: Path) -> None:
    driver = on_stage(tmp_path)
    driver.wait(0.1)
    assert vermilion(driver).size == (0, 0)


def test_nothing_is_framed_where_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    driver = on_stage(tmp_path, caught=SEEN)
    plain = FIGURE.format("#20a040").replace('id="eye"', 'id="ear"')
    (tmp_path / "plain.svg").write_text(plain, encoding="utf-8")
    cast = (OnStage("left", "tilda", "listening", "plain.svg"),)
    assert isinstance(driver.session, Told)
    driver.session.told = replace(driver.session.told, stage=cast)
    driver.window.screens = [ways.page_of_run(driver.stage)]
    driver.wait(0.1)
    driver.wait(0.1)
    assert vermilion(driver).size == (0, 0)


def test_it_closes_in_and_then_says_what_was_seen_and_nothing_is_drawn_any_more(
    tmp_path: Path,
) -> None:
    driver = on_stage(tmp_path, caught=SEEN, still=False)
    driver.wait(0.02)
    wide = vermilion(driver)
    for _ in range(60):
        driver.wait(1 / 60)
    closed, flips = vermilion(driver), driver.flips
    assert closed.width < wide.width or closed.top < wide.top
    for _ in range(60):
        driver.wait(1 / 60)
    assert driver.flips == flips


@pytest.mark.parametrize(
    "eye",
    [
        Rect(0, 0, 40, 40),
        Rect(600, 0, 300, 700),
        Rect(-50, 690, 80, 80),
        Rect(300, 300, 0, 0),
        Rect(4000, 4000, 10, 10),
    ],
)
def test_it_never_leaves_the_picture(eye: Rect) -> None:
    driver = Driver()
    kit, area = driver.stage.kit, driver.stage.kit.frame.picture
    surface = pygame.Surface(driver.size)
    for labels in ((), SEEN, (*SEEN, "20:11 " + "reading " * 40), SEEN * 3):
        for closed in (0.0, 0.5, 1.0):
            draw_frame(surface, kit, area, eye, labels, closed)
    outside = surface.copy()
    outside.fill((0, 0, 0), area)
    assert pygame.mask.from_threshold(outside, (0, 0, 0), (1, 1, 1, 255)).count() == (
        driver.size[0] * driver.size[1]
    )
