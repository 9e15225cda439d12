"""Systems as an author writes them: names of eyes and bands, where a list begins."""

from __future__ import annotations

from pathlib import Path

from game.story.load import examine, load
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


def test_on_a_list_one_begins_on_it_or_off_it(tmp_path: Path) -> None:
    start = changed("systems/gull.yaml", "scale: list\n", "scale: list\nstarts_at: 7\n")
    (begins,) = examine(write_story(tmp_path / "a", start)).diagnostics
    assert (begins.code, begins.source.line) == ("S091", 5)
    opening = changed("story.yaml", "kind: household}", "kind: household, opens: {gull: 3}}")
    (opens,) = examine(write_story(tmp_path / "b", opening)).diagnostics
    assert (opens.code, opens.message) == ("S025", "gull is 3; it must be from 0 to 1.")
