"""The table of what is done for everybody: complete, and each row with what it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.accessibility import NOT_YET, ROWS, Row
from game.folders import how_to_play
from game.screen.screens.accessibility import AccessibilityPage
from game.session import Session
from game.story.load import load
from game.text.face import TextFace
from tests.screen.drive import Driver

TESTS = Path(__file__).parent
WANTED = [n for n in range(1, 39) if n not in (19, 33)]


def test_every_row_that_is_promised_is_there_once() -> None:
    assert [row.number for row in ROWS] == WANTED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))
def test_what_a_row_rests_on_is_there(row: Row) -> None:
    for name in row.tests:
        assert (TESTS / name).is_file(), f"row {row.number} rests on {name}"
    assert row.tests or row.checked.startswith(("Looked at", "Nothing to check"))


def test_the_window_shows_all_of_it_from_the_settings() -> None:
    driver = Driver()
    driver.click("settings")
    driver.click("accessibility")
    page = driver.page
    assert isinstance(page, AccessibilityPage)
    said = page.says()
    assert all(row.here in said and row.checked in said for row in ROWS)
    assert all(missing in said for missing in NOT_YET)
    driver.click("back")
    assert driver.name == "SettingsPage"


def test_text_says_all_of_it() -> None:
    written: list[str] = []
    session = Session(load(how_to_play()), {}, lambda: 1, None)
    session.new()
    TextFace(session, written.append).play(["accessibility"])
    said = "\n".join(written)
    assert all(row.here in said and row.checked in said for row in ROWS)
