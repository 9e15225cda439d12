"""The stories that are mutated: all of the repository, as pages in memory."""

from __future__ import annotations

import re
from pathlib import Path

from game.story.diagnostics import catalogue
from game.story.files import HEAD, TRANSCRIPTS

Files = dict[str, bytes]
"""A story's files by their path below its folder."""

_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACES = ("story", "tests")


def stories(repository: Path) -> dict[str, Files]:
    """All stories below the repository, by their folder; and that of the catalogue of findings."""
    found = {
        head.parent.relative_to(repository).as_posix(): files(head.parent)
        for place in _PLACES
        for head in sorted(repository.joinpath(place).rglob(HEAD))
    }
    base = {path: text.encode() for path, text in catalogue().base.items()}
    return {**found, "catalogue": base}


def files(folder: Path) -> Files:
    """The YAML files of one story."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.yaml"))
        if path.relative_to(folder).parts[0] != TRANSCRIPTS
    }


def passages(repository: Path) -> list[str]:
    """Pages from which values can be taken: the catalogue's examples and those of the guide."""
    wrong = [kind.example for kind in catalogue().kinds.values() if kind.example]
    guide = sorted(repository.joinpath("story").rglob("*.md"))
    return wrong + [block for page in guide for block in _YAML.findall(page.read_text("utf-8"))]


def write(told: Files, folder: Path) -> None:
    """Puts the files into a folder, which they alone fill."""
    for path, raw in told.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)
