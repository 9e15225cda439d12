from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play import saves
from game.play.run import Run
from game.play.saves import SaveError, Shelf, resume, save_text
from tests.example import example


def a_run() -> Run:
    run = Run(example(), seed=5)
    run.choose("wait")
    run.choose("let-past")
    return run


def changed(**values: Any) -> str:
    return json.dumps({**json.loads(save_text(a_run())), **values})


def test_a_save_brings_back_the_same_run() -> None:
    run = a_run()
    again = resume(example(), save_text(run), {})
    assert again.told is None
    assert again.run.view() == run.view()
    assert save_text(again.run) == save_text(run)


def test_what_was_undone_can_be_redone_after_loading() -> None:
    run = a_run()
    run.undo()
    again = resume(example(), save_text(run), {}).run
    assert again.redo()
    assert again.view().scene == "inside"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "damaged"),
        ("[]", "damaged"),
        ("[" * 100_000, "damaged"),
        ('{"save": 1}', "'story' is missing"),
        (changed(save=99), "newer version"),
        (changed(story="other"), "another story"),
        (changed(seed=True), "'seed'"),
        (changed(acts=[["choose", "the-door", None]]), "acts"),
        (changed(acts=["fly"]), "acts"),
        (changed(audience=["half a \ud83d"]), "audience"),
        (changed(audience=["all", "of them"]), "audience"),
        (changed(id="../../elsewhere"), "id"),
        (changed(study="../elsewhere"), "study"),
        (changed(acts=[["ticks", "the-door", -4]]), "acts"),
    ],
)
def test_a_damaged_save_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(SaveError, match=message):
        resume(example(), text, {})


def test_where_the_journal_no_longer_fits_the_run_stands_at_the_last_scene_that_does() -> None:
    acts = [
        ["choose", "the-door", "wait"],
        ["choose", "the-door", "sing"],
        ["choose", "inside", "long"],
    ]
    resumed = resume(example(), changed(acts=acts), {})
    assert resumed.run.view().scene == "the-door"
    assert resumed.run.journal == [["choose", "the-door", "wait"]]
    assert resumed.told is not None
    assert "2 steps" in resumed.told


WORDS = ["choose", "note", "move", "ticks", "stuck", "the-door", "inside", "wait", "push", "on", 3]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4)))
def test_no_journal_ends_in_a_traceback(acts: list[list[str | int]]) -> None:
    try:
        resume(example(), changed(acts=acts), {})
    except SaveError:
        assert acts


@given(json_values)
def test_no_json_ends_in_a_traceback(value: object) -> None:
    with pytest.raises(SaveError):
        resume(example(), json.dumps(value), {})


def test_a_shelf_keeps_saves_whole(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "saves")
    shelf.write("one", a_run())
    assert resume(example(), shelf.read("one"), {}).run.view().scene == "inside"
    assert [slot.name for slot in shelf.slots()] == ["one"]
    assert [path.name for path in shelf.folder.iterdir()] == ["one.json"]
    shelf.remove("one")
    with pytest.raises(SaveError, match="There is no save"):
        shelf.remove("one")
    assert shelf.slots() == []


def test_a_save_that_can_not_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.write("one", a_run())
    before = shelf.read("one")
    (tmp_path / "one.part").mkdir()
    with pytest.raises(SaveError, match="Could not save"):
        shelf.write("one", Run(example(), seed=1))
    assert shelf.read("one") == before


@pytest.mark.parametrize("name", ["", "../evil", "a/b", "x" * 41, "é"])
def test_only_plain_names_are_slots(name: str, tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="no name for a save"):
        Shelf(tmp_path).write(name, a_run())


def test_what_is_no_save_is_left_out_of_the_list(tmp_path: Path) -> None:
    (tmp_path / "junk.json").write_text("junk", encoding="utf-8")
    assert Shelf(tmp_path).slots() == []


def test_half_a_character_in_a_save_can_be_listed_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(changed(title="Half a \ud83d", told="\udc00"), encoding="utf-8")
    (slot,) = Shelf(tmp_path).slots()
    assert (slot.title, slot.told) == ("Half a ?", "?")


def test_a_run_that_grows_too_long_to_be_read_again_leaves_the_save_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, run = Shelf(tmp_path), a_run()
    shelf.write("one", run)
    before = shelf.read("one")
    monkeypatch.setattr(saves, "LARGEST", len(before.encode()))
    run.undo()
    with pytest.raises(SaveError, match="too long"):
        shelf.write("one", run)
    assert shelf.read("one") == before
    assert [path.name for path in tmp_path.iterdir()] == ["one.json"]


def test_a_folder_that_may_not_be_looked_into_has_no_saves_and_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, look = Shelf(tmp_path / "shut" / "saves"), os.stat
    shelf.write("one", a_run())

    def shut(path: Any, *args: Any, **more: Any) -> os.stat_result:
        if "shut" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, *args, **more)

    monkeypatch.setattr(os, "stat", shut)
    assert shelf.slots() == []
    assert not shelf.is_foreign("one")
    with pytest.raises(SaveError, match="Permission denied"):
        shelf.read("one")
