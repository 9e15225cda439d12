"""What a player has set: kept as JSON in the data folder, whole or not at all."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

TEXT_SIZES = (26, 28, 32, 36, 40, 44, 50, 56)
"""Sizes of the story's text, in pixels on a screen 1080 pixels high."""

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`text_size` is one of TEXT_SIZES. `untimed`: what is played waits for the player; no time
    passes by itself."""

    text_size: int = 28
    reduced_motion: bool = False
    high_contrast: bool = False
    full_screen: bool = False
    untimed: bool = False

    def larger(self) -> Settings:
        """The next larger text; the largest stays."""
        return replace(self, text_size=min([s for s in TEXT_SIZES if s > self.text_size] or [56]))

    def smaller(self) -> Settings:
        """The next smaller text; the smallest stays."""
        return replace(self, text_size=max([s for s in TEXT_SIZES if s < self.text_size] or [26]))


def read_settings(folder: Path) -> Settings:
    """The settings in `folder`; what is missing or makes no sense falls back to the default."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    size = found.get("text_size")
    return Settings(
        text_size=size if type(size) is int and size in TEXT_SIZES else Settings().text_size,
        reduced_motion=found.get("reduced_motion") is True,
        high_contrast=found.get("high_contrast") is True,
        full_screen=found.get("full_screen") is True,
        untimed=found.get("untimed") is True,
    )


def write_settings(folder: Path, settings: Settings) -> bool:
    """Writes them beside the old file and then puts them in its place. False: not possible."""
    fresh = folder / (FILE + ".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / FILE)
    except OSError:
        return False
    return True
