"""Cuts as an author writes them: names in the head, and in scenes what stands in for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from game.story.model import Cut
from tests.stories import GOOD, write_story

HEAD = "cuts: {museum: {name: Five minutes, about: In short.}, evening: An evening}\n"
CHAPTER = GOOD["chapters/one.yaml"].replace(
    "  visit:\n    text: A short visit.\n",
    "  visit:\n    text: A short {if cut is museum}look{else}visit{end}.\n"
    "    cuts: {museum: the-end, evening: told-instead}\n",
)
HEAD_LINE = GOOD["story.yaml"].count("\n") + 1


def files(head: str = HEAD, chapter: str = CHAPTER) -> dict[str, str]:
    return {**GOOD, "story.yaml": GOOD["story.yaml"] + head, "chapters/one.yaml": chapter}


def told(folder: Path, given: dict[str, str]) -> list[str]:
    return [str(one) for one in examine(write_story(folder, given)).diagnostics]


def test_cuts_and_what_stands_in_for_a_scene_are_read(tmp_path: Path) -> None:
    report = examine(write_story(tmp_path, files()))
    assert (report.diagnostics, report.story is None) == ((), False)
    assert report.story is not None
    assert list(report.story.cuts.values()) == [
        Cut("museum", "Five minutes", "In short."),
        Cut("evening", "An evening"),
    ]
    assert report.story.scenes["visit"].cuts == {"museum": "the-end", "evening": "told-instead"}


@pytest.mark.parametrize(
    ("head", "old", "new", "parts"),
    [
        (HEAD, "cuts: {museum", "cuts: {musem", ("54:12: S040", "Did you mean museum?")),
        (HEAD, "museum: the-end", "museum: the-edn", ("54:20: S040", "Did you mean the-end?")),
        (HEAD, "cut is museum", "cut is musem", ("53:30: S060", "Did you mean museum?")),
        (HEAD, "cut is museum", "cut > 3", ("S060", "a number is needed")),
        (HEAD.replace("museum", "whole"), "", "", (f"{HEAD_LINE}:8: S033", "whole is a reserved")),
        (HEAD.replace("name:", "nane:"), "", "", (f"{HEAD_LINE}:16: S021", "needs name")),
        ("cuts: [museum]\n", "", "", ("S022", "should be a table")),
        (HEAD, "title: One\n", "title: One\ncuts: {}\n", ("S020", "no key cuts")),
    ],
)
def test_mistakes_are_told_with_their_place(
    tmp_path: Path, head: str, old: str, new: str, parts: tuple[str, ...]
) -> None:
    assert old in CHAPTER
    found = "\n".join(told(tmp_path, files(head, CHAPTER.replace(old, new, 1))))
    for part in parts:
        assert part in found


def test_the_name_of_the_cut_is_no_name_for_a_variable(tmp_path: Path) -> None:
    head = files()["story.yaml"].replace("told: false", "told: false\n  cut: 0")
    assert "S033 error: cut is a reserved word." in "\n".join(
        told(tmp_path, {**files(), "story.yaml": head})
    )


@pytest.mark.parametrize(
    ("circle", "scenes"),
    [
        ({"visit": "visit"}, ["visit"]),
        ({"visit": "the-end", "the-end": "visit"}, ["visit"]),
        ({"the-cafe": "visit", "visit": "told-instead", "told-instead": "visit"}, ["visit"]),
        ({"visit": "the-end", "the-cafe": "the-end", "told-instead": "visit"}, []),
    ],
)
def test_scenes_that_stand_in_for_each_other_are_refused(
    tmp_path: Path, circle: dict[str, str], scenes: list[str]
) -> None:
    chapter = GOOD["chapters/one.yaml"]
    for scene, other in circle.items():
        cuts = f"  {scene}:\n    cuts: {{evening: {other}}}\n"
        chapter = chapter.replace(f"\n  {scene}:\n", f"\n{cuts}", 1)
    found = [one for one in told(tmp_path, files(chapter=chapter)) if " error: " in one]
    assert len(found) == len(scenes)
    for one, scene in zip(found, scenes, strict=True):
        assert "S115 error: In the cut evening" in one
        assert f"{scene}:" in one


def test_more_cuts_than_a_title_page_holds_are_refused(tmp_path: Path) -> None:
    many = "".join(f"  c{number}: A cut\n" for number in range(21))
    (one,) = told(tmp_path, files(f"cuts:\n{many}", GOOD["chapters/one.yaml"]))
    assert "S028 error: The story has 21 cuts; at most 20." in one
