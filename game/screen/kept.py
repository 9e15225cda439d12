"""What a player has set, kept as JSON in the data folder: whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path


def read_kept(folder: Path, name: str) -> object:
    """What is in the file with this name; None if that cannot be read."""
    try:
        return json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def write_kept(folder: Path, name: str, data: object) -> bool:
    """Writes it beside the old file and then puts it in its place. False: not possible."""
    fresh = folder / (name + ".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(data, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / name)
    except OSError:
        return False
    return True
