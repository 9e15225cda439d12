"""`fuzz` says what came of it, and how to have a failure again."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import cli, folders
from game.fuzz.trials import Failure, Tally, Trials
from tests.stories import write_story


@pytest.fixture(autouse=True)
def small_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_story(tmp_path / "story" / "small")
    monkeypatch.setattr(folders, "repository", lambda: tmp_path)


def fuzz(*args: str) -> int:
    return cli.main(["fuzz", *args])


def test_a_few_trials_fell_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz("--files", "3", "--inputs", "250") == 0
    said = capsys.readouterr().out
    assert said.startswith("3 broken stories") and said.endswith("Nothing fell.\n")


def test_a_failure_is_told_with_how_to_repeat_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Trials, name: str) -> Tally:
        return Tally(failures=[Failure(name, "KeyError: planted", "Traceback …")])

    monkeypatch.setattr(Trials, "run", fails)
    assert fuzz("--seed", "8", "--files", "1", "--inputs", "0") == 1
    said = capsys.readouterr().out
    assert "f0: KeyError: planted" in said and "fuzz --seed 8 --only f0" in said
    assert "Traceback" not in said
    assert fuzz("--seed", "8", "--only", "f0") == 1
    assert "Traceback …" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["x", "f", "7", "f-1", "i1.5"])
def test_a_trial_that_has_no_such_name_is_refused(name: str) -> None:
    assert fuzz("--only", name) == 2
