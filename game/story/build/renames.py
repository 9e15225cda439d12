"""Builds what scenes and choices were called before, so that old saves still fit."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from game.story import values
from game.story.desk import ID, Desk
from game.story.fields import Fields
from game.story.model import Choice, Renamed, Scene
from game.story.yaml_nodes import ListNode, MapNode, Node


def formers(fields: Fields) -> tuple[str, ...]:
    """The former ids in `was`: one, or a list of them."""
    desk, node = fields.desk, fields.node_of("was")
    given = () if node is None else fields.items("was") if isinstance(node, ListNode) else (node,)
    found: dict[str, None] = {}
    for each in given:
        id = values.text(desk, each, "was")
        if id is not None and not ID.fullmatch(id):
            desk.report("S024", each, id=id)
        elif id is not None:
            found[id] = None
    return tuple(found)


def claim(
    desk: Desk, was: Iterable[str], node: Node, taken: Container[str], claimed: dict[str, Node]
) -> None:
    """Reports former ids that are in use (`taken`), or that something else had too (`claimed`,
    to which these are added): an old save could mean either."""
    for id in was:
        place = node.entries["was"] if isinstance(node, MapNode) else node
        if id in taken:
            desk.report("S118", place, id=id)
        elif id in claimed:
            file, line, _ = claimed[id].source
            desk.report("S119", place, id=id, where=f"{file}:{line}")
        claimed.setdefault(id, place)


def renamed(scenes: Mapping[str, Scene]) -> Renamed:
    """All former ids of a story."""
    return Renamed(
        _by_former(scenes.values()),
        {scene.id: found for scene in scenes.values() if (found := _by_former(scene.choices))},
    )


def _by_former(things: Iterable[Scene] | Iterable[Choice]) -> dict[str, str]:
    return {former: thing.id for thing in things for former in thing.was}
