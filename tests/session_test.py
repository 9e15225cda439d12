"""A story with its open run: what it keeps on disk, and what it says when that fails."""

from __future__ import annotations

import json
import re
from itertools import count
from pathlib import Path

import pytest

from game.errors import GameError, NotOpen
from game.play.saves import AUTOSAVE, VERSION, SaveError, Shelf
from game.session import Session
from game.story.model import Story
from tests.play.letter import letter
from tests.play.small import INSTRUMENTS, YARD, small

WITHOUT_SINGING = YARD.replace("    sing: {text: Sing., deeds: [good], go: yard}\n", "")


def new_story(folder: Path, scenes: str = YARD) -> Story:
    (folder / "story").mkdir(exist_ok=True)
    return small(folder / "story", scenes)


def saves(folder: Path) -> Path:
    return folder / "saves"


def opened(folder: Path, scenes: str = YARD) -> Session:
    """The story with its shelf, as a face opens it."""
    return Session(new_story(folder, scenes), INSTRUMENTS, count(1).__next__, Shelf(saves(folder)))


def played(folder: Path, *choices: str) -> Session:
    session = opened(folder)
    session.new()
    for choice in choices:
        session.choose(choice)
    return session


def names(session: Session) -> set[str]:
    return {row.name for row in session.slots()}


# --- going on ---------------------------------------------------------------------------------


def test_a_run_that_was_left_can_be_gone_on_with(tmp_path: Path) -> None:
    assert not opened(tmp_path).has_continue
    session = played(tmp_path, "sing", "walk")
    before = session.view()
    session.leave()
    later = opened(tmp_path)
    assert later.has_continue
    assert later.resume() is None
    assert later.view() == before
    later.choose("on")
    assert later.can_undo


def test_a_run_can_be_gone_on_with_in_the_session_that_left_it(tmp_path: Path) -> None:
    session = played(tmp_path, "sing")
    session.leave()
    assert session.run.over
    assert session.resume() is None
    assert not session.run.over
    session.choose("walk")
    assert session.view().scene == "street"


def test_what_was_undone_can_be_brought_back_after_going_on(tmp_path: Path) -> None:
    played(tmp_path, "sing").undo()
    later = opened(tmp_path)
    later.resume()
    assert later.can_redo
    assert later.redo()
    assert later.view().scores[0].value == "5"


def test_an_act_that_is_refused_changes_nothing_on_disk(tmp_path: Path) -> None:
    session = played(tmp_path, "sing")
    before = (saves(tmp_path) / "autosave.json").read_bytes()
    with pytest.raises(NotOpen):
        session.choose("fly")
    assert (saves(tmp_path) / "autosave.json").read_bytes() == before


# --- saves that no longer fit ---------------------------------------------------------------------


def test_a_save_that_no_longer_fits_is_kept_as_it_was(tmp_path: Path) -> None:
    session = played(tmp_path, "walk", "on", "sing", "sing")
    session.save("mine")
    before = (saves(tmp_path) / "mine.json").read_bytes()
    changed = opened(tmp_path, WITHOUT_SINGING)
    told = changed.load("mine")
    assert told is not None
    assert "2 steps" in told
    changed.choose("walk")
    changed.save("mine")
    assert (saves(tmp_path) / "mine-before.json").read_bytes() == before
    mended = opened(tmp_path)
    assert mended.load("mine-before") is None
    assert mended.view().scores[0].value == "7"


def test_going_on_with_a_run_that_no_longer_fits_keeps_the_old_one(tmp_path: Path) -> None:
    played(tmp_path, "walk", "on", "sing")
    before = (saves(tmp_path) / "autosave.json").read_bytes()
    changed = opened(tmp_path, WITHOUT_SINGING)
    assert changed.resume() is not None
    assert (saves(tmp_path) / "autosave-before.json").read_bytes() == before
    assert changed.resume() is None


def test_a_slot_with_the_longest_name_can_be_loaded_when_it_no_longer_fits(tmp_path: Path) -> None:
    slot = "x" * 40
    played(tmp_path, "sing").save(slot)
    assert opened(tmp_path, WITHOUT_SINGING).load(slot) is not None


def test_a_new_run_sets_the_save_of_a_newer_version_aside(tmp_path: Path) -> None:
    played(tmp_path, "sing")
    path = saves(tmp_path) / "autosave.json"
    newer = json.dumps({**json.loads(path.read_text(encoding="utf-8")), "save": VERSION + 1})
    path.write_text(newer, encoding="utf-8")
    session = opened(tmp_path)
    assert not session.has_continue
    with pytest.raises(SaveError, match="newer version"):
        session.resume()
    session.new()
    session.choose("walk")
    assert (saves(tmp_path) / "autosave-before.json").read_text(encoding="utf-8") == newer
    assert session.has_continue


@pytest.mark.parametrize("slot", [AUTOSAVE, "monday"])
def test_nothing_is_written_over_the_save_of_a_newer_version(tmp_path: Path, slot: str) -> None:
    session = played(tmp_path, "sing")
    session.save("monday")
    session.save("sunday")
    path = saves(tmp_path) / f"{slot}.json"
    newer = json.dumps({**json.loads(path.read_text(encoding="utf-8")), "save": VERSION + 1})
    path.write_text(newer, encoding="utf-8")
    later = opened(tmp_path)
    later.load("sunday")
    later.save("monday")
    kept = saves(tmp_path) / f"{slot}-before.json"
    assert kept.read_text(encoding="utf-8") == newer


def test_a_new_run_sets_nothing_aside_when_the_old_save_is_ours(tmp_path: Path) -> None:
    played(tmp_path, "sing").new()
    assert [path.name for path in saves(tmp_path).iterdir()] == ["autosave.json"]


# --- cuts -----------------------------------------------------------------------------------------

CUTS = "{museum: {name: Five minutes, about: In short.}, evening: An evening}"


def with_cuts(folder: Path, cut: str | None = None) -> Session:
    (folder / "story").mkdir(exist_ok=True)
    story = small(folder / "story", YARD, cuts=CUTS)
    return Session(story, INSTRUMENTS, count(1).__next__, Shelf(saves(folder)), cut=cut)


def test_each_cut_can_be_begun_and_is_gone_on_with(tmp_path: Path) -> None:
    session = with_cuts(tmp_path)
    assert [cut and cut.name for cut in session.offers] == [None, "Five minutes", "An evening"]
    session.new()
    assert session.cut is None
    session.new("museum")
    later = with_cuts(tmp_path)
    assert later.resume() is None
    assert later.cut is not None
    assert (later.cut.name, later.cut.about) == ("Five minutes", "In short.")


def test_where_one_cut_is_asked_for_all_new_runs_are_of_it(tmp_path: Path) -> None:
    session = with_cuts(tmp_path, "evening")
    session.new()
    assert session.cut is not None
    assert [session.cut] == list(session.offers)


@pytest.mark.parametrize(
    ("cut", "told"), [("musem", "Did you mean museum?"), ("x", "It has museum, evening.")]
)
def test_a_cut_that_the_story_does_not_have_is_refused(tmp_path: Path, cut: str, told: str) -> None:
    with pytest.raises(GameError, match=re.escape(f"no cut {cut}. {told}")):
        with_cuts(tmp_path, cut)


# --- trouble with the disk ------------------------------------------------------------------------


def test_a_disk_that_takes_no_save_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    session = played(tmp_path, "sing")
    assert session.trouble is None
    in_the_way = saves(tmp_path) / "autosave.part"
    in_the_way.mkdir()
    session.choose("walk")
    assert session.view().scene == "street"
    assert session.trouble is not None
    assert session.trouble.startswith("Could not save")
    assert session.undo()
    assert session.trouble is not None
    in_the_way.rmdir()
    session.choose("walk")
    assert session.trouble is None
    later = opened(tmp_path)
    assert later.resume() is None
    assert later.view() == session.view()


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    saves(tmp_path).write_text("", encoding="utf-8")
    session = played(tmp_path, "sing")
    assert session.trouble is not None
    assert session.slots() == []
    with pytest.raises(SaveError, match="Could not save"):
        session.save("mine")


def test_links_that_lead_nowhere_and_folders_are_no_saves(tmp_path: Path) -> None:
    session = played(tmp_path, "sing")
    (saves(tmp_path) / "gone.json").symlink_to(tmp_path / "nowhere")
    (saves(tmp_path) / "folder.json").mkdir()
    (saves(tmp_path) / "my save.json").write_text("{}", encoding="utf-8")
    assert names(session) == {AUTOSAVE}


def test_a_save_of_another_story_is_refused_and_the_run_stays(tmp_path: Path) -> None:
    session = played(tmp_path, "sing")
    path = saves(tmp_path) / "other.json"
    save = json.loads((saves(tmp_path) / "autosave.json").read_text(encoding="utf-8"))
    path.write_text(json.dumps({**save, "story": "other"}), encoding="utf-8")
    before = session.view()
    with pytest.raises(SaveError, match="another story"):
        session.load("other")
    assert session.view() is before


def test_without_a_shelf_nothing_is_kept(tmp_path: Path) -> None:
    session = Session(new_story(tmp_path), INSTRUMENTS, lambda: 1, None)
    session.new()
    session.choose("sing")
    assert (session.trouble, session.slots(), session.has_continue) == (None, [], False)
    with pytest.raises(SaveError, match="Nothing is kept"):
        session.save("mine")
    assert not saves(tmp_path).exists()


# --- time that passes by itself -----------------------------------------------------------------


def test_where_time_leads_out_of_an_instrument_the_run_is_kept_at_once(tmp_path: Path) -> None:
    session = opened(tmp_path, letter())
    session.new()
    session.choose("open")
    session.choose("turn")
    session.tick(5)
    assert session.view().scene == "street"
    later = opened(tmp_path, letter())
    later.resume()
    assert later.view() == session.view()


def test_time_that_passed_since_the_last_act_is_kept_when_the_run_is_left(tmp_path: Path) -> None:
    session = opened(tmp_path, letter(("takes: 5", "takes: 100")))
    session.new()
    session.choose("open")
    session.choose("turn")
    session.tick(5)
    before = session.view()
    session.leave()
    later = opened(tmp_path, letter(("takes: 5", "takes: 100")))
    later.resume()
    assert later.view() == before


# --- where nobody measures time -----------------------------------------------------------------


def test_without_time_limits_a_move_takes_its_time_and_is_kept_with_it(tmp_path: Path) -> None:
    session = opened(tmp_path, letter())
    session.untimed = True
    session.new()
    session.choose("open")
    session.choose("turn")
    assert session.view().scene == "street"
    later = opened(tmp_path, letter())
    later.resume()
    assert later.view().scene == "street"
    later.undo()
    assert [told.key for told in later.view().told] == ["first"]


def test_a_face_is_asked_to_let_time_pass_only_where_time_is_measured(tmp_path: Path) -> None:
    session = opened(tmp_path, letter(("takes: 5", "takes: 100")))
    session.new()
    session.choose("open")
    session.choose("turn")
    assert session.view().ticking
    assert session.view().told[0].values == {"ticks": 0}
    session.untimed = True
    assert not session.view().ticking
    session.untimed = False
    assert session.view().ticking


# --- coming back --------------------------------------------------------------------------------


def test_whoever_comes_back_from_an_earlier_session_is_told_what_happened(tmp_path: Path) -> None:
    session = played(tmp_path, "sing")
    session.save("one")
    assert not session.came_back
    session.load("one")
    assert not session.came_back
    later = opened(tmp_path)
    later.load("one")
    assert later.came_back
    assert [step.told for step in later.so_far().days[0].steps] == ["Sing."]
    later.resume()
    assert not later.came_back
    later.new()
    assert not later.came_back


def test_a_run_in_which_nothing_was_chosen_has_nothing_to_tell(tmp_path: Path) -> None:
    played(tmp_path)
    later = opened(tmp_path)
    later.resume()
    assert not later.came_back


def test_a_save_can_be_deleted(tmp_path: Path) -> None:
    session = played(tmp_path, "sing")
    session.save("one")
    assert session.delete("one") == "Deleted one."
    assert names(session) == {AUTOSAVE}
    with pytest.raises(SaveError):
        session.delete("one")
