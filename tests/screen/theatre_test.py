"""The stage of paper: figures come, turn and go; the camera leans towards who speaks; nothing is
drawn that does not move."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pygame
import pytest
from pygame import Rect, Surface

from game.play.view import OnStage
from game.screen.paper.light import named
from game.screen.picture import Pictures
from game.screen.theatre import Tableau, Theatre

SIZE = (480, 360)
AREA = Rect((0, 0), SIZE)
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 1080">'
PLACE = (
    f'{HEAD}<g id="wall" data-depth="0.1">'
    '<rect x="-60" y="-60" width="1560" height="1200" fill="#808080"/></g>'
    '<g id="left" class="spot" transform="translate(360 900)"/>'
    '<g id="table" data-depth="0.6">'
    '<rect x="-60" y="800" width="1560" height="400" fill="#604020"/></g>'
    '<g id="post" data-depth="0.88" data-flat="yes">'
    '<rect x="1200" y="300" width="60" height="300" fill="#ffffff"/></g></svg>'
)
FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 500">'
    '<g id="body" data-flat="yes"><rect width="300" height="500" fill="{}"/>'
    '<rect id="eye" x="100" y="50" width="100" height="100" fill="none"/></g></svg>'
)
GREEN, BLUE = (32, 160, 64), (32, 64, 160)


@dataclass
class House:
    """A folder with a place and two postures of one figure, and a theatre that plays there."""

    folder: Path
    theatre: Theatre
    problems: list[BaseException]

    def tableau(self, page: object, *cast: tuple[str, str, str], **other: object) -> Tableau:
        on = tuple(OnStage(spot, who, "", file) for spot, who, file in cast)
        made = Tableau(page, self.folder, "yard", ("place.svg",), cast=on)
        return replace(made, **other)  # type: ignore[arg-type]

    def seen(self, tableau: Tableau) -> Surface:
        surface = Surface(SIZE)
        self.theatre.draw(surface, AREA, tableau)
        return surface

    def after(self, seconds: float, tableau: Tableau) -> Surface:
        """What is seen when so much time has passed, in frames."""
        for _ in range(round(seconds * 60)):
            if self.theatre.step(1 / 60, at_once=False):
                self.seen(tableau)
        return self.seen(tableau)


@pytest.fixture
def house(tmp_path: Path) -> House:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    (tmp_path / "place.svg").write_text(PLACE, encoding="utf-8")
    (tmp_path / "green.svg").write_text(FIGURE.format("#20a040"), encoding="utf-8")
    (tmp_path / "blue.svg").write_text(FIGURE.format("#2040a0"), encoding="utf-8")
    problems: list[BaseException] = []
    pictures = Pictures(problems.append, lambda work: work())
    return House(tmp_path, Theatre(pictures), problems)


ANNA = ("left", "anna", "green.svg")
AT_LEFT, AT_TABLE = (120, 200), (120, 285)


def near(surface: Surface, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    found = surface.get_at(at)
    return all(abs(found[n] - colour[n]) < 30 for n in range(3))


def test_a_figure_stands_at_its_spot_behind_the_table(house: House) -> None:
    seen = house.seen(house.tableau(1, ANNA))
    assert near(seen, AT_LEFT, GREEN) and not near(seen, AT_TABLE, GREEN)
    assert house.theatre.eye(AREA) is not None and house.problems == []


def test_who_is_new_comes_from_the_nearer_edge_within_half_a_second(house: House) -> None:
    house.seen(house.tableau(1))
    tableau = house.tableau(2, ANNA)
    assert not near(house.seen(tableau), AT_LEFT, GREEN)
    part = house.after(0.1, tableau)
    assert near(part, (10, 200), GREEN) and not near(part, (165, 200), GREEN)
    assert near(house.after(0.5, tableau), (165, 200), GREEN)
    assert not house.theatre.step(1, at_once=False)


def test_who_goes_is_gone_within_half_a_second_and_not_looked_at(house: House) -> None:
    house.seen(house.tableau(1, ANNA))
    tableau = house.tableau(2)
    assert near(house.seen(tableau), AT_LEFT, GREEN) and house.theatre.eye(AREA) is None
    seen = house.after(0.6, tableau)
    assert not any(near(seen, (left, 200), GREEN) for left in range(0, 480, 8))


def test_another_posture_is_there_after_a_moment_and_nobody_is_half_there(house: House) -> None:
    house.seen(house.tableau(1, ANNA))
    tableau = house.tableau(2, ("left", "anna", "blue.svg"))
    for _ in range(30):
        red, green, blue = house.after(1 / 60, tableau).get_at(AT_LEFT)[:3]
        assert red < 60 and green + blue > 150
    assert near(house.seen(tableau), AT_LEFT, BLUE)


def test_without_movement_all_is_there_at_once(house: House) -> None:
    house.seen(house.tableau(1))
    tableau = house.tableau(2, ANNA, speaker="anna", framed=True)
    house.seen(tableau)
    house.theatre.step(0.001, at_once=True)
    assert near(house.seen(tableau), AT_LEFT, GREEN) and house.theatre.closed == 1
    assert not house.theatre.step(1, at_once=True)


def test_in_another_place_everybody_is_there_already(house: House) -> None:
    (house.folder / "other.svg").write_text(PLACE, encoding="utf-8")
    house.seen(house.tableau(1))
    assert near(house.seen(house.tableau(2, ANNA, layers=("other.svg",))), AT_LEFT, GREEN)


def post(surface: Surface) -> int:
    """Where the nearest thing begins."""
    return min(left for left in range(300, 480) if near(surface, (left, 115), (240, 240, 240)))


def test_near_things_move_as_the_camera_leans_to_who_speaks_and_far_ones_stay(house: House) -> None:
    (house.folder / "place.svg").write_text(
        PLACE.replace("</svg>", '<g id="l2" class="spot" transform="translate(1300 900)"/></svg>'),
        encoding="utf-8",
    )
    cast = (ANNA, ("l2", "ben", "blue.svg"))
    still = post(house.seen(house.tableau(1, *cast)))
    assert not house.theatre.step(1, at_once=False)
    tableau = house.tableau(2, *cast, speaker="anna")
    house.seen(tableau)
    assert post(house.after(0.7, tableau)) > still
    tableau = house.tableau(3, *cast, speaker="ben")
    house.seen(tableau)
    assert post(house.after(0.7, tableau)) < still
    tableau = house.tableau(4, *cast)
    house.seen(tableau)
    assert post(house.after(0.7, tableau)) == still


def test_what_nobody_draws_does_not_move(house: House) -> None:
    house.seen(house.tableau(1))
    house.seen(house.tableau(2, ANNA))
    assert house.theatre.step(0.01, at_once=False)
    assert not house.theatre.step(0.01, at_once=False)


def test_a_missing_figure_is_blank_paper_and_reported_once(house: House) -> None:
    seen = house.seen(house.tableau(1, ("left", "anna", "gone.svg")))
    assert near(seen, (120, 260), (200, 188, 165))
    house.theatre.still((960, 720), house.tableau(1, ("left", "anna", "gone.svg")))
    assert len(house.problems) == 1


@pytest.mark.parametrize(("spot", "left"), [("left", 106), ("middle", 240), ("right", 374)])
def test_a_spot_that_the_picture_does_not_have_is_at_its_foot(
    house: House, spot: str, left: int
) -> None:
    bare = f'{HEAD}<g id="wall"><rect x="-60" y="-60" width="1600" height="1300"/></g></svg>'
    (house.folder / "bare.svg").write_text(bare, encoding="utf-8")
    tableau = house.tableau(1, (spot, "anna", "green.svg"), layers=("bare.svg",))
    assert near(house.seen(tableau), (left, 340), GREEN)


def test_a_figure_can_stand_before_a_picture_without_sheets(house: House) -> None:
    plain = f'{HEAD}<rect width="1440" height="1080" fill="#808080"/></svg>'
    (house.folder / "plain.svg").write_text(plain, encoding="utf-8")
    tableau = house.tableau(1, ANNA, layers=("plain.svg",))
    assert near(house.seen(tableau), (106, 340), GREEN)


def test_the_place_stays_as_it_was_until_it_is_there_in_another_light(tmp_path: Path) -> None:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    (tmp_path / "place.svg").write_text(PLACE, encoding="utf-8")
    (tmp_path / "green.svg").write_text(FIGURE.format("#20a040"), encoding="utf-8")
    waiting: list[Callable[[], None]] = []

    def work_off() -> None:
        while waiting:
            waiting.pop(0)()
            pictures.arrived()

    pictures = Pictures(lambda problem: None, waiting.append)
    house = House(tmp_path, Theatre(pictures), [])
    day = house.tableau(1, ANNA)
    assert max(house.seen(day).get_at(AT_LEFT)[:3]) < 60
    work_off()
    house.seen(day)
    work_off()
    assert near(house.seen(day), AT_LEFT, GREEN)
    night = house.tableau(1, ANNA, light=named("night"))
    assert near(house.seen(night), AT_LEFT, GREEN)
    work_off()
    house.seen(night)
    work_off()
    assert house.seen(night).get_at(AT_LEFT)[1] < 140


def test_what_lies_over_a_place_lies_on_the_sheet_that_it_names(house: House) -> None:
    spot = '<rect x="{}" y="{}" width="120" height="120" fill="#20a040"/>'
    for name, root, at in (
        ("wall.svg", HEAD.replace("<svg", '<svg data-over="wall"'), (300, 780)),
        ("top.svg", HEAD, (600, 780)),
    ):
        (house.folder / name).write_text(f"{root}{spot.format(*at)}</svg>", encoding="utf-8")
    seen = house.seen(house.tableau(1, layers=("place.svg", "wall.svg", "top.svg")))
    assert not near(seen, (120, 290), GREEN) and near(seen, (220, 290), GREEN)
