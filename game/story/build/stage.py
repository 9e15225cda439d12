"""Builds who is seen and what is heard: figures, sounds, and who is at which spot."""

from __future__ import annotations

from collections.abc import Iterator

from game.story import values
from game.story.desk import Desk
from game.story.expressions import Expression
from game.story.fields import Fields
from game.story.nearest import did_you_mean
from game.story.stage import NOBODY, Figure, Pose, Posture, Sound, Spot
from game.story.yaml_nodes import ListNode, MapNode, Node, Scalar

MOST_SPOTS = 20
MOST_POSES = 20
"""At one spot: one of them is looked for at every screen."""
_LIKE = "{listening: figures/dan-listening.svg}"
_POSE = "{if: late, figure: dan standing}"


def figure(desk: Desk, id: str, node: Node) -> Figure:
    """A figure: a file for each posture."""
    found: dict[str, Posture] = {}
    for posture, _, value in values.entries(desk, node, f"The figure {id}", "postures", _LIKE):
        picture = values.text(desk, value, posture)
        if picture is not None:
            found[posture] = Posture(posture, picture, value.source)
    if isinstance(node, MapNode) and not node.entries:
        desk.report("S029", node, key=id)
    return Figure(id, found)


def sound(desk: Desk, id: str, node: Node) -> Sound:
    """A sound, and what it is in words."""
    like = '{file: sounds/rain.ogg, caption: "Rain."}'
    fields = Fields(desk, node, f"The sound {id}", like)
    fields.require("file")
    file = fields.node_of("file") or node
    found = Sound(id, fields.text("file"), fields.need_text("caption"), file.source)
    fields.done()
    return found


def stage(fields: Fields) -> tuple[Spot, ...]:
    """Who is where: under each spot a figure with its posture, or a list with conditions."""
    desk = fields.desk
    given = list(fields.entries("stage", "stage"))
    if len(given) > MOST_SPOTS:
        node, count = fields.given["stage"], len(given)
        desk.report("S028", node, what="stage", count=count, things="spots", most=MOST_SPOTS)
    return tuple(
        Spot(id, tuple(_poses(desk, id, node)), key.source) for id, key, node in given[:MOST_SPOTS]
    )


def _poses(desk: Desk, spot: str, node: Node) -> Iterator[Pose]:
    if not isinstance(node, ListNode):
        found = _pose(desk, spot, node, None)
        yield from () if found is None else (found,)
        return
    if not node.items:
        desk.report("S029", node, key=spot)
    items = values.items(desk, node, spot, MOST_POSES)
    for number, item in enumerate(items, 1):
        fields = Fields(desk, item, "One of those who can be at a spot", _POSE)
        wanted = fields.require("figure", "figure: dan standing, or figure: nobody")
        condition = fields.condition("if")
        if fields.readable and "if" not in fields and number < len(items):
            desk.report("S076", item, id=spot)
        found = None if wanted is None else _pose(desk, "figure", wanted, condition)
        fields.done()
        yield from () if found is None else (found,)


def _pose(desk: Desk, key: str, node: Node, condition: Expression | None) -> Pose | None:
    """`dan standing`, or `nobody`."""
    text = values.text(desk, node, key)
    if text is None or not isinstance(node, Scalar):
        return None
    id, *rest = text.split()
    if id == NOBODY and not rest:
        return Pose(None, shown_if=condition)
    known = desk.ids.get("figure", {})
    if id not in known:
        desk.unknown("figure", id, node, (*known, NOBODY))
        return None
    postures = desk.postures.get(id, ())
    if len(rest) != 1:
        hint = f"Write {id} {next(iter(postures), 'standing')}: the figure, then how it is."
        values.wrong(desk, node, key, "a figure and its posture", hint)
        return None
    posture = rest[0]
    if posture not in postures:
        at = node.text.rindex(posture)
        page, place = node.origin(at).page, node.locate(at)
        hint = did_you_mean(posture, postures)
        desk.findings.add("S040", page, place, kind=f"posture of {id}", id=posture, hint=hint)
        return None
    return Pose(id, posture, condition)
