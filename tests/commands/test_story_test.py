"""`main.py test STORY`."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from game.commands import test as command
from game.commands import wiring
from game.errors import GameError
from tests.example import write_example
from tests.play import small
from tests.play.letter import letter
from tests.transcripts.making import example_with

HOLDS = "acts:\n  - the-door: wait\n  - expect: {gone: wait}\n"


def run(folder: Path | None, words: bool = False, show: str | None = None) -> int:
    return command.run(argparse.Namespace(path=folder, extra=[], words=words, show=show))


def test_a_transcript_that_holds_is_ok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(example_with(tmp_path, HOLDS)) == 0
    assert capsys.readouterr().out == (
        "transcripts/one.yaml: One: ok\nmy-story: 1 transcript played in three ways: all ok.\n"
    )


def test_what_differs_is_told_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example_with(tmp_path, HOLDS)
    example_with(tmp_path, HOLDS.replace("wait}", "push}"), "two.yaml")
    assert run(tmp_path) == 1
    told = capsys.readouterr().out
    assert "transcripts/one.yaml: One: ok\n" in told
    assert "transcripts/two.yaml:4:20: T002 error: push is there.\n" in told
    assert told.endswith("my-story: 1 of 2 transcripts failed.\n")


def test_a_transcript_that_can_not_be_read_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(example_with(tmp_path, "acts: 3\n")) == 1
    told = capsys.readouterr().out
    assert "transcripts/one.yaml:2:7: S022 error" in told
    assert "1 error in what could not be read" in told


def test_a_story_with_errors_is_not_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example_with(tmp_path, HOLDS)
    (tmp_path / "manners.yaml").unlink()
    assert run(tmp_path) == 1
    assert "nothing was played" in capsys.readouterr().out


def test_a_story_without_transcripts_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (example_with(tmp_path, HOLDS) / "transcripts" / "one.yaml").unlink()
    assert run(tmp_path) == 0
    assert "no transcripts to play" in capsys.readouterr().out


def test_the_readmes_own_transcript_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write_example(tmp_path)) == 0
    assert "After nine it is seen: ok" in capsys.readouterr().out


SAT = """acts:
  - the-door: wait
  - undo
  - the-door: push
  - inside: long
"""


def test_how_long_a_transcript_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(example_with(tmp_path, SAT), words=True) == 0
    told = capsys.readouterr().out
    assert "One: ok\n  " in told
    assert "more in notes and on the last page; ending stamped-late\n" in told
    example_with(tmp_path, SAT.replace("long", "sleep"))
    assert run(tmp_path, words=True) == 1
    assert "ending" not in capsys.readouterr().out


def test_a_transcript_as_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example_with(tmp_path, SAT)
    assert run(example_with(tmp_path, HOLDS, "two.yaml"), show="one") == 0
    told = capsys.readouterr().out
    assert told.startswith("== Morning ==\nThe stamp office. Monday 4 March 2019, 08:50.\n")
    assert told.count("The office opens at nine.") == 1  # what was undone is not there
    assert "3. Go in.\n\n> Go in.\n\n== Morning ==\n" in told
    assert "> The long queue.\n\n== The end ==" in told
    assert told.endswith("One: ok\nmy-story: 1 transcript played in three ways: all ok.\n")


def test_what_cannot_be_shown_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example_with(tmp_path, SAT, "first.yaml")
    with pytest.raises(GameError, match=r"no transcript frist. Did you mean first"):
        run(tmp_path, show="frist")
    with pytest.raises(GameError, match=r"no transcript x. There are first"):
        run(tmp_path, show="x")
    assert run(None, words=True) == run(None, show="first") == 2
    assert "name its folder" in capsys.readouterr().err


def test_a_transcript_that_stops_is_shown_so_far(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(example_with(tmp_path, SAT.replace("long", "sleep")), show="one.yaml") == 1
    told = capsys.readouterr().out
    assert told.index("2. The long queue.") < told.index("There is no choice sleep here.")
    assert "== The end ==" not in told


def test_the_time_of_instruments_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "INSTRUMENTS", small.INSTRUMENTS)
    monkeypatch.setattr(wiring, "SPECS", small.SPECS)
    small.small(tmp_path, letter(("takes: 5", "takes: 15")))
    acts = "acts:\n- yard: open\n- yard: turn\n- tick: 5\n- expect: {scene: street}\n"
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "one.yaml").write_text(f"transcript: One\n{acts}", "utf-8")
    assert run(tmp_path, words=True, show="one") == 0
    told = capsys.readouterr().out
    assert "\n> Turn the page. (1.5 seconds pass)\n" in told
    assert " minutes, 0:02 of it in instruments; " in told
