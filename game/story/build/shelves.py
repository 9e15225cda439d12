"""Builds what stands on the shelves: variables, lives, deeds, places, cards, statements;
and cuts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from game.story import values
from game.story.build.stage import stage
from game.story.desk import ID, Desk
from game.story.expressions.tree import RESERVED
from game.story.fields import Fields
from game.story.measures import moment
from game.story.model import (
    Card,
    CardKind,
    Cut,
    DeedKind,
    Life,
    Overlay,
    Place,
    Statement,
    Truth,
    Variable,
)
from game.story.systems import HolderKind
from game.story.yaml_nodes import MapNode, Node

HOLDERS = get_args(HolderKind)
CARDS = get_args(CardKind)
TRUTHS = get_args(Truth)
MOST_CARD = 2_000
MOST_ORIGIN = 1_000
MOST_STATEMENT = 200
MOST_OVERLAYS = 20
"""Over one place: each is a whole picture to be drawn."""
_NEEDS_PICTURE = {
    "over": "It is laid over the place's own picture.",
    "stage": "The spots stand in the place's own picture.",
}
_VARIABLE_HINT = "Write false, 0, {number: 0, least: 0} or {word: calm, of: [calm, cross]}."


def variable(desk: Desk, id: str, node: Node) -> Variable:
    """A variable: `false`, `0`, or a mapping with its start and its bounds or words."""
    if values.is_flag(node):
        return Variable(id, "flag", bool(values.flag(desk, node, id)))
    if values.is_number(node):
        return Variable(id, "number", values.number(desk, node, id) or 0)
    if not isinstance(node, MapNode):
        values.wrong(desk, node, id, "a flag, a number or a table", _VARIABLE_HINT)
        return Variable(id, "flag", False)
    fields = Fields(desk, node, f"The variable {id}")
    if "word" in fields:
        return _word(fields, id)
    fields.require("number", _VARIABLE_HINT)
    limit = values.LIMIT
    least = fields.number("least", -limit, -limit, limit)
    most = fields.number("most", limit, -limit, limit)
    if least > most:
        desk.report("S091", node, problem=f"The least of {id} is more than its most.", hint="")
        least, most = -limit, limit
    start = fields.number("number", max(least, min(0, most)), least, most)
    fields.done()
    return Variable(id, "number", start, least, most)


def _word(fields: Fields, id: str) -> Variable:
    fields.require("of", "All words that it can be: of: [calm, cross].")
    words = tuple(dict.fromkeys(fields.texts("of")))
    for node in fields.items("of"):
        word = getattr(node, "text", "")
        if word and (not ID.fullmatch(word) or word in RESERVED):
            fields.desk.report("S033" if word in RESERVED else "S024", node, id=word)
    start = fields.one_of("word", words, words[0] if words else "")
    fields.done()
    return Variable(id, "word", start, words=words)


def life(desk: Desk, id: str, node: Node) -> Life:
    """A holder of standings; with `starts`, one with a calendar."""
    fields = Fields(desk, node, f"The life {id}")
    found = Life(
        id,
        fields.need_text("name"),
        fields.one_of("kind", HOLDERS, "person"),  # type: ignore[arg-type]
        fields.refs("of", "life"),
        fields.measure("starts", moment),
        _opens(fields),
        fields.refs("friends", "life"),
    )
    fields.done()
    if id in found.of or id in found.friends:
        desk.report("S091", node, problem=f"{id} cannot belong to itself.", hint="")
    return found


STANDING_BOUNDS = (-1_000_000, 1_000_000)
LIST_BOUNDS = (0, 1)
"""On a list, 0 is off it and 1 on it."""


def _opens(fields: Fields) -> dict[str, int]:
    found: dict[str, int] = {}
    for system, key, node in fields.entries("opens", "opens"):
        fields.desk.known("system", system, key)
        names = fields.desk.names.systems.get(system)
        least, most = LIST_BOUNDS if names and names.scale == "list" else STANDING_BOUNDS
        found[system] = values.number(fields.desk, node, system, least, most) or 0
    return found


def deed(desk: Desk, id: str, node: Node) -> DeedKind:
    """A kind of deed: its name, or a mapping with its unit too."""
    if not isinstance(node, MapNode):
        return DeedKind(id, values.text(desk, node, id) or "")
    fields = Fields(desk, node, f"The deed {id}")
    unit = fields.optional_text("unit")
    found = DeedKind(id, fields.need_text("name"), unit, unit == "minutes")
    fields.done()
    return found


def place(desk: Desk, id: str, node: Node) -> Place:
    """A place: its name, or a mapping with its pictures too."""
    if not isinstance(node, MapNode):
        return Place(id, values.text(desk, node, id) or "")
    fields = Fields(desk, node, f"The place {id}")
    found = Place(
        id,
        fields.need_text("name"),
        fields.optional_text("picture"),
        tuple(_overlays(fields)),
        fields.ref("sound", "sound"),
        stage(fields),
    )
    for key, hint in _NEEDS_PICTURE.items():
        if key in fields and "picture" not in fields:
            desk.report("S032", fields.map.keys[key], one=key, other="picture", hint=hint)
    fields.done()
    return found


def _overlays(place: Fields) -> Iterator[Overlay]:
    for node in place.items("over", MOST_OVERLAYS):
        fields = Fields(
            place.desk, node, "What is laid over a picture", "{if: late, picture: night.svg}"
        )
        fields.require("picture")
        file = fields.node_of("picture") or node
        yield Overlay(fields.text("picture"), file.source, fields.condition("if"))
        fields.done()


def card(desk: Desk, id: str, node: Node) -> Card:
    """A card; where it stands must be said unless it is fiction."""
    fields = Fields(desk, node, f"The card {id}", "{kind: fiction, says: It is made up.}")
    fields.require("kind", f"It can be: {', '.join(CARDS)}.")
    kind = fields.one_of("kind", CARDS, "fiction")
    says = fields.need_text("says", MOST_CARD)
    origin = fields.text("source", most=MOST_ORIGIN) or None
    if kind != "fiction" and "source" not in fields:
        fields.require("source", "Only fiction needs none.")
    fields.done()
    return Card(id, kind, says, origin)  # type: ignore[arg-type]


def statement(desk: Desk, id: str, node: Node) -> Statement:
    """A statement to be judged, with the card that answers it: not one of fiction."""
    like = "{says: The moon is far., is: true, card: moon}"
    fields = Fields(desk, node, f"The statement {id}", like)
    fields.require("is", f"It can be: {', '.join(TRUTHS)}.")
    found = Statement(
        id,
        fields.need_text("says", MOST_STATEMENT),
        fields.one_of("is", TRUTHS, "true"),  # type: ignore[arg-type]
        fields.need_ref("card", "card"),
        fields.text("source", most=MOST_ORIGIN) or None,
    )
    fields.done()
    if desk.names.cards.get(found.card) == "fiction":
        desk.report("S147", fields.map.entries["card"], id=id, card=found.card)
    return found


def cut(desk: Desk, id: str, node: Node) -> Cut:
    """A cut: its name, or a mapping with what it is about, too."""
    if not isinstance(node, MapNode):
        return Cut(id, values.text(desk, node, id) or "")
    fields = Fields(desk, node, f"The cut {id}")
    found = Cut(id, fields.need_text("name"), fields.text("about"))
    fields.done()
    return found
