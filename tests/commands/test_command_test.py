"""`main.py test`, with checks that are only played."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import pytest

from game import folders
from game.commands import test as command


class Checks:
    """Plays every check: what ran, and which of them fail."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing
        self.ran: list[Sequence[str]] = []

    def __call__(self, command: Sequence[str]) -> int:
        self.ran.append(command)
        return 2 if " ".join(command).startswith(self.failing or ("-",)) else 0


def run(checks: Checks, path: Path | None = None, extra: Sequence[str] = ()) -> int:
    return command.run(
        argparse.Namespace(path=path, extra=list(extra), words=False, show=None), checks
    )


def test_all_is_well() -> None:
    assert run(Checks()) == 0


@pytest.mark.parametrize("failing", ["ruff check", "ruff format", "mypy", "pytest"])
def test_one_failure_fails_all_and_stops_nothing(failing: str) -> None:
    checks = Checks(failing)
    assert run(checks) == 1
    assert [check[0] for check in checks.ran] == ["ruff", "ruff", "mypy", "pytest"]


def test_nothing_is_said_after_pytests_own_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    class Talking(Checks):
        def __call__(self, command: Sequence[str]) -> int:
            print(f"{command[0]} has spoken")
            return super().__call__(command)

    run(Talking("ruff", "pytest"))
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "pytest has spoken"
    assert "FAILED: style, format" in lines


def test_a_read_only_repository_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command.caches(tmp_path) == {}
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setenv(folders.OVERRIDE, str(tmp_path / "my home"))
    kept = command.caches(tmp_path / "repository")
    assert kept["MYPY_CACHE_DIR"] == str(tmp_path / "my home" / "checks" / "mypy")


def test_a_path_and_more_go_to_pytest() -> None:
    checks = Checks()
    tests = folders.repository() / "tests" / "door_test.py"
    run(checks, tests, ["-k", "half"])
    assert checks.ran[-1] == ("pytest", str(tests), "-k", "half")


def test_a_folder_that_is_no_story_starts_no_tests_of_the_game(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = Checks()
    assert run(checks, tmp_path / "mine") == 2
    assert "There is no folder" in capsys.readouterr().err
    (tmp_path / "story.yaml.txt").write_text("story: mine")
    assert run(checks, tmp_path) == 2
    assert "Rename story.yaml.txt to story.yaml." in capsys.readouterr().err
    assert not checks.ran
