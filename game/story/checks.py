"""Last walk over a story: what can only be seen when all of it is there."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from game.story.desk import Desk
from game.story.files import inside
from game.story.model import AT_STAKE, NOT_AT_STAKE, Scene, Story

MOST_LONGER = 1.5
SHORT = 16
"""Labels may differ by so many characters, or by half, before they sway the answer."""


def check_story(desk: Desk, story: Story, folder: Path) -> None:
    """Reports scenes and pools that nothing leads to, missing pictures, unequal labels,
    cuts that lead in circles."""
    _check_reached(desk, story)
    _check_pictures(desk, story, folder)
    for cut in story.cuts:
        _check_circles(desk, story, cut)
    for scene in story.scenes.values():
        if len(scene.arms) == 2:
            _check_labels(desk, scene)


def _check_reached(desk: Desk, story: Story) -> None:
    if desk.findings.errors:
        return
    for kind, code in (("scene", "S100"), ("pool", "S112")):
        for id, node in desk.ids.get(kind, {}).items():
            if id not in desk.reached:
                desk.report(code, node, id=id)


def _check_circles(desk: Desk, story: Story, cut: str) -> None:
    """Reports scenes that stand in for each other in the same cut."""
    walked: dict[str, str] = {}
    for first in story.scenes:
        at: str | None = first
        while at is not None and at in story.scenes and at not in walked:
            walked[at] = first
            at = story.scenes[at].cuts.get(cut)
        if at is not None and walked.get(at) == first:
            desk.report("S115", desk.ids["scene"][at], id=at, cut=cut)


def _check_pictures(desk: Desk, story: Story, folder: Path) -> None:
    for place in story.places.values():
        if place.picture is None:
            continue
        node = desk.ids["place"][place.id]
        if not _is_plain(place.picture) or not inside(folder, folder / place.picture):
            desk.report("S102", node, path=place.picture)
        elif not _is_file(folder / place.picture):
            desk.report("S101", node, path=place.picture)


def _is_plain(name: str) -> bool:
    path = PurePosixPath(name)
    outwards = path.is_absolute() or ".." in path.parts or len(name) > 200
    return not outwards and not any(char in name for char in '\\:\n\t"*?<>|')


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _check_labels(desk: Desk, scene: Scene) -> None:
    node = desk.ids["scene"][scene.id]
    arms = scene.arms
    for one, other in zip(arms[AT_STAKE].choices, arms[NOT_AT_STAKE].choices, strict=True):
        short, long = sorted((len(one.text.text), len(other.text.text)))
        if long > short + SHORT and long > short * MOST_LONGER:
            problem = (
                f"The label of {one.id} is {short} characters long in one arm, {long} in the other."
            )
            desk.report("S103", node, problem=problem)
