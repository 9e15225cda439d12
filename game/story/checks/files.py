"""The files that a story names: pictures and sounds, which must stand in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from game.story.desk import Desk
from game.story.files import inside
from game.story.model import Story
from game.story.nearest import did_you_mean
from game.story.source import Source
from game.story.yaml_nodes import Page

_LIKE = {"picture": "pictures/kitchen.svg", "sound": "sounds/rain.ogg"}


class Named(NamedTuple):
    """A file that the story names at this place. `what`: picture or sound."""

    what: str
    path: str
    page: Page
    source: Source


def named_files(desk: Desk, story: Story) -> Iterator[Named]:
    """All of them, as often as they are named."""
    for place in story.places.values():
        node = desk.ids["place"][place.id]
        pictures = [(place.picture, node.source)] if place.picture else []
        for path, source in (*pictures, *((over.picture, over.source) for over in place.over)):
            if path:
                yield Named("picture", path, node.page, source)
    for figure in story.figures.values():
        page = desk.ids["figure"][figure.id].page
        for posture in figure.postures.values():
            yield Named("picture", posture.picture, page, posture.source)
    for sound in story.sounds.values():
        if sound.file:
            yield Named("sound", sound.file, desk.ids["sound"][sound.id].page, sound.source)


def check_files(desk: Desk, story: Story, folder: Path) -> None:
    """Reports those that are not there, or not in the story's folder."""
    for one in named_files(desk, story):
        if not in_folder(folder, one.path):
            hint = _LIKE[one.what]
            desk.findings.add("S102", one.page, one.source, path=one.path, hint=hint)
        elif not is_file(folder / one.path):
            values = {"what": one.what, "path": one.path, "hint": _near(folder, one.path)}
            desk.findings.add("S101", one.page, one.source, **values)


def in_folder(folder: Path, name: str) -> bool:
    """Whether the path leads to somewhere in the story's folder, on every machine."""
    path = PurePosixPath(name)
    outwards = path.is_absolute() or ".." in path.parts or len(name) > 200
    plain = not outwards and not any(char in name for char in '\\:\n\t"*?<>|')
    return plain and inside(folder, folder / name)


def is_file(path: Path) -> bool:
    """Whether it is there, as far as one may look."""
    try:
        return path.is_file()
    except OSError:
        return False


def _near(folder: Path, name: str) -> str:
    """The file beside it that was probably meant."""
    beside = PurePosixPath(name).parent
    try:
        names = [one.name for one in (folder / beside).iterdir()]
    except OSError:
        return "Its path begins in the story's folder."
    return did_you_mean(name, [str(beside / one) for one in names if one.isprintable()])
