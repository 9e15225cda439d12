"""The window on real stories, played with keys: the README's example to its end."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pygame

from game.play.saves import Shelf
from game.session import Session
from tests.example import example
from tests.play.small import small
from tests.screen.drive import Driver

TABLE = """\
table:
  place: table
  text: The table.
  choices:
    pour: {text: Pour., set: {coins: coins + 1}, go: table}
"""
PLACES = "{table: {name: T, picture: t.svg, over: [{if: coins > 1, picture: ring.svg}]}}"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    '<rect x="{0}" y="{0}" width="{1}" height="{1}" fill="{2}"/></svg>'
)


def test_what_lies_over_a_place_is_seen_from_when_its_condition_holds(tmp_path: Path) -> None:
    for name, picture in (("t", (0, 100, "#204080")), ("ring", (40, 20, "#F0E010"))):
        (tmp_path / f"{name}.svg").write_text(PICTURE.format(*picture), encoding="utf-8")
    session = Session(small(tmp_path, TABLE, places=PLACES, starts="table"), {}, lambda: 1, None)
    driver = Driver(session)  # type: ignore[arg-type]

    def middle() -> tuple[int, ...]:
        surface = pygame.display.get_surface()
        assert surface is not None
        return tuple(surface.get_at(driver.stage.kit.frame.picture.center))[:3]

    driver.begin()
    assert middle() == (32, 64, 128)
    driver.key(pygame.K_1)
    assert middle() == (32, 64, 128)
    driver.key(pygame.K_1)
    assert middle() == (240, 224, 16)
    driver.key(pygame.K_z)
    assert middle() == (32, 64, 128)
    assert driver.faults == []


def test_the_readme_example_is_played_in_the_window(tmp_path: Path) -> None:
    seeds = count()
    session = Session(example(), {}, lambda: next(seeds), Shelf(tmp_path))
    driver = Driver(session)  # type: ignore[arg-type]
    driver.begin()
    for _ in range(200):
        if driver.name == "EndPage":
            break
        driver.key(pygame.K_RETURN)
    assert driver.faults == []
    assert driver.name == "EndPage"
    for key, name in ((pygame.K_l, "LogPage"), (pygame.K_g, "LedgerPage")):
        driver.key(key)
        assert driver.name == name
        driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_z)
    assert driver.name != "EndPage"
