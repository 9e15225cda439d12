"""Opens the game in a Python that has its packages: this one, or an environment of its own.

Runs at every start, before anything is installed: standard library only, and as little of it
as will do: importing pathlib or typing alone would double its cost.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from game import packages
from game.errors import GameError
from game.packages import GAME, TEST, Wanted

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def enter(argv: list[str]) -> int:
    """Open the game with these arguments -> exit code."""
    groups = (GAME, TEST) if _tests_the_game(argv) else (GAME,)
    try:
        python = find_python(ROOT, groups, lambda: _make(ROOT, groups, argv))
        return step_over(python, argv) if python else open_game(argv)
    except GameError as failure:
        print(failure, file=sys.stderr)
    except ModuleNotFoundError as missing:
        print(
            f"This Python is not whole: its module {missing.name} is missing.\n"
            "On Debian and Ubuntu: sudo apt install python3-venv\n"
            "Elsewhere: use the Python of https://www.python.org/downloads/",
            file=sys.stderr,
        )
    return 1


def _tests_the_game(argv: list[str]) -> bool:
    """Whether the game's own tests are to be run; a story's transcripts need no more than the
    game does."""
    if argv[:1] != ["test"]:
        return False
    return len(argv) < 2 or not os.path.isfile(os.path.join(argv[1], "story.yaml"))


def find_python(
    root: str, groups: Sequence[str], make: Callable[[], str], prefix: str = sys.prefix
) -> str | None:
    """The interpreter to go on in; None for this one.

    `make` makes an environment if there is none, and gives its folder.
    """
    wanted = Wanted(os.path.join(root, "pyproject.toml"))
    ready = None
    for folder in own_folders(root):
        good = packages.is_ready(folder, wanted, groups)
        if _same(folder, prefix):
            # An outdated one is brought up to date from outside, not from within.
            return None if good else getattr(sys, "_base_executable", sys.executable)
        if good:
            ready = folder
            break
    if fits_here(wanted, groups, sys.path):
        return None
    return packages.python_of(ready or make())


def own_folders(root: str) -> Iterator[str]:
    """Where an environment of the game's own may be."""
    yield os.path.join(root, ".venv")
    from game import folders

    yield str(folders.data() / "environment")


def _same(folder: str, prefix: str) -> bool:
    try:
        return os.path.samefile(folder, prefix)
    except OSError:
        return False


def fits_here(wanted: Wanted, groups: Sequence[str], path: Sequence[str]) -> bool:
    """Whether imports along this path would find packages with which the game can run."""
    here = packages.found(path)
    if "pygame_ce" not in here:
        return False
    return (
        packages.has(here, wanted.pins(GAME), exact=False)
        and packages.opens(here)
        and (TEST not in groups or packages.has(here, wanted.pins(TEST), exact=True))
    )


def _make(root: str, groups: Sequence[str], argv: list[str]) -> str:
    from game import cli, environment

    cli.parse(argv)  # help and mistyped arguments need no environment
    *_, spare = own_folders(root)
    return environment.set_up(root, spare, groups, sys.stderr)


def step_over(python: str, argv: Sequence[str]) -> int:
    """Start anew in another interpreter; on POSIX this process becomes that one."""
    command = [python, os.path.join(ROOT, "main.py"), *argv]
    # What points at this interpreter's packages would spoil the other's.
    environ = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    if os.name == "nt":  # there, execve would leave the console with nobody to wait for
        return wait_for(command, environ)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(python, command, environ)


def wait_for(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a game in another process -> its exit code."""
    import signal
    import subprocess

    with subprocess.Popen(command, env=environ) as game:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the game, which ends itself
        return game.wait()


def open_game(argv: list[str]) -> int:
    """Open the game in this interpreter -> exit code."""
    from game import cli

    try:
        return cli.main(argv)
    except ImportError as error:
        from game import environment

        own = next((folder for folder in own_folders(ROOT) if _same(folder, sys.prefix)), None)
        raise GameError(environment.broken(str(error), own)) from error
