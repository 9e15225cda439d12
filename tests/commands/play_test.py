"""The whole program in text, as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

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


CHAPTER = """\
chapter: two
title: The *Street*
about: Where they sell everything.
begin: street
scenes:
  street: {text: The street., go: steps}
  steps: {text: The steps., end: over}
"""


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


def notes(home: Path) -> list[Path]:
    return [path for path in home.rglob("*.jsonl") if path.is_file()]


def test_a_script_keeps_notes_in_a_file_only_when_told_to(tmp_path: Path) -> None:
    story = str(write_example(tmp_path))
    answers = "wait\nlet-past\nshort\nnotes\n"
    for option, told, files in (
        ([], "you chose", 0),
        (["--no-notes"], "No notes are kept of this run.", 0),
        (["--notes"], "They stand in this file", 1),
    ):
        done = play(tmp_path / "home", story, *option, answers=answers)
        assert done.returncode == 0, done.stderr
        assert told in done.stdout
        assert len(notes(tmp_path / "home")) == files


def play_as_a_person(home: Path, *arguments: str, typed: str) -> str:
    """What is said to somebody who types this into a terminal, and leaves."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    try:
        os.write(ours, f"{typed}\x04".encode())
        done = subprocess.run(
            [sys.executable, str(MAIN), "play", "--text", *arguments],
            stdin=theirs,
            capture_output=True,
            encoding="utf-8",
            env=environment(home),
            timeout=60,
            check=False,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(("typed", "kept"), [("1\npush\n", 1), ("2\npush\n", 0), ("", 0)])
def test_a_person_is_asked_before_notes_are_kept(tmp_path: Path, typed: str, kept: int) -> None:
    story, home = str(write_example(tmp_path)), tmp_path / "home"
    said = play_as_a_person(home, story, "--seed", "3", typed=typed)
    assert "2. Play without notes." in said
    assert ("please wipe your shoes" in said) == bool(typed)
    assert len(notes(home)) == kept
    assert (home / "saves").exists() == bool(typed)


def test_a_person_who_has_said_so_already_is_not_asked(tmp_path: Path) -> None:
    story, home = str(write_example(tmp_path)), tmp_path / "home"
    said = play_as_a_person(home, story, "--seed", "3", "--no-notes", typed="push\n")
    assert "Play without notes" not in said
    assert notes(home) == []


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
