"""Paper: edges that catch the light, shadows to the lower right, planes cut where figures stand."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from pathlib import Path

import pygame
import pytest
from pygame import Surface

from game.screen.paper.atelier import Atelier
from game.screen.paper.light import Light, light_at, named
from game.screen.paper.planes import Placed, Plane, grouped
from game.screen.paper.relief import OVER
from game.screen.paper.sheets import Cutting, Sheet, Spot, read_cutting

SIZE = (320, 240)
WALL = (
    '<g id="wall" data-depth="0.2">'
    '<rect x="-60" y="-60" width="2000" height="2000" fill="#808080"/></g>'
)
CARD = (
    '<g id="card" data-depth="0.4">'
    '<rect x="500" y="400" width="400" height="300" fill="#808080"/></g>'
)
SPOT = '<g id="left" class="spot" transform="translate(700 900)"/>'


@pytest.fixture(autouse=True)
def display() -> None:
    pygame.display.init()
    pygame.display.set_mode((320, 240))


def cutting(folder: Path, body: str) -> Cutting:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 1080">{body}</svg>'
    (folder / "a.svg").write_text(text, encoding="utf-8")
    found = read_cutting(folder / "a.svg")
    assert found is not None
    return found


def drawn(found: Cutting, light: Light | None = None) -> Surface:
    """The place as it stands still."""
    surface = Surface(SIZE)
    for part in Atelier(SIZE[1] / 1080, light or named("day")).place(found, SIZE).layers:
        if isinstance(part, Plane):
            opaque = not part.surface.get_flags() & pygame.SRCALPHA
            surface.blit(part.surface, part.at, None, 0 if opaque else OVER)
    return surface


def grey(surface: Surface, x: int, y: int) -> float:
    """How light it is around a point."""
    return sum(pygame.transform.average_color(surface, (x - 1, y - 1, 3, 3))[:3]) / 3


def test_paper_is_lit_from_the_upper_left_and_casts_its_shadow_to_the_lower_right(
    tmp_path: Path,
) -> None:
    found = drawn(cutting(tmp_path, WALL + CARD))
    card = pygame.Rect(500 * 2 // 9, 400 * 2 // 9, 400 * 2 // 9, 300 * 2 // 9)
    inside, wall = grey(found, *card.center), grey(found, 20, 120)
    columns = [(card.left + by, card.top + 10, 1, 40) for by in range(3)]
    strip = max(pygame.transform.average_color(found, column)[0] for column in columns)
    assert strip > inside + 15
    assert grey(found, card.right + 2, card.bottom + 2) < wall - 25
    assert grey(found, card.left - 4, card.top - 4) > wall - 12


def test_what_is_flat_casts_no_shadow(tmp_path: Path) -> None:
    found = drawn(cutting(tmp_path, WALL + CARD.replace("<g", '<g data-flat="yes"')))
    assert abs(grey(found, 203, 158) - grey(found, 60, 158)) < 6


def test_planes_are_cut_at_spots_and_there_are_few(tmp_path: Path) -> None:
    many = "".join(CARD.replace("0.4", f"0.{n}").replace("card", f"c{n}") for n in range(3, 10))
    scenery = Atelier(0.2, named("day")).place(cutting(tmp_path, WALL + many + SPOT + CARD), SIZE)
    made = scenery.layers
    planes = [part for part in made if isinstance(part, Plane)]
    assert len(planes) == 4 and isinstance(made[-2], Placed) and isinstance(made[-1], Plane)
    depths = [plane.depth for plane in planes[:3]]
    assert depths == sorted(depths)
    assert planes[-1].surface.get_width() < SIZE[0] / 2


def test_every_spot_is_between_the_sheets_it_was_put_between() -> None:
    sheets = [Sheet(str(n), "", n / 10, 1.0) for n in range(6)]
    spots = [Spot(str(n), 0, 0) for n in range(5)]
    parts = [part for pair in zip(sheets, spots, strict=False) for part in pair]
    assert [p if isinstance(p, Spot) else p[0] for p in grouped(parts)] == parts


def test_the_sky_is_dark_at_night_and_a_lamp_is_not(tmp_path: Path) -> None:
    sky = WALL.replace("<g", '<g data-light="outside"')
    lamp = CARD.replace("<g", '<g data-light="glow"')
    found = drawn(cutting(tmp_path, sky + lamp), named("night"))
    assert grey(found, 10, 10) < 50 and grey(found, 155, 122) > 115


def test_a_sheet_is_there_only_at_its_hours(tmp_path: Path) -> None:
    found = cutting(tmp_path, WALL + CARD.replace("<g", '<g data-when="dark"').replace("#8", "#f"))
    day, night = drawn(found), drawn(found, named("night"))
    assert grey(day, 155, 122) == pytest.approx(grey(day, 60, 122), abs=8)
    assert night.get_at((155, 122))[0] > night.get_at((60, 122))[0] + 40


@pytest.mark.parametrize(
    ("month", "minute", "name"),
    [
        (1, 17 * 60 + 40, "night"),
        (4, 17 * 60 + 40, "day"),
        (4, 18 * 60 + 40, "dusk"),
        (4, 19 * 60 + 50, "night"),
        (4, 3 * 60, "night"),
        (4, 7 * 60, "morning"),
        (7, 20 * 60, "dark"),
        (12, 23 * 60 + 59, "night"),
        (12, 0, "night"),
        (6, 12 * 60, "day"),
    ],
)
def test_the_light_follows_the_clock_and_the_season(month: int, minute: int, name: str) -> None:
    assert name in light_at(month, minute).names


def test_light_changes_in_steps_and_never_by_much() -> None:
    for month in range(1, 13):
        lights = [light_at(month, minute) for minute in range(0, 1440, 20)]
        assert light_at(month, 19) == lights[0] and light_at(month, 1440) == lights[0]
        for one, other in zip(lights, [*lights[1:], lights[0]], strict=True):
            assert max(abs(a - b) for a, b in zip(one.sky, other.sky, strict=True)) < 0.45


def test_a_figure_is_as_large_as_its_spot_says_and_stands_on_its_foot(tmp_path: Path) -> None:
    body = '<g id="body"><rect x="400" y="300" width="600" height="780" fill="#2f5450"/></g>'
    figure = Atelier(0.2, named("day")).figure(cutting(tmp_path, body), 0.1)
    surface, foot = figure.surface, figure.foot
    assert surface.get_at((foot[0], foot[1] - 4))[3] == 255
    assert surface.get_at((foot[0], foot[1] - 85))[3] < 60
    assert surface.get_at((foot[0], foot[1] + 8))[3] < 200
