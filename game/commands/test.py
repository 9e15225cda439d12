"""`test`: everything that the game's code is checked with, all of it even if some fails.

`test STORY` plays the transcripts of a story instead; `--words` and `--show` are for these.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from game import folders
from game.commands.say import no_story
from game.story.files import HEAD

Run = Callable[[Sequence[str]], int]

# Tests open windows and sound; nobody is to see or hear them.
SILENT = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}

CHECKS: Mapping[str, Sequence[str]] = {
    "style": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
}


def run(args: argparse.Namespace, start: Run | None = None) -> int:
    """Check style, format and types, then run the tests -> 0 if all is well, else 1; 2 if the
    path is neither a story nor among the tests, or an option does not go with it.

    `args.path` names the tests to run, `args.extra` goes to pytest as it is.
    The last line of all is pytest's own.
    """
    if args.path and (args.path / HEAD).is_file():
        from game.commands import test_story

        return test_story.run(args.path, args.words, args.show)
    if args.words or args.show is not None:
        print("--words and --show are for a story: name its folder.", file=sys.stderr)
        return 2
    if args.path and not args.path.resolve().is_relative_to(folders.repository()):
        print(no_story(args.path), file=sys.stderr)
        return 2
    start = start or _start
    failed = []
    for name, command in CHECKS.items():
        print(f"{name}: ", end="", flush=True)
        if start(command):
            failed.append(name)
    if failed:
        print(f"\nFAILED: {', '.join(failed)}", flush=True)
    tests = [str(args.path.absolute())] if args.path else []
    if start(("pytest", *tests, *args.extra)):
        failed.append("tests")
    return 1 if failed else 0


def caches(repository: Path) -> dict[str, str]:
    """Environment variables that keep what checks remember out of a read-only repository."""
    if os.access(repository, os.W_OK):
        return {}
    kept = folders.data() / "checks"
    return {
        "RUFF_CACHE_DIR": str(kept / "ruff"),
        "MYPY_CACHE_DIR": str(kept / "mypy"),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(kept / "hypothesis"),
        "PYTEST_ADDOPTS": f"-o cache_dir={shlex.quote(str(kept / 'pytest'))}",
    }


def _start(command: Sequence[str]) -> int:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folders.repository(),
        env=os.environ | SILENT | caches(folders.repository()),
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode
