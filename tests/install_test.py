"""Which installer is used, and what is said when it fails."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from game import install
from game.install import SetupFailed

PINS = ["pygame-ce==2.5.8"]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine with no installer at all."""
    monkeypatch.setattr("game.packages.found", lambda _: {})
    monkeypatch.setattr("game.install.find_spec", lambda _: None)
    monkeypatch.setattr("shutil.which", lambda _: None)
    return monkeypatch


def words(machine: pytest.MonkeyPatch) -> list[str]:
    return [" ".join(steps[0]) for steps in install.installers("/own/python", PINS)]


def test_pip_of_this_python_comes_first(machine: pytest.MonkeyPatch) -> None:
    machine.setattr("game.packages.found", lambda _: {"pip": ("23.0.1", "")})
    machine.setattr("shutil.which", lambda _: "/bin/uv")
    pip, uv = words(machine)
    assert "-m pip --python /own/python install" in pip
    assert uv.startswith("/bin/uv pip install")


@pytest.mark.parametrize("there", [{}, {"pip": ("21.3", "")}], ids=["no pip", "old pip"])
def test_the_pip_in_ensurepip_comes_next(
    machine: pytest.MonkeyPatch, there: dict[str, tuple[str, str]]
) -> None:
    machine.setattr("game.packages.found", lambda _: there)
    machine.setattr("game.install.find_spec", lambda _: object())
    assert words(machine) == ["/own/python -m ensurepip"]


def test_with_no_installer_it_says_what_to_install(machine: pytest.MonkeyPatch) -> None:
    with pytest.raises(SetupFailed, match="sudo apt install python3-venv"):
        install.install("/own/python", PINS, "/repo/.venv", lambda _: (0, ""))


def test_packages_that_do_not_open_are_a_failure(machine: pytest.MonkeyPatch) -> None:
    def run(command: Sequence[str]) -> tuple[int, str]:
        return (1, "ImportError: libGL is missing") if install.OPENS in command else (0, "fine")

    machine.setattr("shutil.which", lambda _: "/bin/uv")
    with pytest.raises(SetupFailed, match="libGL is missing"):
        install.install("/own/python", PINS, "/repo/.venv", run)


def test_a_second_installer_helps_out(machine: pytest.MonkeyPatch) -> None:
    def run(command: Sequence[str]) -> tuple[int, str]:
        return (1, "pip has crashed") if "pip" in command and "-m" in command else (0, "")

    machine.setattr("game.packages.found", lambda _: {"pip": ("23.0.1", "")})
    machine.setattr("shutil.which", lambda _: "/bin/uv")
    install.install("/own/python", PINS, "/repo/.venv", run)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("PermissionError: [Errno 13] Permission denied: '/repo/.venv'", "may not write"),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
            "ERROR: No matching distribution found for pygame-ce==2.5.8",
            "registry does not answer",
        ),
        ("ERROR: No matching distribution found for pygame-ce==2.5.8", "another Python"),
        ("a\nsomething unheard of", "something unheard of"),
    ],
)
def test_each_failure_is_told_with_what_to_do(said: str, told: str) -> None:
    text = install.reason(said, "/repo/.venv")
    assert told in text
    assert "tart the game" in text
    assert "Traceback" not in text
