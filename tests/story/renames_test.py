"""Former ids as an author writes them, and names that old saves could take for two things."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from game.story.model import Renamed
from tests.stories import GOOD, changed, write_story

CHAPTER = "chapters/one.yaml"


def told(folder: Path, *edits: tuple[str, str]) -> list[str]:
    text = GOOD[CHAPTER]
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    files = {**GOOD, CHAPTER: text}
    return [str(one) for one in examine(write_story(folder, files)).diagnostics]


VISIT, END = "  visit:\n", "  the-end:\n"
ASK, WAIT = "      ask:\n", "      wait:\n"


def test_former_names_are_collected(tmp_path: Path) -> None:
    text = changed(CHAPTER, VISIT, VISIT + "    was: [call, short-visit]\n")[CHAPTER]
    text = text.replace(END, END + "    was: ending\n").replace(ASK, ASK + "        was: on\n")
    story = examine(write_story(tmp_path, {**GOOD, CHAPTER: text})).story
    assert story is not None
    assert story.renamed == Renamed(
        {"call": "visit", "short-visit": "visit", "ending": "the-end"}, {"the-cafe": {"on": "ask"}}
    )
    assert story.scenes["visit"].first_id == "call"
    assert story.scenes["the-cafe"].first_id == "the-cafe"


@pytest.mark.parametrize(
    ("edits", "parts"),
    [
        ([(VISIT, VISIT + "    was: the-end\n")], ("53:10: S118", "still called the-end")),
        ([(VISIT, VISIT + "    was: visit\n")], ("53:10: S118",)),
        (
            [(VISIT, VISIT + "    was: old\n"), (END, END + "    was: [older, old]\n")],
            ("60:10: S119", "chapters/one.yaml:53"),
        ),
        ([(ASK, ASK + "        was: wait\n")], ("16:14: S118", "still called wait")),
        (
            [(ASK, ASK + "        was: old\n"), (WAIT, WAIT + "        was: old\n")],
            ("S119", "chapters/one.yaml:16"),
        ),
        ([(VISIT, VISIT + "    was: An old name\n")], ("53:10: S024",)),
        ([(VISIT, VISIT + "    was: {old: new}\n")], ("53:10: S022", "a text")),
        ([(VISIT, VISIT + "    was: []\n")], ()),
        ([("{life: haifeng,", "{was: old, life: haifeng,")], ("S020", "An arm changes only")),
    ],
)
def test_names_that_could_mean_two_things_are_told(
    tmp_path: Path, edits: list[tuple[str, str]], parts: tuple[str, ...]
) -> None:
    found = told(tmp_path, *edits)
    assert len(found) == bool(parts)
    for part in parts:
        assert part in found[0]


def test_two_scenes_may_have_choices_that_were_called_alike(tmp_path: Path) -> None:
    mute = ("mute: {text: Turn it over.,", "mute: {was: old, text: Turn it over.,")
    assert told(tmp_path, (ASK, ASK + "        was: old\n"), mute) == []
