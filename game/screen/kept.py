"""What a player has set, kept as JSON in the data folder: whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from game.keeping import write_whole


def read_kept(folder: Path, name: str) -> object:
    """What is in the file with this name; None if that cannot be read."""
    try:
        return json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def write_kept(folder: Path, name: str, data: object) -> bool:
    """Keeps it in the file with this name. False: not possible."""
    try:
        write_whole(folder / name, json.dumps(data, indent=2))
    except OSError:
        return False
    return True
