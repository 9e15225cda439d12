"""How much may happen at once, and how long it may take."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import changed, write_story

CHAPTER, LAMP = "chapters/one.yaml", "systems/lamp.yaml"
DEED = "- read-minutes: 4"
OTHER = "- {crossed: 1, by"
RECORD = "{crossed: 1, in: gull, about: lian-home, witness: Auntie Jiang}"
LATER = "{in: 6 days, scene: visit}"


def told(folder: Path, file: str, old: str, new: str) -> list[str]:
    report = examine(write_story(folder, changed(file, old, new)))
    return [f"{one.code} {one.message}" for one in report.diagnostics]


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [
        (DEED, "- read-minutes: {}", 10_000),
        (OTHER, "- {{crossed: {}, by", 1_000_000),
        (RECORD, RECORD.replace("{", "{{").replace("}", "}}").replace(": 1", ": {}"), 1_000_000),
    ],
)
def test_quantities_have_bounds(tmp_path: Path, old: str, new: str, most: int) -> None:
    assert told(tmp_path, CHAPTER, old, new.format(most)) == []
    (one,) = told(tmp_path, CHAPTER, old, new.format(most + 1))
    assert one.startswith("S025") and f"to {most:,}." in one


@pytest.mark.parametrize(
    ("old", "item", "what"),
    [("- close-app", "- close-app", "deeds"), (RECORD, RECORD, "writes"), (LATER, LATER, "later")],
)
def test_a_list_of_effects_has_an_end(tmp_path: Path, old: str, item: str, what: str) -> None:
    between = "\n          " if what == "deeds" else ", "
    first = 2 if what == "deeds" else 0
    assert told(tmp_path, CHAPTER, old, between.join([item] * (60 - first))) == []
    (one,) = told(tmp_path, CHAPTER, old, between.join([item] * (61 - first)))
    assert one == f"S028 {what} has 61 items; at most 60."


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CHAPTER, "after: 2 hours", "after: {}"),
        (CHAPTER, "    text: A short visit.", "    after: {}\n    text: A short visit."),
        (CHAPTER, "takes: 70 minutes", "takes: {}"),
        (CHAPTER, "in: 6 days", "in: {}"),
        (LAMP, "delay: 6 days", "delay: {}"),
        (LAMP, "crossed: {points", "crossed: {{after: {}, points"),
    ],
)
def test_nothing_takes_longer_than_ten_years(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert told(tmp_path, file, old, new.format("3660 days")) == []
    assert told(tmp_path, file, old, new.format("3661 days")) == [
        "S027 3661 days is too long: at most 3,660 days."
    ]
