"""The slips that authors make most often, and what they are told to do about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import write_story

HEAD = """\
story: small
title: Small
starts: evening
life: ana
people: {dan: Dan}
lives: {ana: {name: Ana, starts: 2019-01-10 12:00}}
variables: {late: false}
"""
CHAPTER = """\
chapter: one
title: One
scenes:
  evening:
    text: |
      {if late}So late.
    choices:
      read: {text: Read on., set: {late: true}, go: evening}
      sleep: {text: Go to bed., end: asleep}
"""


def told(folder: Path, chapter: str, name: str = "one.yaml") -> list[str]:
    report = examine(write_story(folder, {"story.yaml": HEAD, name: chapter}))
    return [
        f"{one.source.file}:{one.source.line}:{one.source.column} {one.message} {one.hint}".strip()
        for one in report.diagnostics
    ]


def test_the_chapter_as_it_should_be(tmp_path: Path) -> None:
    assert told(tmp_path, CHAPTER) == []


@pytest.mark.parametrize(
    ("old", "new", "where", "hint"),
    [
        ("{text: Read on.,", "{text: Read on, please,", "8:29 The choice read has", "quotes"),
        ("{text: Go to bed.,", "{text: “Bed, then.”,", "9:27 The choice sleep has", "straight"),
        ("end: asleep", "evening", "9:33 The choice sleep has no key evening.", "evening: and a"),
        ("chapter: one\n", "", "1:1 one.yaml needs chapter.", "chapter: an-id"),
        ("chapter: one", "Chapter: one", "1:1 one.yaml needs chapter.", "chapter: an-id"),
        ("      sleep:", "      schläft:", "9:7 schläft is no id.", "from a to z"),
        ("{if late}So", "{if spät}So", "6:13 “ä” has no meaning", "letters from a to z"),
        ("{if late}So", "{If late}So{end}", "6:7 There is no {If late}.", "mean {if late}?"),
        ("{if late}So", "{if late So{end}", "6:7 This { is never closed.", "Close it with }."),
        ("So late.", "So late.\n      dan: Yes.", "7:7 dan does not speak here", "above empty"),
        ("{if late}So", "dan : So", "6:7 dan does not speak here", "Write dan: and a space."),
        ("{if late}So", "dan：So", "6:7 dan does not speak here", "right behind the name"),
    ],
)
def test_a_slip_is_told_once_with_what_to_do(
    tmp_path: Path, old: str, new: str, where: str, hint: str
) -> None:
    assert old in CHAPTER
    (found,) = [
        one
        for one in told(tmp_path, CHAPTER.replace(old, new, 1))
        if not any(
            after in one for after in ("leads nowhere", "no scene evening", "no key evening:")
        )
        and not one.startswith("story.yaml")
    ]
    assert found.startswith(f"one.yaml:{where}")
    assert hint in found


def test_what_stands_where_a_table_should(tmp_path: Path) -> None:
    flat = CHAPTER.replace("  evening:", "evening:")
    assert any(
        "not nothing. What belongs to it stands in the lines below" in one
        for one in told(tmp_path, flat)
    )
    dashes = CHAPTER.replace("      read: {", "      - {").replace("      sleep: {", "      - {")
    assert any("not a list. In a table, an id" in one for one in told(tmp_path, dashes))


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("{text: Go to bed., end: asleep}", "Go to bed.", "Write {text: Go home., go: a-scene}."),
        ("go: evening", "go: [evening]", "Write {if: late, to: a-scene}, and the last one"),
        ("{late: true}", "{late: evening}", "evening is a scene: ask for visits(evening) > 0."),
        ("end: asleep", "end: asleep, deeds: help", "Write deeds: [help]."),
        ("title: One", "title: One\ncontent: an accident", "Write content: [an accident]."),
        ("scenes:", "pools: {ride: [evening]}\nscenes:", "Write {scenes: {one-scene:"),
        ("scenes:", "cards: {fine: It is so.}\nscenes:", "Write {kind: fiction, says:"),
        ("{if late}So", "{made-up}So", "made-up is a card: write {card made-up} in a text."),
    ],
)
def test_what_is_of_another_kind_is_shown_as_it_is_written(
    tmp_path: Path, old: str, new: str, hint: str
) -> None:
    card = "\ncards: {made-up: {kind: fiction, says: It is made up.}}"
    text = CHAPTER.replace("title: One", "title: One" + card) if "made-up" in new else CHAPTER
    assert any(hint in one for one in told(tmp_path, text.replace(old, new, 1)))


def test_what_a_rule_and_a_gate_look_like(tmp_path: Path) -> None:
    system = "system: lamp\nname: Lamp\nrules: {help: 2, push: {points: +3}}\ngates: {seat: 12}\n"
    found = told(tmp_path, system, "lamp.yaml")
    assert any("not the number 2. Write {points: 2}." in one for one in found)
    assert any("Write {name: the front seat, needs: 12}." in one for one in found)
    assert any("not the text “+3”. Write it without quotes, commas, a plus" in one for one in found)


def test_capitals_are_no_keys(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("chapter:", "Chapter:").replace("scenes:", "Scenes:")
    found = told(tmp_path, chapter)
    assert any("no key Chapter. Did you mean chapter?" in one for one in found)
    assert any("no key Scenes. Did you mean scenes?" in one for one in found)


@pytest.mark.parametrize("name", ["one.yaml.txt", "one.YAML", "one.yml"])
def test_a_file_that_an_editor_has_named_otherwise_is_found(tmp_path: Path, name: str) -> None:
    assert f"{name}:1:1 This file is not read. Name it one.yaml." in told(tmp_path, CHAPTER, name)


OVER = """\
places:
  hall:
    name: Hall
    picture: a.svg
    over:
      - {if: late, picture: b.svg}
"""


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("picture: b.svg", "picture: c.svg", "15:29 There is no picture c.svg."),
        ("picture: b.svg", "picture: ../b.svg", "15:29 ../b.svg is not inside"),
        ("if: late", "if: lat", "15:14 There is nothing called lat. Did you mean late?"),
        ("if: late", "if: late and not late", "15:14 This condition never holds"),
        ("if: late", "whenever: late", "15:10 What is laid over a picture has no key whenever."),
        (", picture: b.svg", "", "15:9 What is laid over a picture needs picture."),
        ("{if: late, picture: b.svg}", "b.svg", "15:9 What is laid over a picture should be a ta"),
        ("    picture: a.svg\n", "", "13:5 Where over stands, picture must stand, too."),
    ],
)
def test_a_slip_in_what_is_laid_over_a_place_is_told_where_it_is(
    tmp_path: Path, old: str, new: str, finding: str
) -> None:
    for name in ("a.svg", "b.svg"):
        (tmp_path / name).write_text('<svg viewBox="0 0 9 9"/>', encoding="utf-8")
    assert told(tmp_path, CHAPTER + OVER) == []
    assert old in OVER
    [found] = told(tmp_path, CHAPTER + OVER.replace(old, new))
    assert found.startswith(f"one.yaml:{finding}")


def test_a_picture_that_is_called_otherwise_is_named(tmp_path: Path) -> None:
    chapter = CHAPTER + "places: {hall: {name: Hall, picture: pictures/hall.png}}\n"
    missing = "There is no picture pictures/hall.png."
    assert f"{missing} Its path begins in the story's folder." in told(tmp_path, chapter)[0]
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "hall-2.PNG").write_bytes(b"")
    assert f"{missing} Did you mean pictures/hall-2.PNG?" in told(tmp_path, chapter)[0]
    assert "There is no picture .." in told(tmp_path, chapter.replace("pictures/hall.png", "."))[0]


def test_somebody_may_speak_in_every_paragraph(tmp_path: Path) -> None:
    spoken = "{if late}\n      dan: So late.\n\n      dan: Yes.\n      And at six: bed.{end}"
    assert told(tmp_path, CHAPTER.replace("{if late}So late.", spoken)) == []


def test_what_is_told_instead_does_not_make_a_visit_endless(tmp_path: Path) -> None:
    """It comes once in a run, whatever it leads to."""
    chapter = CHAPTER.replace(
        "scenes:\n",
        """\
content: [an illness]
instead: in-short
scenes:
  in-short: {text: Her aunt is ill., go: evening}
  poster: {text: A poster., return: true}
""",
    ).replace("go: evening}\n      sleep", "call: poster}\n      sleep")
    assert told(tmp_path, chapter) == []
