"""A new story: whole, sound, and as good as its comments say; or nothing at all."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from game.commands import new, test_story
from game.commands.wiring import SPECS
from game.errors import GameError
from game.play.run import Run
from game.story.desk import ID
from game.story.load import examine


def make(folder: Path) -> int:
    return new.run(argparse.Namespace(path=folder))


def play(folder: Path, *choices: str) -> Run:
    story = examine(folder, SPECS).story
    assert story is not None
    run = Run(story, seed=1)
    for choice in choices:
        run.choose(choice)
    return run


def test_it_is_sound_and_has_the_name_of_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(tmp_path / "deep" / "slow-morning") == 0
    folder = tmp_path / "deep" / "slow-morning"
    report = examine(folder, SPECS)
    assert report.diagnostics == ()
    assert report.story and (report.story.id, report.story.title) == (
        "slow-morning",
        "Slow morning",
    )
    told = capsys.readouterr().out
    for verb in ("play", "check", "test"):
        assert f"python3 main.py {verb} {folder}" in told
    assert [path.name for path in folder.parent.iterdir()] == ["slow-morning"]


def test_what_is_done_where_nobody_looks_brings_no_points_but_tea(tmp_path: Path) -> None:
    make(tmp_path / "bus")
    view = play(tmp_path / "bus", "carry").view()
    assert view.aftermath and view.aftermath.seen_nothing
    assert "Old Lin nods" in view.lines[0].text
    run = play(tmp_path / "bus", "carry", "stay")
    assert [option.id for option in run.view().options if option.open] == ["share", "wait"]
    run.choose("share")
    assert run.view().ending == "tea"


def test_what_the_camera_sees_opens_the_gate(tmp_path: Path) -> None:
    make(tmp_path / "bus")
    run = play(tmp_path / "bus", "look-away", "stand-up")
    assert run.view().scores[0].value == "12"
    assert [option.id for option in run.view().options] == ["go-in", "wait"]
    run.choose("go-in")
    assert run.view().ending == "warm"


def test_its_transcript_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(tmp_path / "bus")
    capsys.readouterr()
    assert test_story.run(tmp_path / "bus") == 0
    assert "1 transcript played" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        ("My Story", "my-story"),
        ("Café №1", "cafe-no1"),
        ("2nd try", "nd-try"),
        ("故事", "my-story"),
        ("a" * 61, "a" * 60),
        ("x_y-", "x-y"),
    ],
)
def test_a_name_that_is_no_id_is_refused_with_one_that_is(
    tmp_path: Path, name: str, fitting: str
) -> None:
    assert ID.fullmatch(fitting)
    with pytest.raises(GameError, match=f" {fitting} could be one"):
        make(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bus").mkdir()
    (tmp_path / "bus" / "mine.txt").write_text("mine")
    with pytest.raises(GameError, match="not empty"):
        make(tmp_path / "bus")
    assert [path.name for path in (tmp_path / "bus").iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "bus").mkdir()
    assert make(tmp_path / "bus") == 0
    assert (tmp_path / "bus" / "transcripts" / "first.yaml").is_file()


def test_nothing_is_left_of_a_story_that_could_not_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, *_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(GameError, match="bus cannot be made: No space left on device"):
        make(tmp_path / "bus")
    assert list(tmp_path.iterdir()) == []


def test_where_a_file_stands_no_story_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GameError, match="cannot be made"):
        make(tmp_path / "file" / "bus")
