"""Files that are kept: written whole or not at all, whatever ends the process meanwhile."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from game.errors import GameError


def write_whole(path: Path, text: str) -> None:
    """Puts the text into the file, in a folder that is made if it is not there. What stood there
    before stays until all of it is on the disk. Raises OSError, or ValueError for a text or a name
    that no file can have, and leaves nothing half done."""
    part = _part(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            # Else a loss of power could leave the new name with nothing in it.
            os.fsync(file.fileno())
        os.replace(part, path)
    except (OSError, ValueError):
        with suppress(OSError):
            part.unlink()
        raise


def write_page(path: Path, text: str) -> None:
    """The same for a page that somebody has asked for, in a file that they may have named. Raises
    GameError."""
    try:
        write_whole(path, text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise GameError(f"The page cannot be written to {path}: {why}.") from error


def erase(path: Path) -> bool:
    """Deletes the file, with what was left of one that could not be written to its end; False if
    there was no such file. Raises OSError."""
    _part(path).unlink(missing_ok=True)
    there = os.path.lexists(path)
    path.unlink(missing_ok=True)
    return there


def _part(path: Path) -> Path:
    """Where a file grows before it takes its name."""
    return path.with_suffix(".part")
