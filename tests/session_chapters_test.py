"""Chapters that can be begun, and skipping what was read before, as a face has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import GameError
from game.play.beginnings import ChapterRow
from game.play.remembered import Remembered
from game.play.saves import Shelf
from game.session import Session
from tests.play.small import INSTRUMENTS, SIT, small

YARD = """\
yard:
  text: The yard.
  choices:
    walk: {text: Walk., go: lane}
    sit: {text: Sit., go: bench}
    pay: {text: Pay., set: {coins: coins + 1}, go: lane}
lane: {text: The lane., go: steps}
steps: {text: "{if coins > 0}You have a coin.{end} The steps.", go: door}
door: {text: The door., choices: {knock: {text: Knock., go: street}}}
bench: {text: The bench., choices: {sit: {text: Sit down., SIT}}}
round: {text: Round., go: again}
again: {text: Again., go: round}
name: {text: Who is there?, field: {label: Name, emptied: [Gone.]}, go: street}
"""
STREETS = """\
chapter: streets
title: "{if score-shown}The Lit Streets{else}The Streets{end}"
begin: street
content: [a quarrel, a dog]
scenes:
  street: {text: The street., choices: {home: {text: Home., go: yard}, go: {text: Go., end: over}}}
"""


def scenes() -> str:
    return YARD.replace("SIT", ", ".join(SIT.splitlines()))


def opened(folder: Path, chapters: str = "reached", **inputs: str) -> Session:
    (folder / "streets.yaml").write_text(STREETS, encoding="utf-8")
    story = small(folder, scenes(), chapters=chapters, cuts="{short: Short}")
    remembered = Remembered(folder / "known.json")
    shelf = Shelf(folder / "saves")
    return Session(story, INSTRUMENTS, lambda: 1, shelf, remembered=remembered, **inputs)  # type: ignore[arg-type]


def take(session: Session, *choices: str) -> Session:
    session.new()
    for choice in choices:
        session.choose(choice)
    return session


# --- chapters -------------------------------------------------------------------------------------


def test_a_chapter_can_be_begun_once_a_run_has_come_to_it(tmp_path: Path) -> None:
    session = opened(tmp_path)
    assert session.chapters() == []
    take(session, "walk", "on", "on", "knock")
    assert session.view().kind == "note"
    assert session.chapters() == [], "its note is not the chapter"
    session.choose("on")
    row = ChapterRow("streets", "The Lit Streets", "a quarrel", True)
    assert session.chapters() == [row]
    assert opened(tmp_path).chapters() == [row]


def test_a_story_may_leave_its_chapters_open(tmp_path: Path) -> None:
    (row,) = opened(tmp_path, "open").chapters()
    assert not row.met


def test_a_run_begins_with_a_chapter_and_is_gone_on_with(tmp_path: Path) -> None:
    session = opened(tmp_path, "open")
    session.new(chapter="streets")
    session.choose("on")
    assert (session.view().scene, session.chapter) == ("street", "streets")
    later = opened(tmp_path)
    assert later.resume() is None
    assert (later.view(), later.chapter) == (session.view(), "streets")
    later.new()
    assert (later.view().scene, later.chapter) == ("yard", None)


def test_all_runs_can_begin_with_a_chapter(tmp_path: Path) -> None:
    session = opened(tmp_path, chapter="streets")
    session.new()
    assert session.chapter == "streets"
    session.new("short")
    assert session.chapter is None, "a cut that is asked for begins at the start"


def test_a_cut_has_no_chapters(tmp_path: Path) -> None:
    assert opened(tmp_path, "open", cut="short").chapters() == ()


@pytest.mark.parametrize(
    ("chapter", "hint"), [("streest", "Did you mean streets?"), ("one", "One can begin: streets.")]
)
def test_a_chapter_that_cannot_be_begun_is_refused(tmp_path: Path, chapter: str, hint: str) -> None:
    with pytest.raises(GameError, match="No run can begin") as refused:
        opened(tmp_path, chapter=chapter)
    assert hint in str(refused.value)
    session = opened(tmp_path)
    with pytest.raises(GameError, match="No run can begin"):
        session.new(chapter=chapter)


# --- skipping -------------------------------------------------------------------------------------


def test_nothing_new_is_passed_over(tmp_path: Path) -> None:
    session = take(opened(tmp_path), "walk")
    assert (session.read_before, session.can_skip) == (False, False)
    assert session.skip() == 0
    assert session.view().scene == "lane"


def test_what_was_read_in_an_earlier_run_is_passed_over_up_to_a_note(tmp_path: Path) -> None:
    take(opened(tmp_path), "walk", "on", "on", "knock", "on").leave()
    session = take(opened(tmp_path))
    assert session.read_before, "the yard was read"
    assert not session.can_skip, "but asks for a choice"
    session.choose("walk")
    assert session.skip() == 3
    assert session.view().kind == "note"
    assert session.run.journal == [
        ["choose", "yard", "walk"],
        ["choose", "lane", "on"],
        ["choose", "steps", "on"],
        ["choose", "door", "knock"],
    ]


def test_what_says_something_new_is_not_passed_over(tmp_path: Path) -> None:
    take(opened(tmp_path), "walk", "on", "on", "knock").leave()
    session = take(opened(tmp_path), "pay")
    assert session.skip() == 1
    assert (session.view().scene, session.read_before) == ("steps", False)


def test_what_was_passed_over_is_taken_back_step_by_step_and_kept(tmp_path: Path) -> None:
    take(opened(tmp_path), "walk", "on", "on", "knock").leave()
    session = take(opened(tmp_path), "walk")
    session.skip()
    later = opened(tmp_path)
    later.resume()
    assert later.view() == session.view()
    session.undo()
    assert (session.view().scene, session.can_skip) == ("door", True)
    session.undo()
    assert session.view().scene == "steps"


def test_it_stops_at_an_instrument(tmp_path: Path) -> None:
    take(opened(tmp_path), "sit", "sit", "leave").leave()
    session = take(opened(tmp_path), "sit")
    assert session.skip() == 1
    assert session.view().kind == "instrument"
    assert not session.can_skip


@pytest.mark.parametrize(("starts", "passed"), [("round", 2), ("name", 0)])
def test_it_never_goes_round_for_ever_nor_past_a_field(
    tmp_path: Path, starts: str, passed: int
) -> None:
    (tmp_path / "streets.yaml").write_text(STREETS, encoding="utf-8")
    story = small(tmp_path, scenes(), starts=starts)
    session = Session(story, INSTRUMENTS, lambda: 1, None)
    session.new()
    session.choose("on")
    session.undo()
    assert session.read_before
    if starts == "round":
        session.choose("on")
        session.choose("on")
    assert session.skip() == passed


def test_a_broken_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text("{")
    session = take(opened(tmp_path), "walk", "on")
    session.leave()
    assert take(opened(tmp_path), "walk").can_skip
