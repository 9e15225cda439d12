"""The tags of the score: readable at every size, and never over the middle of the picture."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.play.view import Score
from game.screen.kit import Kit
from game.screen.layout import frame_for
from game.screen.lettering.type import Type
from game.screen.score_tag import tags_for, untold
from game.screen.settings import Settings
from game.screen.theme import CONTRAST, PAPER, contrast
from tests.screen.drive import SIZES, Driver

LAMP = Score(
    "lamp",
    "Daily Lamp",
    "2,511",
    "points",
    "Haifeng, in January",
    band="points count double",
    change=4,
    seen_by=("self", "branch"),
)
LONG = replace(LAMP, system="long", name="The committee for harmony on the stairs of block four")
LIST = replace(LAMP, system="list", value="on the list", unit="", change=1, listed=True)


def kit_for(size: tuple[int, int], text: int) -> Kit:
    pygame.font.init()
    return Kit(Type(), PAPER, frame_for(size, text))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [26, 28, 44, 56])
def test_the_middle_of_the_picture_stays_free(size: tuple[int, int], text: int) -> None:
    kit = kit_for(size, text)
    area = kit.frame.picture
    for scores in ([LAMP], [LONG], [LIST]):
        tags = tags_for(kit, scores, area)
        assert len(tags) == 1
        assert area.contains(tags[0].rect)
        assert not tags[0].rect.collidepoint(area.center)
        assert tags[0].rect.height <= area.height * 0.35


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [28, 56])
def test_what_no_tag_says_the_column_does(size: tuple[int, int], text: int) -> None:
    kit = kit_for(size, text)
    scores = [LAMP, LONG, LIST]
    tags = tags_for(kit, scores, kit.frame.picture)
    rects = [tag.rect for tag in tags]
    assert all(rect.collidelist(rects) == number for number, rect in enumerate(rects))
    rest = "\n".join(untold(scores, tags))
    for score in scores:
        tag = next((tag for tag in tags if tag.score is score), None)
        if tag is None or tag.form == "bare":
            assert f"{score.name}: {score.value}" in rest
        if tag is None or tag.form != "whole":
            assert "seen by self, branch" in rest
        else:
            assert rest == ""


def test_a_new_entry_is_marked_in_colours_that_can_be_read() -> None:
    for theme, least in ((PAPER, 4.5), (CONTRAST, 7)):
        assert contrast(theme.card, theme.score_surface) >= least


@pytest.mark.parametrize("still", [False, True])
def test_the_mark_of_a_new_entry_comes_out_calmly_or_at_once(still: bool) -> None:
    driver = Driver(settings=Settings(reduced_motion=still))
    driver.keys(pygame.K_RETURN, pygame.K_1, pygame.K_1)
    driver.wait(0.01)
    first = driver.pixels()
    for _ in range(30):
        driver.wait(0.05)
    assert (driver.pixels() == first) is still
