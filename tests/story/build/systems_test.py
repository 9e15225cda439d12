"""What eyes and bands are called where an entry is explained."""

from __future__ import annotations

from pathlib import Path

from game.story.load import load
from tests.stories import changed, write_story

LAMP = "systems/lamp.yaml"


def test_an_eye_may_have_a_name(tmp_path: Path) -> None:
    files = changed(LAMP, "  camera:\n", "  camera:\n    name: the lens over the crossing\n")
    app, camera = load(write_story(tmp_path, files)).systems["lamp"].eyes
    assert (app.name, camera.name) == ("", "the lens over the crossing")


def test_a_band_may_have_a_name_and_else_has_its_id(tmp_path: Path) -> None:
    files = changed(LAMP, "double: {hours", "double: {name: double time, hours")
    assert load(write_story(tmp_path / "a", files)).systems["lamp"].bands["double"].name == (
        "double time"
    )
    assert load(write_story(tmp_path / "b")).systems["lamp"].bands["double"].name == "double"
