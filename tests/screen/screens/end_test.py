"""The last page: the mirror whole in view, and what it leads to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.mirror.desk import Desk
from game.mirror.notebook import Bet
from game.mirror.pairs import PairRow
from game.mirror.reading import Mirror, Twice
from game.screen.screens.end import EndPage
from game.screen.settings import Settings
from game.session import Session
from game.story.model import AT_STAKE, NOT_AT_STAKE, Terms
from tests.mirror.twice import knocks
from tests.screen.drive import Driver
from tests.screen.fake_desk import TWICE, FakeDesk
from tests.screen.fake_session import FakeSession

TOOK = {AT_STAKE: 12_400, NOT_AT_STAKE: 15_100}
CALL = Twice(
    PairRow(
        "call",
        Terms("A friend rings at seven past eight", "an article", "a friend is heard", "small"),
        (
            ("mute", "Mute her and read on. Four minutes."),
            ("talk", "Answer her."),
            ("sill", "Answer, lay the phone on the sill, and scroll while she talks."),
            ("mother", "Hand the article to Mother, on her phone, and answer."),
        ),
        {"mute": False, "talk": True, "sill": False, "mother": None},
        {AT_STAKE: "mute", NOT_AT_STAKE: "mother"},
        {AT_STAKE: {"mute": 4, "talk": 0, "sill": 4, "mother": 4}, NOT_AT_STAKE: {}},
        {AT_STAKE: "16 January 2019", NOT_AT_STAKE: "10 April 2019"},
    ),
    TOOK,
    (),
)
MEANS = Twice(
    PairRow(
        "means",
        Terms("Mother asks what an article means", "an evening", "she may ask", "an hour"),
        (
            ("explain", "Send her your own copy, with notes, and go through it with her."),
            ("short", "Tell her to ask at the counter. That's what they sit there for."),
            ("later", "Promise her Tuesday."),
        ),
        {"explain": True, "short": False, "later": False},
        {AT_STAKE: "short", NOT_AT_STAKE: "explain"},
        {AT_STAKE: {"explain": 1, "short": 0, "later": 0}, NOT_AT_STAKE: {}},
        {AT_STAKE: "24 February 2019", NOT_AT_STAKE: "10 March 2019"},
    ),
    TOOK,
    (),
)


class Shown(FakeDesk):
    """Shows this mirror."""

    def __init__(self, shown: Mirror) -> None:
        super().__init__([])
        self.shown = shown

    def mirror(self) -> Mirror:
        return self.shown


def last_page(
    mirror: Mirror | None = None, size: tuple[int, int] = (1920, 1080), text: int = 28
) -> Driver:
    session = FakeSession(at=4, noted=True)
    if mirror is not None:
        session.mirror = Shown(mirror)
    driver = Driver(session, size, Settings(text, reduced_motion=True))
    driver.window.screens = [EndPage(driver.stage)]
    driver.window.once()
    return driver


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_two_pairs_with_long_answers_stand_on_one_page(size: tuple[int, int]) -> None:
    mirror = Mirror((CALL, MEANS), Bet(1, 2, 9), True, True)
    assert len(mirror.counts) == 2
    driver = last_page(mirror, size)
    assert driver.page.column.room == 0


def test_an_answer_is_told_with_its_day_and_the_earlier_day_first_in_its_head() -> None:
    says = last_page().page.says()
    assert "not at stake, 27 September 2019, Answer. / at stake, 16 January 2019, Turn" in says
    assert "not at stake, – / at stake, 4 March 2019, handed it in." in says


def test_times_and_rests_are_told_by_hand() -> None:
    page = last_page().page
    said = [block for block in page.column.blocks if getattr(block, "voice", "") == "hand"]
    (rested,) = (getattr(block, "text", "") for block in said)
    assert rested.startswith("With points at stake, you rested on “Answer")
    assert "You took 9 seconds with points at stake, and 3 seconds without." in page.says()


def test_a_hidden_score_is_owned_up_to_and_the_threads_are_there_all_the_same() -> None:
    says = last_page(Mirror(TWICE, Bet(0, 2, 9), False, True)).page.says()
    assert "The score was hidden from you in this run." in says
    assert "A friend calls at seven past eight" in says


def test_burning_is_the_last_thing_that_is_offered() -> None:
    driver = last_page()
    assert driver.page.keys()[-1] == "burn"
    burn = driver.page.rects()["burn"]
    surface = pygame.display.get_surface()
    assert surface is not None
    corner = surface.get_at((burn.left + burn.width // 8, burn.centery))
    assert sum(corner[:3]) < 200, "it is dark, without the focus, too"


def test_a_page_is_kept_when_it_is_asked_for_and_it_is_said_where(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "notes", lambda: "word")
    session = Session(knocks(tmp_path / "story"), {}, lambda: 1, None, mirror=desk)
    session.new()
    session.choose("leave")
    driver = Driver(session)  # type: ignore[arg-type]
    driver.window.screens = [EndPage(driver.stage)]
    kept = tmp_path / "notes" / "word.html"
    assert not kept.exists()
    driver.click("keep")
    assert kept.is_file() and str(kept) in driver.page.says()
    assert driver.faults == []


def test_a_button_without_room_beside_the_sheet_stands_on_it() -> None:
    driver = last_page(size=(800, 600), text=56)
    below = driver.in_column()
    assert "burn" in below and "record" not in below
    driver.click("title" if "title" in below else "menu")
    assert driver.name in ("TitlePage", "MenuPage")


def test_who_played_without_notes_finds_blank_paper() -> None:
    driver = Driver(replace(FakeSession(), at=4, noted=False))
    driver.window.screens = [EndPage(driver.stage)]
    driver.window.once()
    assert driver.page.says().strip() == "Nothing was noted. What you chose, you know."
    assert "notes" not in driver.page.rects()
