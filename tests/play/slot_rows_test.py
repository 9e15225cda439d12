"""Saves as a list shows them."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from game.play.saves import Shelf
from game.play.slot_rows import SlotRow, slot_rows, when_saved
from game.story.model import Story
from tests.play.small import begin, small
from tests.saves.golden import HERE

NOW = datetime(2026, 11, 22, 14, 40)
SCENES = """\
yard:
  place: here
  text: The yard.
  choices: {give: {text: Give it., so-far: You gave it away., go: yard}, go: {text: Go., go: yard}}
"""
PLACES = "{here: {name: The gate, picture: gate.svg}}"


def story(folder: Path) -> Story:
    (folder / "gate.svg").write_text("<svg/>", encoding="utf-8")
    return small(folder, SCENES, places=PLACES)


def saved(folder: Path) -> Path:
    """A save after a choice, of ten minutes ago."""
    run = begin(story(folder), "give")
    Shelf(folder / "saves").write("one", run)
    path = folder / "saves" / "one.json"
    moment = datetime(2026, 11, 22, 14, 30).timestamp()
    os.utime(path, (moment, moment))
    return path


def the_row(folder: Path) -> SlotRow:
    (row,) = slot_rows(story(folder), Shelf(folder / "saves"), NOW)
    return row


def test_a_save_says_where_it_is_what_was_done_last_and_when_it_was_saved(tmp_path: Path) -> None:
    saved(tmp_path)
    row = the_row(tmp_path)
    assert row.summary == "One · The gate · Thursday 10 January 2019, 12:00"
    assert (row.picture, row.told, row.saved) == ("gate.svg", "You gave it away.", "today 14:30")


def test_a_place_that_is_called_like_the_chapter_is_said_once() -> None:
    assert SlotRow("a", "Friday", "", chapter="The Café", place="The café").summary == (
        "The Café · Friday"
    )


@pytest.mark.parametrize("change", [{"place": "gone"}, {"place": 7}, {"place": "../here"}])
def test_a_place_that_the_story_does_not_have_has_no_picture(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    path = saved(tmp_path)
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **change}), "utf-8")
    row = the_row(tmp_path)
    assert (row.place, row.picture, row.told) == ("", None, "You gave it away.")


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_old_saves_show_what_they_have(tmp_path: Path, version: str) -> None:
    path = min(HERE.glob(f"{version}/*.save.json"))
    shelf = tmp_path / "saves"
    shelf.mkdir()
    (shelf / "old.json").write_text(path.read_text("utf-8"), "utf-8")
    row = the_row(tmp_path)
    assert row.title and row.summary.startswith(row.title)
    assert (row.chapter, row.place, row.told) == ("", "", "")


def test_a_long_line_of_a_strange_save_is_cut_short(tmp_path: Path) -> None:
    path = saved(tmp_path)
    path.write_text(
        json.dumps({**json.loads(path.read_text("utf-8")), "told": "long " * 9999}), "utf-8"
    )
    assert len(the_row(tmp_path).told) < 1000


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 22, 9, 5), "today 09:05"),
        (datetime(2026, 11, 21, 23, 59), "yesterday 23:59"),
        (datetime(2026, 11, 15, 12, 0), "Sunday 15 November"),
        (datetime(2018, 5, 3, 12, 0), "3 May 2018"),
        (datetime(2026, 11, 23, 12, 0), "Monday 23 November"),
    ],
)
def test_when_it_was_saved_is_said_as_people_say_it(moment: datetime, words: str) -> None:
    assert when_saved(moment, NOW) == words
