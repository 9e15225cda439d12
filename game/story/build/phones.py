"""Builds the phone of a scene: what it shows, or several of which the first that holds is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from game.story import values
from game.story.fields import Fields
from game.story.measures import time_of_day
from game.story.phones import PhoneSpec, Shows
from game.story.values import MOST_TEXT
from game.story.yaml_nodes import ListNode, MapNode, Node, Scalar

SHOWS: tuple[Shows, ...] = get_args(Shows)
MOST_PHONES = 20
"""In one scene, of which the first that holds is there."""
_LIKE = "{shows: chat, with: xiaoyu}"
_BELONGS: Mapping[str, tuple[str, ...]] = {
    "with": ("chat", "call"),
    "name": ("chat",),
    "voice": ("chat",),
    "since": ("call",),
    "system": ("app", "ranking"),
}
"""What each key is for; `if` and `text` are for all."""


def phones(scene: Fields) -> tuple[PhoneSpec, ...]:
    """The phones of a scene: of several, the first that holds is shown."""
    node = scene.node_of("phone")
    if node is None:
        return ()
    several = isinstance(node, ListNode)
    nodes = values.items(scene.desk, node, "phone", MOST_PHONES) if several else [node]
    found = [_phone(scene, one) for one in nodes]
    return tuple([one for one in found if one is not None])


def _phone(scene: Fields, node: Node) -> PhoneSpec | None:
    desk = scene.desk
    if isinstance(node, Scalar):
        word = _known(values.one_of(desk, node, "phone", SHOWS))
        return None if word is None else _of_system(scene, PhoneSpec(word, node.source))
    fields = Fields(desk, node, "The phone", _LIKE)
    fields.require("shows", f"shows: {', '.join(SHOWS[:-1])} or {SHOWS[-1]}")
    shows = _known(fields.one_of("shows", SHOWS, ""))
    for key, kinds in _BELONGS.items():
        if key in fields and shows is not None and shows not in kinds:
            other = f"shows: {' or '.join(kinds)}"
            desk.report("S032", fields.map.keys[key], one=key, other=other, hint="")
    spec = PhoneSpec(
        shows or "app",
        node.source,
        fields.condition("if"),
        fields.ref("with", "person") or "",
        fields.text("name"),
        _voices(fields),
        fields.measure("since", time_of_day),
        fields.ref("system", "system") or "",
        fields.prose("text", MOST_TEXT, spoken=True),
    )
    if shows == "ranking":
        fields.require("text", "text: a line for each, as “xiaoyu: 231”")
    fields.done()
    return None if shows is None else _of_system(scene, spec)


def _known(word: str | None) -> Shows | None:
    return next((one for one in SHOWS if one == word), None)


def _voices(fields: Fields) -> tuple[str, ...]:
    """One person, or a list of them."""
    node = fields.given.get("voice")
    if isinstance(node, ListNode | MapNode) or node is None:
        return fields.refs("voice", "person")
    one = fields.ref("voice", "person")
    return () if one is None else (one,)


def _of_system(scene: Fields, spec: PhoneSpec) -> PhoneSpec:
    """The phone with the system that it is of: the only one, if it does not say."""
    if spec.shows not in _BELONGS["system"] or spec.system:
        return spec
    known = [*scene.desk.ids.get("system", {})]
    if len(known) == 1:
        return PhoneSpec(spec.shows, spec.source, spec.shown_if, system=known[0], text=spec.text)
    node = scene.given["phone"]
    hint = f"phone: {{shows: {spec.shows}, system: …}}: one of {', '.join(known)}." if known else ""
    scene.desk.report("S021", node, what="The phone", key="system", hint=hint)
    return spec
