"""Golden pictures: every page as it looked when somebody last looked at it and found it good.

`python -m tests.screen.golden_pictures` draws them anew; look at what has changed before you
commit it. They are kept at a third of their size and in few colours: small files, and a hair's
breadth that another machine draws otherwise is no difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pygame

from game.screen.settings import Settings
from tests.screen.every_page import EVERY_PAGE, driven

HERE = Path(__file__).parent / "golden"
SIZES = ((1920, 1080), (1080, 1920), (800, 600))
THEMES = ("paper", "contrast")
SMALLER = 3
FEW_COLOURS = 12
"""Bits: sixteen steps each of red, green and blue."""

TOLERATED = 40
"""How far a colour may be from the golden one, of 255, before the point counts as different."""
DIFFERENT = 0.001
"""The share of points that may be different."""


def cases() -> Iterator[tuple[str, tuple[int, int], str]]:
    """Every page in every size and theme."""
    yield from product(EVERY_PAGE, SIZES, THEMES)


def path_of(name: str, size: tuple[int, int], theme: str) -> Path:
    """Where its golden picture is kept."""
    return HERE / f"{name}-{size[0]}x{size[1]}-{theme}.png"


def drawn(name: str, size: tuple[int, int], theme: str) -> pygame.Surface:
    """The page as it is drawn now, made small."""
    settings = Settings(28, reduced_motion=True, high_contrast=theme == "contrast")
    driver = driven(name, size, settings, drawn=True)
    assert driver.faults == []
    surface = pygame.display.get_surface()
    assert surface is not None
    small = (size[0] // SMALLER, size[1] // SMALLER)
    coarse = pygame.Surface(small, depth=FEW_COLOURS)
    coarse.blit(pygame.transform.smoothscale(surface.convert(24), small), (0, 0))
    return coarse.convert(24)


def difference(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of points that differ by more than is tolerated, 0 to 1."""
    if one.get_size() != other.get_size():
        return 1.0
    less, more = one.copy(), other.copy()
    less.blit(other, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    more.blit(one, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    less.blit(more, (0, 0), special_flags=pygame.BLEND_RGB_MAX)
    near = pygame.mask.from_threshold(less, (0, 0, 0), (TOLERATED + 1,) * 3)
    return 1 - near.count() / (one.get_width() * one.get_height())


def write() -> None:
    """Draws all of them anew, and deletes those of pages that are no more."""
    HERE.mkdir(exist_ok=True)
    wanted = {path_of(*case) for case in cases()}
    for path in HERE.glob("*.png"):
        if path not in wanted:
            path.unlink()
    for case in cases():
        now, path = drawn(*case), path_of(*case)
        if not path.is_file() or difference(now, pygame.image.load(path)) > 0:
            pygame.image.save(now, path)
            print(path.name)


if __name__ == "__main__":
    write()
