"""Runs that begin with a chapter: where it says so, with what it sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.play.inputs import Inputs
from game.play.replays import replayed
from game.play.run import Run
from game.play.saves import SaveError, resume, save_text
from game.story.model import Story
from tests.play.small import INSTRUMENTS, PAIR, small, texts

YARD = "yard: {text: The yard., go: street}"
STREETS = """\
chapter: streets
title: The Streets
begin: {scene: street, set: {coins: 3 + 4}}
scenes:
  street:
    text: You have {coins}.
    choices:
      spend: {text: Spend., set: {coins: coins - 1}, go: street}
      visit: {text: Visit., go: yard}
      rest: {text: Rest., end: rested}
"""


def with_streets(folder: Path, streets: str = STREETS, yard: str = YARD) -> Story:
    (folder / "streets.yaml").write_text(streets, encoding="utf-8")
    return small(folder, yard)


def begun(story: Story, *choices: str, seed: int = 1) -> Run:
    run = Run(story, seed, INSTRUMENTS, Inputs(chapter="streets"))
    for choice in choices:
        run.choose(choice)
    return run


def test_it_begins_in_the_scene_with_what_is_set(tmp_path: Path) -> None:
    run = begun(with_streets(tmp_path))
    assert texts(run) == ["You have 7."]
    run.choose("spend")
    run.choose("visit")
    run.choose("on")
    assert texts(run) == ["You have 6."]


def test_a_scene_alone_is_a_beginning_too(tmp_path: Path) -> None:
    streets = STREETS.replace("{scene: street, set: {coins: 3 + 4}}", "street")
    assert texts(begun(with_streets(tmp_path, streets))) == ["You have 0."]


def test_its_content_note_comes_first(tmp_path: Path) -> None:
    streets = STREETS.replace("begin:", "content: [a quarrel]\nbegin:")
    run = begun(with_streets(tmp_path, streets))
    assert run.view().kind == "note"
    run.choose("on")
    assert texts(run) == ["You have 7."]


def test_what_is_set_stays_within_bounds(tmp_path: Path) -> None:
    (tmp_path / "streets.yaml").write_text(STREETS, encoding="utf-8")
    story = small(tmp_path, YARD, variables="{coins: {number: 0, most: 5}}")
    assert texts(begun(story)) == ["You have 5."]


def test_both_arms_of_a_pair_are_drawn_as_ever(tmp_path: Path) -> None:
    streets = STREETS.replace("visit: {text: Visit., go: yard}", "visit: {text: Visit., go: knock}")
    story = with_streets(tmp_path, streets, PAIR.replace("go: knock", "go: street"))
    first = set()
    for seed in range(20):
        run = begun(story, "visit", seed=seed)
        assert run.state.arms["knock"] == Run(story, seed).facts.next_arm("knock")
        first.add(run.state.arms["knock"])
    assert len(first) == 2


@pytest.mark.parametrize(
    "choices", [(), ("spend",), ("spend", "visit"), ("spend", "spend", "rest")]
)
def test_saves_undo_and_replays_begin_there_again(tmp_path: Path, choices: tuple[str, ...]) -> None:
    story = with_streets(tmp_path)
    run = begun(story, *choices)
    again = resume(story, save_text(run), INSTRUMENTS)
    assert (again.told, again.run.inputs.chapter) == (None, "streets")
    assert again.run.view() == run.view()
    other, lost = replayed(run, run.journal)
    assert (lost, other.view()) == (0, run.view())
    while run.undo():
        pass
    assert texts(run) == ["You have 7."]


def test_where_nobody_begins_any_more_the_player_is_told(tmp_path: Path) -> None:
    save = save_text(begun(with_streets(tmp_path), "spend"))
    changed = with_streets(
        tmp_path, STREETS.replace("begin: {scene: street, set: {coins: 3 + 4}}\n", "")
    )
    resumed = resume(changed, save, INSTRUMENTS)
    assert resumed.run.inputs.chapter is None
    assert resumed.told is not None
    assert "It began with the chapter 'streets'" in resumed.told


@pytest.mark.parametrize("chapter", [7, "No Id", ["streets"]])
def test_a_save_with_a_strange_chapter_is_refused(tmp_path: Path, chapter: object) -> None:
    story = with_streets(tmp_path)
    save = {**json.loads(save_text(begun(story))), "begun": chapter}
    with pytest.raises(SaveError, match="'begun' is not as it should be"):
        resume(story, json.dumps(save), INSTRUMENTS)


def test_a_save_of_the_version_before_begins_at_the_start(tmp_path: Path) -> None:
    story = with_streets(tmp_path)
    save = json.loads(save_text(Run(story, 1, INSTRUMENTS)))
    del save["begun"]
    save["save"] = 2
    assert texts(resume(story, json.dumps(save), INSTRUMENTS).run) == ["The yard."]
