"""Captions: short, readable, and over nothing that the picture says."""

from __future__ import annotations

import pygame
import pytest
from pygame import Rect

from game.screen.sound.captions import Captions, free_place
from game.screen.theme import CONTRAST, PAPER, contrast
from tests.screen.drive import Driver

AREA = Rect(100, 50, 800, 600)
PLATE = Rect(0, 0, 300, 60)


def test_a_plate_lies_at_the_foot_and_else_where_there_is_room() -> None:
    foot = free_place(PLATE, AREA, 10, [])
    assert foot is not None and (foot.right, foot.bottom) == (890, 640)
    top = free_place(PLATE, AREA, 10, [Rect(100, 500, 800, 150)])
    assert top is not None and (top.right, top.top) == (890, 60)
    left = free_place(PLATE, AREA, 10, [Rect(100, 500, 800, 150), Rect(800, 50, 100, 300)])
    assert left is not None and (left.left, left.top) == (110, 60)


@pytest.mark.parametrize("taken", [[AREA], [Rect(100, 50, 800, 100), Rect(100, 500, 800, 150)]])
def test_where_there_is_no_room_it_covers_nothing(taken: list[Rect]) -> None:
    assert free_place(PLATE, AREA, 10, taken) is None
    assert free_place(Rect(0, 0, 900, 60), AREA, 10, []) is None


def test_captions_can_be_read_in_every_theme() -> None:
    for theme in (PAPER, CONTRAST):
        assert contrast(theme.on_ink, theme.ink) >= 7


def test_beside_what_lies_in_the_middle_a_plate_is_narrow_and_says_the_same() -> None:
    driver = Driver(size=(1920, 1080))
    kit, captions = driver.stage.kit, Captions()
    surface = pygame.display.get_surface()
    assert surface is not None
    for caption in ("The fridge, the clock, somebody's water.", "A telephone rings."):
        captions.say(caption)
    captions.draw(surface, kit, [])
    usual = captions.place
    picture = kit.frame.picture
    middle = Rect(0, picture.top, 520, picture.height)
    middle.centerx = picture.centerx
    captions.draw(surface, kit, [middle])
    narrow = captions.place
    assert usual is not None and narrow is not None
    assert narrow.width < usual.width and not narrow.colliderect(middle)
    assert picture.contains(narrow) and len(captions.lines) == 2
