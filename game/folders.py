"""Where things are kept: the repository's own folders, and the player's data."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "a-thousand-to-begin-with"
OVERRIDE = "A_THOUSAND_HOME"


def repository() -> Path:
    """The folder that holds main.py."""
    return Path(__file__).resolve().parent.parent


def default_story() -> Path:
    """The story that is played when none is named."""
    return repository() / "story" / "a-thousand"


def how_to_play() -> Path:
    """The little story that shows how to play."""
    return repository() / "story" / "how-to-play"


def data(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The player's own folder for saves, notes and logs; it need not exist yet.

    The environment variable A_THOUSAND_HOME names another one.
    """
    if environ.get(OVERRIDE):
        return Path(environ[OVERRIDE]).expanduser().absolute()
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / NAME
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    given = environ.get("XDG_DATA_HOME", "")
    # The XDG rules say that a relative path there is to be ignored.
    base = Path(given) if os.path.isabs(given) else Path.home() / ".local" / "share"
    return base / NAME
