"""The SVG pictures that a story names: what in them would silently be lost or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from game.story.checks.files import in_folder, is_file, named_files
from game.story.checks.svg import Drawing, Link, read_drawing
from game.story.desk import Desk
from game.story.model import Scene, Story
from game.story.nearest import did_you_mean
from game.story.stage import Spot
from game.story.svg_bounds import BOX, LARGEST
from game.story.yaml_nodes import Page

MOST_BYTES = 20_000_000
"""Of all pictures together; those beyond are not looked at."""


class Drawings:
    """The pictures below a folder, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._left = MOST_BYTES
        self._read: dict[str, Drawing | None] = {}

    def get(self, path: str) -> Drawing | None:
        """The picture, if it is an SVG that is there."""
        if path not in self._read:
            self._read[path] = self._drawing(path)
        return self._read[path]

    def box(self, path: str) -> Drawing | None:
        """The box of shapes beside it."""
        return self.get(str(PurePosixPath(path).parent / BOX))

    def __iter__(self) -> Iterator[Drawing]:
        yield from (one for one in self._read.values() if one is not None)

    def _drawing(self, path: str) -> Drawing | None:
        if not path.lower().endswith(".svg") or not in_folder(self._folder, path):
            return None
        if not is_file(self._folder / path):
            return None
        try:
            with (self._folder / path).open("rb") as file:
                raw = file.read(min(LARGEST + 1, self._left))
        except OSError:
            return None
        self._left -= len(raw)
        return read_drawing(path, raw) if self._left > 0 else None


def check_drawings(desk: Desk, story: Story, folder: Path) -> None:
    """Reports what will not be drawn, what is used and not there, and spots that are missing."""
    drawings, of_score = Drawings(folder), _of_score(story)
    for path in dict.fromkeys(one.path for one in named_files(desk, story)):
        drawing = drawings.get(path)
        if drawing is not None and any(link.file == BOX for link in drawing.links.values()):
            drawings.box(path)
    for drawing in tuple(drawings):
        page = drawing.page
        for slip in drawing.slips.values():
            if slip.code != "S156" or drawing.path not in of_score:
                place = drawing.place(slip.at)
                desk.findings.add(slip.code, page, place, **slip.values)
        if drawing.whole:
            for link in drawing.links.values():
                _check_link(desk, drawings, drawing, page, link)
    if not desk.findings.errors:
        _check_spots(desk, story, drawings)


def _of_score(story: Story) -> set[str]:
    """The pictures that are only there because the score says so: they may be in its red."""
    overs = [over for place in story.places.values() for over in place.over]
    return {one.picture for one in overs if one.shown_if is not None and one.shown_if.asks_score}


def _check_link(desk: Desk, drawings: Drawings, drawing: Drawing, page: Page, link: Link) -> None:
    box = drawings.box(drawing.path)
    in_box = frozenset[str]() if box is None else box.ids
    ids = {"": drawing.ids, BOX: in_box}.get(link.file, frozenset())
    unread = link.file == BOX and box is not None and not box.whole
    if unread or link.id in ids or (link.gradient and link.id in in_box):
        return
    hint = f"Only {BOX}, beside the picture, is looked into."
    if link.file in ("", BOX):
        hint = did_you_mean(link.id, ids)
    values = {"id": link.id, "file": link.file or drawing.path, "hint": hint}
    desk.findings.add("S155", page, drawing.place(link.at), **values)


def _check_spots(desk: Desk, story: Story, drawings: Drawings) -> None:
    for place in story.places.values():
        page = desk.ids["place"][place.id].page
        _check_stage(desk, page, drawings, place.picture, place.stage)
    for scene in story.scenes.values():
        page = desk.ids["scene"][scene.id].page
        for surface in _surfaces(scene):
            shown = story.place_shown(surface)
            picture = None if shown is None else shown.picture
            _check_stage(desk, page, drawings, picture, surface.stage)


def _surfaces(scene: Scene) -> tuple[Scene, ...]:
    return tuple(scene.arms.values()) or (scene,)


def _check_stage(
    desk: Desk, page: Page, drawings: Drawings, picture: str | None, stage: tuple[Spot, ...]
) -> None:
    drawing = None if picture is None or not stage else drawings.get(picture)
    if drawing is None or not drawing.whole:
        return
    for spot in stage:
        if spot.id not in drawing.spots:
            hint = did_you_mean(spot.id, drawing.spots)
            if not hint:
                have = ", ".join(sorted(drawing.spots)) or "none"
                hint = f"Its spots: {have}."
            where = page if page.path == spot.source.file else None
            values = {"path": drawing.path, "id": spot.id, "hint": hint}
            desk.findings.add("S157", where, spot.source, **values)
