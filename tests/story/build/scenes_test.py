"""Choices: their ids, and what a pair asks of them."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from game.session import Session
from game.story.load import examine, load
from game.story.reserved import COMMANDS, WAYS_ON
from game.text.face import TextFace
from tests.stories import changed, write_story

CHAPTER = "chapters/one.yaml"
BOTH = "mute: {text: Turn it over., "
IN_ARM = "at-stake: {life: haifeng-january, at: 2019-01-16 20:07"


def told(folder: Path, files: dict[str, str]) -> list[str]:
    return [f"{one.code} {one.message}" for one in examine(write_story(folder, files)).diagnostics]


@pytest.mark.parametrize("id", sorted(COMMANDS | WAYS_ON))
def test_no_choice_has_the_id_of_something_else_that_can_be_answered(
    tmp_path: Path, id: str
) -> None:
    (one,) = told(tmp_path, changed(CHAPTER, "      ask:", f"      {id}:"))
    assert f"{id} is a reserved word" in one
    assert ("command" in one) is (id in COMMANDS)


def test_what_is_typed_in_the_text_face_is_reserved() -> None:
    face = TextFace(cast(Session, None), lambda line: None)
    assert set(face._commands) == COMMANDS


def test_labels_may_stand_in_the_arms_alone(tmp_path: Path) -> None:
    files = changed(CHAPTER, BOTH, "mute: {")
    files[CHAPTER] = (
        files[CHAPTER]
        .replace(IN_ARM, IN_ARM + ", choices: {mute: {text: Let it ring.}}")
        .replace("choices: {talk:", "choices: {mute: {text: Let it be.}, talk:")
    )
    scene = load(write_story(tmp_path, files)).scenes["the-call"]
    assert [choice.text.text for choice in scene.choices] == ["Let it ring.", "Answer."]
    assert scene.arms["not-at-stake"].choices[0].text.text == "Let it be."


def test_a_label_that_an_arm_lacks_is_missed(tmp_path: Path) -> None:
    files = changed(CHAPTER, BOTH, "mute: {")
    files[CHAPTER] = files[CHAPTER].replace(
        IN_ARM, IN_ARM + ", choices: {mute: {text: Let it ring.}}"
    )
    assert told(tmp_path, files) == ["S021 A choice of this arm needs text."]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    text: A short visit.", "    life: lian\n    text: A short visit."),
        ("life: haifeng-january", "life: lian"),
    ],
)
def test_a_life_that_is_played_needs_a_calendar(tmp_path: Path, old: str, new: str) -> None:
    assert told(tmp_path, changed(CHAPTER, old, new)) == ["S041 The life lian has no calendar."]


def test_the_life_that_the_story_begins_with_needs_a_calendar(tmp_path: Path) -> None:
    files = changed("story.yaml", "life: haifeng\n", "life: lian\n")
    assert told(tmp_path, files) == ["S041 The life lian has no calendar."]


def test_a_scene_and_an_arm_may_be_at_a_time_of_day(tmp_path: Path) -> None:
    files = changed(CHAPTER, "after: 2 hours", "at: 20:07")
    call = load(write_story(tmp_path, files)).scenes["the-call"]
    assert [(arm.clock, arm.after) for arm in call.arms.values()] == [(None, 0), (20 * 60 + 7, 0)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("24:00", "There is no 24:00"),
        ("7:30", "“7:30” is no time"),
        ("noon", "“noon” is no date"),
        ("[20:07]", "at should be"),
    ],
)
def test_what_is_no_time_is_told(tmp_path: Path, given: str, said: str) -> None:
    (one,) = told(tmp_path, changed(CHAPTER, "after: 2 hours", f"at: {given}"))
    assert said in one
