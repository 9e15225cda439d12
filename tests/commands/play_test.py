"""The whole program in text, as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from game.commands.play import _learn, open_what_is_wanted
from game.play.saves import Shelf
from game.session import Session
from tests.example import write_example
from tests.play.small import small

MAIN = Path(__file__).parent.parent.parent / "main.py"


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "A_THOUSAND_HOME": str(home), "PYTHONIOENCODING": "utf-8"}


def play(home: Path, *arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(MAIN), "play", "--text", *arguments],
        input=answers,
        capture_output=True,
        encoding="utf-8",
        env=environment(home),
        timeout=60,
        check=False,
    )


def test_a_script_of_answers_plays_to_the_end(tmp_path: Path) -> None:
    story = write_example(tmp_path)
    done = play(tmp_path / "home", str(story), "--seed", "3", answers="wait\nlet-past\nshort\n")
    assert done.returncode == 0, done.stderr
    assert "The ledger has" in done.stdout
    assert len([*(tmp_path / "home" / "cache").iterdir()]) == 1
    again = play(tmp_path / "home", str(story), "--seed", "3", answers="wait\nlet-past\nshort\n")
    assert again.stdout == done.stdout


def test_answers_that_end_too_early_are_told(tmp_path: Path) -> None:
    done = play(tmp_path / "home", str(write_example(tmp_path)), answers="wait\n")
    assert done.returncode == 1
    assert "ended before the story" in done.stderr


def test_a_broken_story_shows_its_errors(tmp_path: Path) -> None:
    story = write_example(tmp_path)
    chapter = story / "morning.yaml"
    text = chapter.read_text(encoding="utf-8").replace("go: inside", "go: insied", 1)
    chapter.write_text(text, encoding="utf-8")
    done = play(tmp_path / "home", str(story))
    assert done.returncode == 1
    assert "morning.yaml:" in done.stdout
    assert "Did you mean inside?" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_cut_can_be_asked_for_and_a_mistyped_one_is_told(tmp_path: Path) -> None:
    story = write_example(tmp_path)
    with (story / "story.yaml").open("a", encoding="utf-8") as head:
        head.write("cuts: {museum: Five minutes}\n")
    done = play(tmp_path / "home", str(story), "--cut", "museum", answers="push\nlong\n")
    assert done.returncode == 0, done.stderr
    assert "This is the cut “Five minutes”." in done.stdout
    done = play(tmp_path / "home", str(story), "--cut", "musem")
    assert (done.returncode, done.stderr) == (
        1,
        "The story has no cut musem. Did you mean museum?\n",
    )


CUTS = "{museum: {name: Five minutes, about: In short.}, evening: An evening}"


@pytest.mark.parametrize(
    ("answers", "cut"), [(["1"], None), ([""], None), ([], None), (["4", "x", "3"], "evening")]
)
def test_a_person_is_asked_for_the_cut(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: list[str], cut: str | None
) -> None:
    story = small(tmp_path, "yard: {text: The yard., end: over}", cuts=CUTS)
    session = Session(story, {}, lambda: 1, Shelf(tmp_path / "saves"))
    assert open_what_is_wanted(session, iter(answers)) is None
    assert session.run.inputs.cut == cut
    told = capsys.readouterr().out
    assert "1. Begin.\n2. Five minutes. In short.\n3. An evening.\n" in told
    assert ("Type a number from 1 to 3." in told) == (len(answers) > 1)
    open_what_is_wanted(session, iter(["1"]))
    assert session.run.inputs.cut == cut
    assert "1. Go on where you left.\n2. Begin anew.\n3. Five" in capsys.readouterr().out


def test_a_person_is_not_asked_where_there_is_no_choice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(small(tmp_path, "yard: {text: The yard., end: over}"), {}, lambda: 1, None)
    open_what_is_wanted(session, iter([]))
    assert session.view().scene == "yard"
    assert capsys.readouterr().out == ""


def test_whoever_learns_how_to_play_first_is_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(small(tmp_path, "yard: {text: The yard., end: over}"), {}, lambda: 1, None)
    answers = iter(["2", "order", "quit", "1"])
    open_what_is_wanted(session, answers, lambda: _learn(answers))
    assert session.view().scene == "yard"
    told = capsys.readouterr().out
    assert told.count("2. How to play.") == 2
    assert "The score sees: one coffee" in told


CHAPTER = """\
chapter: two
title: The *Street*
about: Where they sell everything.
begin: street
scenes:
  street: {text: The street., go: steps}
  steps: {text: The steps., end: over}
"""


def test_a_person_is_asked_for_the_chapter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "two.yaml").write_text(CHAPTER, encoding="utf-8")
    story = small(tmp_path, "yard: {text: The yard., go: street}")
    session = Session(story, {}, lambda: 1, Shelf(tmp_path / "saves"))
    assert open_what_is_wanted(session, iter(["chapters"])) is None
    assert "Chapters" not in capsys.readouterr().out
    session.choose("on")
    for answers in (["3", "2"], ["chapters", "3", "2"], ["3", "1", "3", "2"]):
        assert open_what_is_wanted(session, iter(answers)) is None
        assert session.chapter == "two"
    told = capsys.readouterr().out
    assert "3. Chapters.\n" in told
    assert "1. Back.\n2. The ‘Street’. Where they sell everything. (Reached before.)\n" in told
    open_what_is_wanted(session, iter(["chapters", "back", "2"]))
    assert session.chapter is None


def test_a_chapter_can_be_asked_for_and_a_mistyped_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(CHAPTER, encoding="utf-8")
    small(tmp_path, "yard: {text: The yard., go: street}")
    done = play(tmp_path / "home", str(tmp_path), "--chapter", "two", answers="\n\n")
    assert (done.returncode, "The yard." in done.stdout) == (0, False)
    done = play(tmp_path / "home", str(tmp_path), "--chapter", "tow")
    assert (done.returncode, done.stderr) == (
        1,
        "No run can begin with a chapter tow. Did you mean two?\n",
    )


def test_a_script_says_the_same_each_time_whatever_was_read_before(tmp_path: Path) -> None:
    small(tmp_path, "yard: {text: The yard., go: lane}\nlane: {text: The lane., end: over}")
    first = play(tmp_path / "home", str(tmp_path), answers="\n\n").stdout
    assert play(tmp_path / "home", str(tmp_path), answers="\n\n").stdout == first


def test_a_folder_without_a_story_is_a_wrong_call(tmp_path: Path) -> None:
    done = play(tmp_path / "home", str(tmp_path))
    assert done.returncode == 2
    assert "story.yaml" in done.stderr


def test_a_killed_run_loses_at_most_the_line_on_screen(tmp_path: Path) -> None:
    """Each page that was seen is on disk, wherever the process is killed."""
    story = write_example(tmp_path)
    for seed in range(5):
        home = tmp_path / f"home-{seed}"
        seen = play_and_kill(story, home, Random(seed))
        save = json.loads((home / "saves" / "my-story" / "script.json").read_text("utf-8"))
        assert len(save["acts"]) >= seen


def play_and_kill(story: Path, home: Path, hand: Random) -> int:
    """Answer and undo for a while, kill the process, and say how many acts were answered."""
    command = [sys.executable, str(MAIN), "play", "--text", str(story)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        pages = 0
        last = hand.randint(1, 12)
        for turn in range(last):
            process.stdin.write("push\n" if turn % 2 == 0 else "undo\n")
            process.stdin.flush()
        for line in process.stdout:
            pages += line.startswith("== ")
            if pages > last // 2:
                process.kill()
        return pages - 1


def test_a_script_takes_part_in_no_study(tmp_path: Path) -> None:
    story = str(write_example(tmp_path))
    done = play(tmp_path / "home", story, "--study", "school.yaml", answers="wait\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Answers from a script take part in no study")
