"""Chapters that can be begun, as an author writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.cache import Cache
from game.story.load import examine, load
from tests.stories import write_story

STORY = """\
story: small
title: Small
starts: yard
life: mei
lives: {mei: {name: Mei, starts: 2019-01-16 08:00}}
variables: {coins: 0}
"""
YARD = """\
chapter: yard
title: Yard
scenes:
  yard: {text: "{if coins > 6}Rich.{else}Poor.{end}", end: over}
"""
STREETS = """\
chapter: streets
title: Streets
about: Where they sell everything.
begin: {scene: street, set: {coins: 7}}
scenes:
  street: {text: The street., go: yard}
"""


def told(folder: Path, streets: str = STREETS, story: str = STORY) -> str:
    files = {"story.yaml": story, "yard.yaml": YARD, "streets.yaml": streets}
    return "\n".join(map(str, examine(write_story(folder, files)).diagnostics))


def test_a_beginning_is_a_way_into_the_story(tmp_path: Path) -> None:
    """No scene is out of reach, and the variable can be seven."""
    assert told(tmp_path) == ""
    story = load(tmp_path)
    chapter = story.chapters["streets"]
    assert (chapter.about, story.open_chapters) == ("Where they sell everything.", False)
    assert story.beginning("streets") == chapter.begin
    assert [story.beginning(id) for id in ("yard", "nowhere", None)] == [None, None, None]


def test_it_is_the_same_when_the_story_is_opened_again(tmp_path: Path) -> None:
    assert told(tmp_path / "story", story=STORY + "chapters: open\n") == ""
    cache = Cache(tmp_path / "cache", "1")
    load(tmp_path / "story", cache=cache)
    again = load(tmp_path / "story", cache=cache)
    begin = again.beginning("streets")
    assert begin is not None
    assert (begin.scene, [name for name, _ in begin.effects.sets]) == ("street", ["coins"])
    assert again.open_chapters


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("scene: street,", "scene: stret,", ("4:16: S040", "Did you mean street?")),
        ("{scene: street, set: {coins: 7}}", "stret", ("4:8: S040", "Did you mean street?")),
        ("coins: 7", "cions: 7", ("S040", "Did you mean coins?")),
        ("coins: 7", "coins: true", ("S050", "a number is needed")),
        ("scene: street, ", "", ("S021", "A beginning needs scene")),
        ("set:", "sets:", ("S020", "A beginning has no key sets")),
        ("begin: {scene: street, set: {coins: 7}}\n", "", ("S100", "street")),
        ("go: yard", "go: street", ("S135", "street")),
        ("go: yard", "return: true", ("S137", "street")),
    ],
)
def test_mistakes_are_told(tmp_path: Path, old: str, new: str, parts: tuple[str, ...]) -> None:
    assert old in STREETS
    found = told(tmp_path, STREETS.replace(old, new))
    for part in parts:
        assert part in found


def test_chapters_are_reached_or_open(tmp_path: Path) -> None:
    assert "S02" in told(tmp_path, story=STORY + "chapters: shut\n")
