"""Builds what a choice or the start of a scene makes happen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.story import values
from game.story.desk import TARGET, Desk
from game.story.effects import NOTHING, Correction, DeedSpec, Effects, Later, Look, RecordSpec
from game.story.expressions import Expression
from game.story.fields import Fields
from game.story.measures import wait
from game.story.yaml_nodes import Node, Scalar

MOST_QUANTITY = 1_000_000
MOST_MINUTES = 10_000
MOST_EFFECTS = 60


def effects(fields: Fields, *, takes: bool) -> Effects:
    """The effects among these keys. `takes`: time may pass, too."""
    keys = _KEYS if takes else _TIMELESS
    if fields.has_none(keys):
        return NOTHING
    found = [_READERS[key] for key in fields.given if key in keys]
    return Effects(**{name: read(fields) for name, read in found})


def only_sets(fields: Fields) -> Effects:
    """The new values of variables among these keys."""
    return Effects(sets=_sets(fields)) if "set" in fields else NOTHING


def _some(fields: Fields, key: str) -> list[Node]:
    return fields.items(key, MOST_EFFECTS)


def _sets(fields: Fields) -> tuple[tuple[str, Expression], ...]:
    desk = fields.desk
    found: list[tuple[str, Expression]] = []
    node = fields.node_of("set")
    named = None if node is None else values.mapping(desk, node, "set")
    for id, value in named.entries.items() if named else ():
        variable = desk.names.variables.get(id)
        if variable is None:
            assert named is not None
            desk.known("variable", id, named.keys[id])
            continue
        kind, words = variable.kind, variable.words
        expression = values.expression(desk, value, id, kind, words)
        if expression is not None:
            found.append((id, expression))
    return tuple(found)


def _named(fields: Fields, kind: str, others: tuple[str, ...]) -> tuple[str, int] | None:
    """The one key that is a deed, and its quantity."""
    desk = fields.desk
    keys = [key for key in fields.map.keys if key not in others]
    if len(keys) != 1:
        hint = f"Write {{read-minutes: 4}}; besides there may be {', '.join(others)}."
        if fields.readable:
            desk.report("S075", fields.node, what=kind, thing="deed", hint=hint)
        return None
    deed, key = keys[0], fields.map.keys[keys[0]]
    desk.known("deed", deed, key)
    most = MOST_MINUTES if deed in desk.timed else MOST_QUANTITY
    return deed, fields.number(deed, 1, 1, most)


def _deed(desk: Desk, node: Node) -> DeedSpec | None:
    if isinstance(node, Scalar):
        kind = values.reference(desk, node, "A deed", "deed")
        if kind is None:
            return None
        return desk.deeds.get(kind) or desk.deeds.setdefault(kind, DeedSpec(kind))
    fields = Fields(desk, node, "A deed")
    named = _named(fields, "A deed", ("to", "by", "at"))
    by, place = fields.ref("by", "life"), fields.ref("at", "place")
    to = fields.optional_text("to")
    target = fields.node_of("to")
    if to is not None and target is not None and to not in desk.people:
        desk.known("life", to, target)
    return None if named is None else DeedSpec(named[0], named[1], by, to, place)


def _record(desk: Desk, node: Node) -> RecordSpec | None:
    fields = Fields(desk, node, "A record")
    named = _named(fields, "A record", ("in", "about", "witness"))
    system, about = fields.need_ref("in", "system"), fields.need_ref("about", "life")
    witness = fields.optional_text("witness")
    return None if named is None else RecordSpec(system, named[0], about, named[1], witness)


def _correction(desk: Desk, node: Node) -> Correction:
    fields = Fields(desk, node, "A correction")
    found = Correction(
        fields.need_ref("in", "system"),
        fields.need_ref("record", "deed"),
        fields.need_ref("about", "life"),
    )
    fields.done()
    return found


def _look(desk: Desk, node: Node) -> Look:
    fields = Fields(desk, node, "A look")
    found = Look(
        fields.need_text("by"), fields.need_ref("in", "system"), fields.ref("about", "life")
    )
    fields.done()
    return found


def _later(desk: Desk, node: Node) -> Later:
    fields = Fields(desk, node, "What comes later")
    fields.require("in", "A duration: in: 6 days.")
    found = Later(fields.measure("in", wait) or 0, fields.need_ref("scene", TARGET))
    fields.done()
    return found


def _deeds(fields: Fields) -> tuple[DeedSpec, ...]:
    return tuple(filter(None, [_deed(fields.desk, node) for node in _some(fields, "deeds")]))


def _writes(fields: Fields) -> tuple[RecordSpec, ...]:
    return tuple(filter(None, [_record(fields.desk, node) for node in _some(fields, "writes")]))


_READERS: Mapping[str, tuple[str, Callable[[Fields], Any]]] = {
    "set": ("sets", _sets),
    "deeds": ("deeds", _deeds),
    "writes": ("writes", _writes),
    "corrects": (
        "corrects",
        lambda fields: tuple(_correction(fields.desk, node) for node in fields.items("corrects")),
    ),
    "looks": (
        "looks",
        lambda fields: tuple(_look(fields.desk, node) for node in fields.items("looks")),
    ),
    "befriends": ("befriends", lambda fields: fields.refs("befriends", "life")),
    "unfriends": ("unfriends", lambda fields: fields.refs("unfriends", "life")),
    "later": (
        "later",
        lambda fields: tuple(_later(fields.desk, node) for node in _some(fields, "later")),
    ),
    "takes": ("takes", lambda fields: fields.measure("takes", wait) or 0),
}
"""Which field of the effects a key fills, and how it is read."""

_KEYS = frozenset(_READERS)
_TIMELESS = _KEYS - {"takes"}
