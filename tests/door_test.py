"""Which Python the game is opened in. Nothing here installs anything."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from game import cli, door, folders, packages
from game.errors import GameError
from game.packages import GAME, TEST, Wanted

PYPROJECT = """
[project]
dependencies = ["pygame-ce==2.5.8", "pyyaml==6.0.3"]
[dependency-groups]
test = ["pytest==9.2.0"]
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, with a Python that has no packages and a player's folder of its own."""
    monkeypatch.setenv(folders.OVERRIDE, str(tmp_path / "home"))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site")])
    repository = tmp_path / "repository"
    repository.mkdir()
    (repository / "pyproject.toml").write_text(PYPROJECT)
    return repository


def environment(root: Path, folder: Path, *groups: str) -> Path:
    python = Path(packages.python_of(str(folder)))
    python.parent.mkdir(parents=True)
    python.touch()
    for group in groups:
        stamp = Wanted(str(root / "pyproject.toml")).stamp(group)
        packages.write_stamp(str(folder), group, stamp)
    return folder


def install(site: Path, *names: str, libyaml: bool = True) -> None:
    for name in names:
        (site / f"{name}.dist-info").mkdir(parents=True)
    (site / "pygame").mkdir()
    (site / "pygame" / "__init__.py").touch()
    (site / "yaml").mkdir()
    if libyaml:
        (site / "yaml" / f"_yaml{EXTENSION_SUFFIXES[0]}").touch()


def find(root: Path, groups: tuple[str, ...] = (GAME,), prefix: str = "/elsewhere") -> str | None:
    return door.find_python(str(root), groups, lambda: "/made", prefix)


MADE = packages.python_of("/made")


def test_a_bare_python_gets_an_environment_of_the_games_own(root: Path) -> None:
    assert find(root) == MADE


def test_packages_that_are_here_are_used(root: Path, tmp_path: Path) -> None:
    install(tmp_path / "site", "pygame_ce-2.5.8", "PyYAML-6.0.3")
    assert find(root) is None


def test_they_are_used_even_beside_an_environment_of_the_games_own(
    root: Path, tmp_path: Path
) -> None:
    environment(root, root / ".venv", GAME)
    install(tmp_path / "site", "pygame_ce-2.5.8", "PyYAML-6.0.3")
    assert find(root) is None


@pytest.mark.parametrize(
    ("names", "libyaml"),
    [
        (("pygame-2.6.1", "PyYAML-6.0.3"), True),
        (("pygame-2.6.1", "pygame_ce-2.5.8", "PyYAML-6.0.3"), True),
        (("pygame_ce-2.5.7", "PyYAML-6.0.3"), True),
        (("pygame_ce-3.0.0", "PyYAML-6.0.3"), True),
        (("pygame_ce-2.5.8",), True),
        (("pygame_ce-2.5.8", "PyYAML-6.0.3"), False),
    ],
    ids=["original pygame", "both", "too old", "too new", "no yaml", "yaml without libyaml"],
)
def test_packages_that_will_not_do_are_not_used(
    root: Path, tmp_path: Path, names: tuple[str, ...], libyaml: bool
) -> None:
    install(tmp_path / "site", *names, libyaml=libyaml)
    assert find(root) == MADE


def test_a_later_version_will_do_for_playing_and_not_for_testing(
    root: Path, tmp_path: Path
) -> None:
    install(tmp_path / "site", "pygame_ce-2.6.0", "PyYAML-6.0.10", "pytest-9.3.0")
    assert find(root) is None
    assert find(root, (GAME, TEST)) == MADE


def test_an_original_pygame_that_imports_would_not_reach_does_no_harm(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "site", "pygame_ce-2.5.8", "PyYAML-6.0.3")
    (tmp_path / "system" / "pygame-2.1.2.egg-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), str(tmp_path / "system")])
    assert find(root) is None
    monkeypatch.setattr(sys, "path", [str(tmp_path / "system"), str(tmp_path / "site")])
    assert find(root) == MADE


@pytest.mark.parametrize("where", ["repository/.venv", "home/environment"])
def test_a_later_start_goes_to_the_environment_made_before(
    root: Path, tmp_path: Path, where: str
) -> None:
    own = environment(root, tmp_path / where, GAME)
    assert find(root) == packages.python_of(str(own))
    assert find(root, prefix=str(own)) is None


def test_testing_needs_more_than_playing(root: Path) -> None:
    own = environment(root, root / ".venv", GAME)
    assert find(root, (GAME, TEST)) == MADE
    packages.write_stamp(str(own), TEST, Wanted(str(root / "pyproject.toml")).stamp(TEST))
    assert find(root, (GAME, TEST)) == packages.python_of(str(own))


@pytest.mark.parametrize("stamp", ["", packages.HALF, "\x00\x00", "other pins"])
def test_a_half_or_other_environment_is_not_used(root: Path, stamp: str) -> None:
    own = environment(root, root / ".venv", GAME)
    packages.write_stamp(str(own), GAME, stamp)
    assert find(root) == MADE


def test_an_environment_for_another_python_is_not_used(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment(root, root / ".venv", GAME)
    monkeypatch.setattr(packages, "machine", lambda: "cpython-399 elsewhere")
    assert find(root) == MADE


def test_an_environment_whose_python_was_removed_is_not_used(root: Path) -> None:
    own = environment(root, root / ".venv", GAME)
    os.remove(packages.python_of(str(own)))
    assert find(root) == MADE


def test_new_pins_make_it_anew_and_other_changes_of_the_file_do_not(root: Path) -> None:
    own = environment(root, root / ".venv", GAME)
    (root / "pyproject.toml").write_text(PYPROJECT + "\n[tool.ruff]\nline-length = 90\n")
    assert find(root) == packages.python_of(str(own))
    (root / "pyproject.toml").write_text(PYPROJECT.replace("2.5.8", "2.5.9"))
    assert find(root) == MADE


def test_an_outdated_one_is_left_before_it_is_made_anew(root: Path) -> None:
    own = environment(root, root / ".venv")
    found = find(root, prefix=str(own))
    assert found is not None
    assert found != MADE
    assert Path(found).exists()


def test_a_failed_set_up_is_told_in_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> str:
        raise GameError("The disk is full.")

    monkeypatch.setattr(door, "find_python", fail)
    assert door.enter([]) == 1
    assert capsys.readouterr().err == "The disk is full.\n"


def test_a_missing_part_of_python_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> str:
        raise ModuleNotFoundError("No module named 'tomllib'", name="tomllib")

    monkeypatch.setattr(door, "find_python", fail)
    assert door.enter([]) == 1
    assert "module tomllib is missing" in capsys.readouterr().err


def test_a_broken_package_is_told_in_words_and_installed_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: list[str]) -> int:
        raise ImportError("libSDL2 is gone", name="pygame.base")

    own = environment(root, root / ".venv", GAME)
    monkeypatch.setattr(door, "ROOT", str(root))
    monkeypatch.setattr(sys, "prefix", str(own))
    monkeypatch.setattr(door, "find_python", lambda *_: None)
    monkeypatch.setattr(cli, "main", fail)
    assert door.enter([]) == 1
    told = capsys.readouterr().err
    assert "libSDL2 is gone" in told
    assert "Start the game again" in told
    assert not packages.is_ready(str(own), Wanted(str(root / "pyproject.toml")), [GAME])


@pytest.mark.skipif(os.name == "nt", reason="Windows waits for the other Python instead")
def test_stepping_over_keeps_arguments_and_leaves_packages_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    went: list[object] = []

    def execve(*call: object) -> None:
        went.extend(call)
        sys.exit(0)

    monkeypatch.setattr(os, "execve", execve)
    monkeypatch.setenv("PYTHONPATH", "/old/packages")
    monkeypatch.setenv("LANG", "cs_CZ.UTF-8")
    with pytest.raises(SystemExit):
        door.step_over("/own/bin/python", ["play", "a story", "--text"])
    python, command, environ = went
    assert python == "/own/bin/python"
    assert isinstance(command, list)
    assert command[2:] == ["play", "a story", "--text"]
    assert isinstance(environ, dict)
    assert environ["LANG"] == "cs_CZ.UTF-8"
    assert "PYTHONPATH" not in environ


def test_waiting_for_the_other_python_hands_on_its_exit_code() -> None:
    game = [sys.executable, "-c", "raise SystemExit(7)"]
    code = f"import os, sys; from game import door; sys.exit(door.wait_for({game}, os.environ))"
    done = subprocess.run([sys.executable, "-c", code], cwd=folders.repository(), check=False)
    assert done.returncode == 7


def test_the_door_opens_without_any_package_and_without_slow_modules() -> None:
    slow = ["pathlib", "typing", "subprocess", "importlib.metadata", "tomllib", "pygame", "yaml"]
    code = f"import sys; import game.door; print([m for m in {slow} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=folders.repository(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_main_can_be_read_by_old_pythons() -> None:
    import ast

    main = folders.repository() / "main.py"
    tree = ast.parse(main.read_text(encoding="ascii"), feature_version=(3, 6))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign)]


@pytest.mark.parametrize(
    ("argv", "groups"),
    [
        (["test"], (GAME, TEST)),
        (["test", "--", "-k", "door"], (GAME, TEST)),
        (["test", "tests"], (GAME, TEST)),
        (["test", "my-story"], (GAME,)),
        (["check", "my-story"], (GAME,)),
    ],
)
def test_only_the_games_own_tests_need_the_tools(
    root: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str], groups: tuple[str, ...]
) -> None:
    (root / "my-story").mkdir()
    (root / "my-story" / "story.yaml").touch()
    monkeypatch.chdir(root)
    asked: list[Sequence[str]] = []

    def find_python(_: str, wanted: Sequence[str], make: Callable[[], str]) -> None:
        asked.append(wanted)

    monkeypatch.setattr(door, "find_python", find_python)
    monkeypatch.setattr(door, "open_game", lambda _: 0)
    assert door.enter(argv) == 0
    assert asked == [groups]
