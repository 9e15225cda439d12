"""Words that several commands print."""

from __future__ import annotations

from pathlib import Path

from game.story.files import HEAD


def counted(number: int, word: str) -> str:
    """1 scene, 1,200 scenes."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def no_story(folder: Path) -> str:
    """What to say of a folder that holds none."""
    if not folder.exists():
        return f"There is no folder {folder}."
    if folder.is_file():
        return f"{folder} is a file: name the folder of the story."
    told = f"{folder} is no story: it has no {HEAD}."
    almost = f"{HEAD}.txt"
    return f"{told} Rename {almost} to {HEAD}." if (folder / almost).is_file() else told
