"""Arguments and exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from game import cli, folders
from game.errors import GameError

Verb = Callable[[argparse.Namespace], int]


def opens(run: Verb) -> Callable[[str], Verb]:
    return lambda _: run


def fails(error: BaseException) -> Callable[[str], Verb]:
    def run(_: argparse.Namespace) -> int:
        raise error

    return opens(run)


def test_without_a_verb_the_games_own_story_is_played() -> None:
    args = cli.parse([])
    assert (args.verb, args.path, args.text, args.seed) == (
        "play",
        folders.default_story(),
        False,
        None,
    )
    assert cli.parse(["--text"]).text


def test_play_takes_a_story_a_seed_a_cut_and_text() -> None:
    args = cli.parse(["play", "a story", "--text", "--seed", "7", "--cut", "museum"])
    assert (args.path, args.text, args.seed, args.cut) == (Path("a story"), True, 7, "museum")
    assert cli.parse(["play"]).cut is None
    assert cli.parse(["play", "--chapter", "two"]).chapter == "two"


def test_what_follows_two_dashes_goes_to_pytest() -> None:
    args = cli.parse(["test", "--", "-k", "door"])
    assert (args.path, args.extra) == (None, ["-k", "door"])


@pytest.mark.parametrize(
    "argv", [["chek"], ["play", "--seed", "x"], ["--sed"], ["check", "a", "b"]]
)
def test_mistyped_arguments_end_with_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(argv) == 2
    assert "usage:" in capsys.readouterr().err


def test_help_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(verb in told for verb in ("play", "check", "test"))


def test_a_verbs_exit_code_is_the_programs() -> None:
    assert cli.main(["check"], opens(lambda _: 1)) == 1


def test_an_expected_failure_shows_its_text_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([], fails(GameError("No such story."))) == 1
    assert capsys.readouterr().err == "No such story.\n"


def test_ctrl_c_ends_with_130() -> None:
    assert cli.main([], fails(KeyboardInterrupt())) == 130


@pytest.mark.parametrize("error", [ValueError("odd"), ImportError("gone", name="game.story")])
def test_a_fault_goes_to_a_log(
    error: Exception,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(folders.OVERRIDE, str(tmp_path / "home"))
    assert cli.main([], fails(error)) == 3
    told = capsys.readouterr().err
    log = tmp_path / "home" / "faults.log"
    assert str(log) in told
    assert told.count("\n") == 1
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_is_no_second_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(folders.OVERRIDE, str(tmp_path / "file" / "home"))
    assert cli.main([], fails(ValueError("odd"))) == 3
    assert "ValueError: odd" in capsys.readouterr().err


def test_a_broken_package_is_left_to_the_door() -> None:
    with pytest.raises(ImportError):
        cli.main([], fails(ImportError("libSDL2 is gone", name="pygame.base")))


def test_letters_that_a_terminal_does_not_know_end_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = BytesIO()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"caf\xe9\n"), "utf-8", "strict"))
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, "ascii", "strict"))

    def run(_: argparse.Namespace) -> int:
        print(f"{sys.stdin.readline().strip()}, a café △", flush=True)
        return 0

    assert cli.main(["play"], opens(run)) == 0
    assert written.getvalue().split() == [b"caf?,", b"a", b"caf?", b"?"]
