"""Builds gates: what a standing opens or shuts."""

from __future__ import annotations

from game.story import values
from game.story.desk import Desk
from game.story.fields import Fields
from game.story.systems import Gate, System
from game.story.yaml_nodes import Node

_OPEN = {"on the list": True, "off the list": False}


def gate(desk: Desk, id: str, node: Node, system: System) -> Gate:
    """A gate of this system; what it asks for fits the system's scale."""
    fields = Fields(desk, node, f"The gate {id}", "{name: the front seat, needs: 12}")
    needs, tier = _needs(fields, system)
    found = Gate(
        id,
        fields.need_text("name"),
        needs,
        tier,
        _listed(fields, system),
        fields.optional_text("keeper"),
        fields.prose("reason"),
        fields.ref("card", "card"),
    )
    fields.done()
    return found


def _needs(fields: Fields, system: System) -> tuple[int | None, str | None]:
    desk = fields.desk
    node = fields.node_of("needs")
    if system.scale == "list":
        if node is not None:
            problem = "A list has no points to need."
            desk.report("S090", node, problem=problem, hint="open: on the list, or off the list")
        return None, None
    if node is None:
        fields.require("needs", "needs: 1300, or a tier: needs: AA")
        return None, None
    if values.is_number(node):
        return values.number(desk, node, "needs", -1_000_000, 1_000_000), None
    tier, tiers = values.text(desk, node, "needs"), dict(system.tiers)
    if tier is not None and tier not in tiers:
        desk.unknown("tier of this system called", tier, node, tiers)
    return None, tier


def _listed(fields: Fields, system: System) -> bool | None:
    node = fields.node_of("open")
    if system.scale != "list":
        if node is not None:
            problem = "Only a list opens to who is on it or off it."
            fields.desk.report("S090", node, problem=problem, hint="needs: 1300")
        return None
    fields.require("open", "open: on the list, or off the list")
    return _OPEN[fields.one_of("open", tuple(_OPEN), "on the list")]
