"""The tags of the score: readable at every size, and never over the middle of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame
import pytest

from game.play.ledger import LedgerRow
from game.play.view import Score, View
from game.screen.blocks.buttons import Button
from game.screen.kit import Kit
from game.screen.layout import frame_for
from game.screen.lettering.type import Type
from game.screen.score_tag import tags_for, untold
from game.screen.settings import Settings
from game.screen.theme import CONTRAST, PAPER, contrast
from tests.screen.drive import SIZES, Driver
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CAFE, CALL, END

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
WATCHED = replace(
    LAMP,
    system="watched",
    seen_by=("everybody in this room, on the wall behind you, until the museum closes tonight",),
)
LIST = replace(LAMP, system="list", value="on the list", unit="", change=1, listed=True)


def kit_for(size: tuple[int, int], text: int) -> Kit:
    pygame.font.init()
    return Kit(Type(), PAPER, frame_for(size, text))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [26, 28, 44, 56])
def test_the_middle_of_the_picture_stays_free(size: tuple[int, int], text: int) -> None:
    kit = kit_for(size, text)
    area = kit.frame.picture
    for scores in ([LAMP], [LONG], [LIST], [WATCHED]):
        tags = tags_for(kit, scores, area)
        assert len(tags) == 1
        assert area.contains(tags[0].rect)
        assert not tags[0].rect.collidepoint(area.center)
        assert tags[0].rect.height <= area.height * 0.35


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [28, 56])
def test_who_sees_a_score_is_told_whole_however_long(size: tuple[int, int], text: int) -> None:
    kit = kit_for(size, text)
    tags = tags_for(kit, [WATCHED], kit.frame.picture)
    whole = [tag.form for tag in tags] == ["whole"]
    (seen,) = WATCHED.seen_by
    assert whole != (f"seen by {seen}" in "\n".join(untold([WATCHED], tags)))


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


BEFORE = replace(CAFE, scores=(replace(LAMP, change=0),))
ENTERED = replace(CALL, scores=(LAMP,))
AGAIN = replace(CALL, scene="again", scores=(LAMP,))


class OneEach(FakeSession):
    """With every page after the first there is one entry more."""

    def ledger(self) -> Sequence[LedgerRow]:
        return list(super().ledger())[: self.at]


def played(*order: View, still: bool = False) -> Driver:
    driver = Driver(OneEach(order=(*order, END)), settings=Settings(reduced_motion=still))
    driver.begin()
    driver.settle()
    driver.wait(1.0)
    return driver


def stamps(driver: Driver) -> list[float]:
    """When a mark came down on a tag, in seconds from now."""
    begun, found = driver.now, []
    for _ in range(120):
        driver.wait(1 / 60)
        if "stamp" in driver.window.turned:
            found.append(driver.now - begun)
    return found


def test_a_new_entry_is_stamped_when_the_page_lies_there_or_at_once() -> None:
    driver = played(BEFORE, ENTERED)
    driver.key(pygame.K_1)
    driver.settle()
    bare = driver.pixels()
    assert len(stamps(driver)) == 1
    assert driver.pixels() != bare

    still = played(BEFORE, ENTERED, still=True)
    still.key(pygame.K_1)
    assert still.window.turned == ("turned", "stamp")
    at_once = still.pixels()
    assert stamps(still) == []
    assert still.pixels() == at_once


def test_of_two_pages_with_the_same_points_each_is_stamped() -> None:
    driver = played(BEFORE, ENTERED, AGAIN)
    for _ in range(2):
        driver.key(pygame.K_1)
        assert len(stamps(driver)) == 1


def test_what_is_played_stamps_what_it_ends_with_and_what_time_brings() -> None:
    running = replace(BEFORE, kind="instrument", playing="none", ticking=True)
    entered = replace(running, scores=(LAMP,))
    driver = played(running, entered, ENTERED)
    driver.session.at = 1
    assert len(stamps(driver)) == 1, "time has brought an entry"
    driver.session.at = 2
    assert len(stamps(driver)) == 1, "and so has the end"
    assert driver.name == "ScenePage"


def test_what_is_taken_back_or_only_looked_at_again_is_not_stamped_anew() -> None:
    driver = played(BEFORE, ENTERED, AGAIN)
    driver.key(pygame.K_1)
    assert len(stamps(driver)) == 1
    driver.key(pygame.K_1)
    driver.settle()
    driver.key(pygame.K_z)
    assert stamps(driver) == []
    driver.keys(pygame.K_l, pygame.K_ESCAPE)
    assert stamps(driver) == []


def ledger_button(driver: Driver) -> Button:
    return next(button for button in driver.page.bar() if button.key == "ledger")


def test_with_the_next_page_an_entry_goes_to_the_ledger_until_that_is_opened() -> None:
    driver = played(BEFORE, ENTERED, AGAIN, still=True)
    assert ledger_button(driver).news == 0
    driver.key(pygame.K_1)
    assert ledger_button(driver).news == 0, "it is stamped on the tag"
    wide = driver.page.rects()["ledger"].width
    driver.key(pygame.K_1)
    assert ledger_button(driver).news == 1
    assert driver.page.rects()["ledger"].width > wide
    driver.keys(pygame.K_g, pygame.K_ESCAPE)
    assert ledger_button(driver).news == 0
