"""Figures, sounds and who is where: what an author writes, and what is said of a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import GOOD, write_story

SHELVES = """\
figures:
  dan: {standing: f.svg, listening: f.svg}
  old-he: {sitting: f.svg}
sounds:
  rain: {file: r.ogg, caption: Rain.}
places:
  hall: {name: Hall, picture: f.svg, sound: rain, stage: {left: dan standing}}
"""
SCENE = """\
chapter: more
title: More
content: none
scenes:
  more:
    place: hall
    stage: {right: [{if: told, figure: old-he sitting}, {figure: nobody}]}
    sounds: [rain]
    shows: hall
    text: More.
    end: more
"""


def told(folder: Path, old: str, new: str, scene: str = SCENE) -> list[str]:
    """What is said, with its place, when this is written instead."""
    assert old in SHELVES + scene
    more = {"shelves.yaml": SHELVES.replace(old, new), "more.yaml": scene.replace(old, new)}
    write_story(folder, {**GOOD, **more})
    for name in ("f.svg", "r.ogg"):
        (folder / name).write_bytes(b"")
    return [
        f"{one.source.line}:{one.source.column} {one.code} {one.message} {one.hint}".strip()
        for one in examine(folder).diagnostics
        if one.source.file in more and one.code != "S100"
    ]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("dan standing", "dan listning", "7:69 S040 There is no posture of dan listning. "
         "Did you mean listening?"),
        ("dan standing", "den standing", "7:65 S040 There is no figure den. Did you mean dan?"),
        ("dan standing", "dan", "7:65 S022 left should be a figure and its posture, not the text "
         "“dan”. Write dan standing: the figure, then how it is."),
        ("old-he sitting", "nobdy", "7:40 S040 There is no figure nobdy. Did you mean nobody?"),
        ("if: told, ", "", "7:21 S076 Whoever comes after this one is never seen at right. "
         "Only the last of the list has no if."),
        ("sounds: [rain]", "sounds: [rian]", "8:14 S040 There is no sound rian. "
         "Did you mean rain?"),
        ("sound: rain", "sound: rian", "7:45 S040 There is no sound rian. Did you mean rain?"),
        ("shows: hall", "shows: hal", "9:12 S040 There is no place hal. Did you mean hall?"),
        ("listening: f.svg", "listening: ff.svg", "2:37 S101 There is no picture ff.svg. "
         "Did you mean f.svg?"),
        ("file: r.ogg", "file: rr.ogg", "5:16 S101 There is no sound rr.ogg. "
         "Did you mean r.ogg?"),
        ("sitting: f.svg", "sitting: ../f.svg", "3:21 S102 ../f.svg is not inside the story's "
         "folder. pictures/kitchen.svg"),
        (", caption: Rain.", "", "5:9 S021 The sound rain needs caption."),
        (" {sitting: f.svg}", " {}", "3:11 S029 old-he is empty. "
         "Write something, or take the key out."),
        (" picture: f.svg,", "", "7:35 S032 Where stage stands, picture must stand, too. "
         "The spots stand in the place's own picture."),
        ("  dan: {", "  nobody: {", "2:3 S033 nobody is a reserved word. Choose another name."),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_is(tmp_path: Path, old: str, new: str, finding: str) -> None:
    assert finding in told(tmp_path, old, new)


@pytest.mark.parametrize("gone", ["", "    place: hall\n", "    shows: hall\n"])
def test_one_of_place_and_shows_is_enough_for_a_stage(tmp_path: Path, gone: str) -> None:
    assert told(tmp_path, gone, "") == []


def test_a_stage_stands_in_a_picture(tmp_path: Path) -> None:
    both = "    sounds: [rain]\n    shows: hall\n"
    found = told(tmp_path, both, "", SCENE.replace("    place: hall\n", ""))
    assert found == [
        "6:5 S032 Where stage stands, place or shows must stand, too. "
        "The spots stand in the place's picture."
    ]
