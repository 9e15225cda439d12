"""Fills the game's own environment with packages, by whichever installer there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from typing import IO

from game import packages
from game.errors import GameError

Run = Callable[[Sequence[str]], tuple[int, str]]
"""Runs a command to its end -> exit code and everything it said."""

NEEDED_MB = 200
NO_INSTALLER = """\
This Python cannot set up the game: its parts venv and ensurepip are missing.
On Debian and Ubuntu: sudo apt install python3-venv
Elsewhere: use the Python of https://www.python.org/downloads/, or install uv.
Then start the game again."""

FULL = (
    "No space left on device",
    "Errno 28]",
    "WinError 112]",
    "Disk quota exceeded",
    "os error 28",
)
REFUSED = ("Permission denied", "Errno 13]", "WinError 5]", "WinError 32]", "Read-only file system")
UNREACHED = (
    "connection broken",
    "Max retries exceeded",
    "ConnectionError",
    "ConnectTimeout",
    "ReadTimeout",
    "Read timed out",
    "ProxyError",
    "SSLError",
    "name resolution",
    "error sending request",
    "Failed to fetch",
)
NO_BUILD = ("No matching distribution found", "No solution found")

OPENS = "import pygame, yaml; pygame.IS_CE; yaml.CSafeLoader"
"""What must run before an environment counts as whole."""


class SetupFailed(GameError):
    """No environment could be made; the text says why and what to do."""


def install(python: str, pins: Sequence[str], folder: str, run: Run) -> None:
    """Put the pinned packages into this interpreter's environment, and see that they open."""
    said = ""
    for steps in installers(python, pins):
        for step in steps:
            code, said = run(step)
            if code:
                break
        else:
            code, said = run([python, "-c", OPENS])
            if not code:
                return
    if not said:
        raise SetupFailed(NO_INSTALLER)
    raise SetupFailed(reason(said, folder))


def installers(python: str, pins: Sequence[str]) -> Iterator[list[list[str]]]:
    """Ways to install, each a list of commands: the quickest first."""
    options = ["--only-binary", ":all:", *pins]
    quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off", "--retries", "2"]
    pip, _ = packages.found(sys.path).get("pip", ("", ""))
    if packages.at_least(pip, "22.3"):  # the first that installs for another interpreter
        yield [[sys.executable, "-m", "pip", "--python", python, "install", *quiet, *options]]
    elif find_spec("ensurepip"):
        yield [[python, "-m", "ensurepip"], [python, "-m", "pip", "install", *quiet, *options]]
    if uv := shutil.which("uv"):
        yield [[uv, "pip", "install", "--no-progress", "--python", python, *options]]


def reason(said: str, folder: str) -> str:
    """For people: why it failed and what to do, from all that an installer said."""

    def has(signs: Sequence[str]) -> bool:
        return any(sign in said for sign in signs)

    if has(FULL):
        return (
            f"The disk is full: setting up needs {NEEDED_MB} MB in {os.path.dirname(folder)} "
            f"and in {tempfile.gettempdir()}.\nMake room, then start the game again."
        )
    if has(REFUSED):
        return (
            f"The game may not write {folder}.\nClose what else uses it, or name a folder "
            "of yours in the environment variable A_THOUSAND_HOME; then start the game again."
        )
    if has(UNREACHED):
        return (
            "The packages could not be fetched: the package registry does not answer.\n"
            "This first start needs the internet (behind a proxy, set HTTPS_PROXY). "
            "Then start the game again."
        )
    last = said.strip().splitlines()[-1:]
    if has(NO_BUILD):
        version = "{}.{}".format(*sys.version_info)
        return (
            f"There are no ready-made packages for Python {version} on this machine "
            f"({' '.join(last)}).\nStart the game with another Python: 3.11 to 3.14 will do."
        )
    return (
        f"The packages could not be installed: {' '.join(last)}\n"
        "Start the game again; if that does not help, start it with another Python."
    )


def runner(lock: IO[bytes]) -> Run:
    """Runs commands that hold this lock as well.

    So an installer that outlives a killed game is waited for, not built over.
    """
    environ = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    environ["PIP_USER"] = "0"
    inherited = () if os.name == "nt" else (lock.fileno(),)

    def run(command: Sequence[str]) -> tuple[int, str]:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=environ,
            pass_fds=inherited,
            check=False,
        )
        return done.returncode, done.stdout

    return run


MISLEADING = frozenset(("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"))
"""Environment variables that would make an environment not one's own."""


def lock(file: IO[bytes]) -> bool:
    """Take this file's lock if it is free. The system frees it when its holders end."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # some network drives know no locks: better without one than not at all
    return True
