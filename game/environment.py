"""Makes the game's own environment, once, and says in a few words why if it cannot.

An environment cannot be moved, so it is built in place. Its stamp says "half" until all is
there; a half one is thrown away at the next try. Only a folder with a stamp is ever deleted:
any other is somebody's own.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, TextIO

from game import install
from game.install import Run, SetupFailed
from game.packages import (
    GAME,
    HALF,
    TEST,
    Wanted,
    is_ready,
    python_of,
    stamp_file,
    write_stamp,
)

Say = Callable[[str], None]


def set_up(root: str, spare: str, groups: Sequence[str], stream: TextIO) -> str:
    """Make an environment, or bring one up to date, and tell of it -> its folder."""
    folder = place(root, spare)
    say = teller(stream)
    try:
        make(folder, Wanted(os.path.join(root, "pyproject.toml")), groups, say)
    finally:
        say("")
    return folder


def teller(stream: TextIO) -> Say:
    """Tells progress: in one line on a terminal, else line by line. "" ends it."""

    def on_terminal(text: str) -> None:
        stream.write(f"\r{text:<72}" if text else f"\r{'':<72}\r")
        stream.flush()

    def line_by_line(text: str) -> None:
        if text:
            print(text, file=stream, flush=True)

    return on_terminal if stream.isatty() else line_by_line


def broken(why: str, own: str | None) -> str:
    """What to say of a package that cannot be opened; an environment of ours is given up."""
    what = f"An installed package cannot be opened: {why}.\n"
    if own:
        with suppress(OSError):
            write_stamp(own, GAME, HALF)
        return what + "Start the game again: it will install its packages anew."
    return what + (
        "Install the packages of this Python anew, or start the game with another Python: "
        "it will then make an environment of its own."
    )


def place(root: str, spare: str) -> str:
    """Where to make it: in the repository if that can be written, else in `spare`."""
    folder = os.path.join(root, ".venv")
    return folder if os.access(root, os.W_OK | os.X_OK) and _is_ours(folder) else spare


def _is_ours(folder: str) -> bool:
    try:
        return not os.listdir(folder) or os.path.exists(stamp_file(folder, GAME))
    except FileNotFoundError:
        return True
    except OSError:
        return False


def make(
    folder: str,
    wanted: Wanted,
    groups: Sequence[str],
    say: Say,
    run: Callable[[IO[bytes]], Run] = install.runner,
) -> None:
    """Bring this environment up to what is wanted, or raise SetupFailed and leave none."""
    try:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with open(folder + ".lock", "ab") as lock:
            wait_for(lock, say)
            if is_ready(folder, wanted, groups):
                return
            if is_ready(folder, wanted, [GAME]):
                _fill(folder, wanted, [TEST], say, run(lock))
            else:
                with _whole_or_gone(folder):
                    _build(folder, say)
                    _fill(folder, wanted, groups, say, run(lock))
    except OSError as error:
        raise SetupFailed(install.reason(str(error), folder)) from error
    except KeyboardInterrupt:
        raise SetupFailed("Set-up was stopped. The next start begins it anew.") from None


@contextmanager
def _whole_or_gone(folder: str) -> Iterator[None]:
    discard(folder)
    try:
        yield
    except BaseException:
        with suppress(OSError, KeyboardInterrupt):
            discard(folder)
        raise


def discard(folder: str) -> None:
    """Delete an environment. It goes under another name first, so that none is left half."""
    old = folder + "-old"
    shutil.rmtree(old, ignore_errors=True)
    with suppress(FileNotFoundError):
        os.rename(folder, old)
    shutil.rmtree(old, ignore_errors=True)


def _build(folder: str, say: Say) -> None:
    say("Setting up, once: making an environment ...")
    os.mkdir(folder)
    write_stamp(folder, GAME, HALF)
    try:
        import venv
    except ImportError:
        raise SetupFailed(install.NO_INSTALLER) from None
    venv.EnvBuilder(symlinks=os.name != "nt").create(folder)


def _fill(folder: str, wanted: Wanted, groups: Sequence[str], say: Say, run: Run) -> None:
    pins = [f"{name}=={pin}" for group in groups for name, pin in wanted.pins(group).items()]
    say(f"Setting up, once: installing {len(pins)} packages ...")
    install.install(python_of(folder), pins, folder, run)
    for group in groups:
        write_stamp(folder, group, wanted.stamp(group))


def wait_for(lock: IO[bytes], say: Say, pause: Callable[[float], None] = time.sleep) -> None:
    """Hold this file's lock, which ends with the process; wait while another start has it."""
    told = False
    while not install.lock(lock):
        if not told:
            say("Setting up: another start of the game is at it; waiting ...")
            told = True
        pause(0.2)
