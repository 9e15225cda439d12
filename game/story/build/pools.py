"""Builds pools: scenes of which one is drawn."""

from __future__ import annotations

from typing import get_args

from game.story.desk import Desk
from game.story.fields import Fields
from game.story.model import Draw, Drawable, Pool
from game.story.yaml_nodes import MapNode, Node, Scalar

DRAWS = get_args(Draw)
MOST_WEIGHT = 1_000
MOST_DRAWABLE = 1_000


def pool(desk: Desk, id: str, node: Node) -> Pool:
    """A pool, from which one scene can always be drawn (else reported)."""
    fields = Fields(
        desk, node, f"The pool {id}", "{scenes: {one-scene: {weight: 2}, other-scene: {}}}"
    )
    key = desk.ids["pool"][id]
    fields.require("scenes")
    found = Pool(
        id,
        key.source,
        fields.one_of("draw", DRAWS, "chance"),  # type: ignore[arg-type]
        _scenes(fields),
        fields.ref("otherwise", "scene"),
    )
    always = any(one.shown_if is None and not one.once for one in found.scenes)
    if fields.readable and "otherwise" not in fields and not always:
        desk.report("S111", key, id=id)
    fields.done()
    return found


def _scenes(fields: Fields) -> tuple[Drawable, ...]:
    desk = fields.desk
    found: list[Drawable] = []
    for id, key, node in fields.entries("scenes", "scenes"):
        desk.known("scene", id, key)
        if len(found) < MOST_DRAWABLE:
            found.append(_drawable(desk, id, key, node))
    given = fields.map.entries.get("scenes")
    count = len(given.entries) if isinstance(given, MapNode) else 1
    if given is not None and not count:
        desk.report("S029", given, key="scenes")
    if given is not None and count > MOST_DRAWABLE:
        desk.report(
            "S028", given, what=fields.what, count=count, things="scenes", most=MOST_DRAWABLE
        )
    return tuple(found)


def _drawable(desk: Desk, id: str, key: Scalar, node: Node) -> Drawable:
    if isinstance(node, Scalar) and not node.text and not node.style:
        return Drawable(id, key.source)
    fields = Fields(desk, node, f"The scene {id} in a pool", "{weight: 2}")
    found = Drawable(
        id,
        key.source,
        fields.condition("if"),
        fields.number("weight", 1, 1, MOST_WEIGHT),
        bool(fields.flag("once")),
    )
    fields.done()
    return found
