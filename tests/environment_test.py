"""Making the game's own environment, with installers that are only played."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

import pytest

from game import environment, install, packages
from game.install import Run, SetupFailed
from game.packages import GAME, TEST, Wanted

PYPROJECT = """
[project]
dependencies = ["pygame-ce==2.5.8", "pyyaml==6.0.3"]
[dependency-groups]
test = ["pytest==9.2.0"]
"""
FULL = "ERROR: Could not install: [Errno 28] No space left on device"


class Registry:
    """Plays all installers: what was asked of them, and how each call ends."""

    def __init__(self, end: Callable[[], tuple[int, str]] = lambda: (0, "")) -> None:
        self.asked: list[str] = []
        self.end = end

    def __call__(self, _: IO[bytes]) -> Run:
        def run(command: Sequence[str]) -> tuple[int, str]:
            self.asked += [word for word in command if "==" in word]
            return self.end()

        return run


class House:
    """An empty place for an environment, and what was said while making it."""

    def __init__(self, folder: Path) -> None:
        (folder / "pyproject.toml").write_text(PYPROJECT)
        self.wanted = Wanted(str(folder / "pyproject.toml"))
        self.own = folder / ".venv"
        self.said: list[str] = []

    def make(self, registry: Registry, *groups: str) -> None:
        environment.make(str(self.own), self.wanted, groups, self.said.append, registry)

    def ready(self, *groups: str) -> bool:
        return packages.is_ready(str(self.own), self.wanted, groups)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_it_is_whole_once_its_packages_are_in(house: House) -> None:
    registry = Registry()
    house.make(registry, GAME)
    assert house.ready(GAME)
    assert not house.ready(GAME, TEST)
    assert registry.asked == ["pygame-ce==2.5.8", "pyyaml==6.0.3"]
    assert house.said[-1] == "Setting up, once: installing 2 packages ..."


def test_a_second_start_that_waited_finds_it_made(house: House) -> None:
    house.make(Registry(), GAME)
    second = Registry()
    house.make(second, GAME)
    assert second.asked == []


def test_tests_add_their_packages_to_it(house: House) -> None:
    house.make(Registry(), GAME)
    more = Registry()
    house.make(more, GAME, TEST)
    assert more.asked == ["pytest==9.2.0"]
    assert house.ready(GAME, TEST)


def test_failing_to_add_them_leaves_the_game_playable(house: House) -> None:
    house.make(Registry(), GAME)
    with pytest.raises(SetupFailed):
        house.make(Registry(lambda: (1, FULL)), GAME, TEST)
    assert house.ready(GAME)
    assert not house.ready(GAME, TEST)


def stopped() -> tuple[int, str]:
    raise KeyboardInterrupt


def full() -> tuple[int, str]:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("end", "words"),
    [(stopped, "stopped"), (full, "disk is full"), (lambda: (1, FULL), "disk is full")],
)
def test_what_fails_leaves_nothing_and_the_next_try_succeeds(
    house: House, end: Callable[[], tuple[int, str]], words: str
) -> None:
    with pytest.raises(SetupFailed, match=words):
        house.make(Registry(end), GAME)
    assert not house.own.exists()
    house.make(Registry(), GAME)
    assert house.ready(GAME)


def test_one_left_half_by_a_killed_start_is_thrown_away(house: House) -> None:
    house.own.mkdir()
    packages.write_stamp(str(house.own), GAME, packages.HALF)
    (house.own / "rubbish").touch()
    house.make(Registry(), GAME)
    assert house.ready(GAME)
    assert not (house.own / "rubbish").exists()


def test_a_repository_that_can_be_written_holds_it(tmp_path: Path) -> None:
    assert environment.place(str(tmp_path), "/spare") == str(tmp_path / ".venv")


def test_one_that_cannot_be_written_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert environment.place(str(tmp_path), "/spare") == "/spare"


def test_somebody_elses_environment_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "pyvenv.cfg").touch()
    assert environment.place(str(tmp_path), "/spare") == "/spare"


def test_a_second_start_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    first = (tmp_path / "lock").open("ab")
    assert install.lock(first)
    with (tmp_path / "lock").open("ab") as second:
        environment.wait_for(second, said.append, lambda _: first.close())
    assert said == ["Setting up: another start of the game is at it; waiting ..."]


def test_progress_stays_in_one_line_on_a_terminal_only() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, lines in ((Terminal(), 0), (io.StringIO(), 2)):
        say = environment.teller(stream)
        for text in ("one ...", "two ...", ""):
            say(text)
        assert stream.getvalue().count("\n") == lines
        assert "two ..." in stream.getvalue()
