from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from game.commands import check
from tests.stories import changed, write_story


def run(folder: Path, **more: object) -> int:
    given = {"strict": False, "explain": None, "guide": False, **more}
    return check.run(argparse.Namespace(path=folder, **given))


def test_a_good_story_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write_story(tmp_path)) == 0
    assert capsys.readouterr().out == "small: 5 scenes, 2 systems, 2 cards: no errors.\n"


def test_errors_are_told_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = changed("chapters/one.yaml", "go: the-call\n", "go: the-cal\n")
    assert run(write_story(tmp_path, files)) == 1
    told = capsys.readouterr().out
    assert told.startswith("chapters/one.yaml:20:13: S040 error: There is no scene the-cal.\n")
    assert told.endswith(f"1 error in {tmp_path.name}.\n")


def test_warnings_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = changed("story.yaml", '"Kitchen, night"', "Kitchen, picture: none.svg")
    assert run(write_story(tmp_path, files)) == 0
    assert capsys.readouterr().out.endswith("no errors, 1 warning.\n")
    assert run(tmp_path, strict=True) == 1


def test_what_is_no_story_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 2
    assert "no story.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "told", "mistyped", "nearest"),
    [("s040", "S040 error: unknown name", "S04O", "S040"), ("T001", "T001 error", "t9", "T003")],
)
def test_a_finding_is_explained(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    code: str,
    told: str,
    mistyped: str,
    nearest: str,
) -> None:
    assert run(tmp_path, explain=code) == 0
    assert capsys.readouterr().out.startswith(told)
    assert run(tmp_path, explain=mistyped) == 2
    said = capsys.readouterr().out
    assert said == f"There is no finding {mistyped}. The nearest is {nearest}.\n"


def test_the_page_of_the_guide_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, guide=True) == 0
    assert "## S040: unknown name" in capsys.readouterr().out
