"""Files that are kept: written whole or not at all, whatever ends the process meanwhile."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Puts the text into the file, in a folder that is made if it is not there. What stood there
    before stays until all of it is on the disk. Raises OSError, and leaves nothing half done."""
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            # Else a loss of power could leave the new name with nothing in it.
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
