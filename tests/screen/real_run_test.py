"""The window on a real story: the README's example, played to its end with keys."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pygame

from game.play.saves import Shelf
from game.session import Session
from tests.example import example
from tests.screen.drive import Driver


def test_the_readme_example_is_played_in_the_window(tmp_path: Path) -> None:
    seeds = count()
    session = Session(example(), {}, lambda: next(seeds), Shelf(tmp_path))
    driver = Driver(session)  # type: ignore[arg-type]
    driver.key(pygame.K_RETURN)
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
