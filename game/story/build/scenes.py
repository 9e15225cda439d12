"""Builds chapters and scenes with their choices."""

from __future__ import annotations

from typing import Any

from game.story import values
from game.story.build.arms import arms, terms
from game.story.build.effects import effects, only_sets
from game.story.build.field import field
from game.story.build.phones import phones
from game.story.build.plays import play
from game.story.build.renames import claim, formers
from game.story.build.stage import stage
from game.story.build.surface import NO_TEXT, life_of, text_of, when_of
from game.story.build.ways import WAY_HINT, WAYS, way
from game.story.desk import Desk
from game.story.fields import Fields
from game.story.model import Beginning, Chapter, Choice, Content, Scene
from game.story.parts import USE
from game.story.reserved import COMMANDS, WAYS_ON
from game.story.yaml_nodes import MapNode, Node, Scalar

MOST_CHOICES = 60

_SELDOM = frozenset(
    {"needs", "reason", "gate", "once", "kind", "sees", "misses", "so-far", "was"}
    | {"play", "words", "outcomes"}
)


def chapter(desk: Desk, root: MapNode) -> Chapter:
    """The head of a chapter file."""
    fields = Fields(desk, root, "A chapter")
    fields.require("title")
    return Chapter(
        fields.text("chapter"),
        fields.prose("title") or NO_TEXT,
        content(fields),
        harmless=says_none(fields),
        about=fields.text("about"),
        begin=beginning(fields),
    )


def beginning(chapter: Fields) -> Beginning | None:
    """Where a run begins with this chapter: a scene, or a mapping with what is set, too."""
    node = chapter.node_of("begin")
    if node is None:
        return None
    if not isinstance(node, MapNode):
        return Beginning(chapter.ref("begin", "scene") or "")
    fields = Fields(chapter.desk, node, "A beginning", "{scene: a-scene, set: {told: true}}")
    found = Beginning(fields.need_ref("scene", "scene"), only_sets(fields))
    fields.done()
    return found


def content(fields: Fields) -> Content | None:
    """Content notes, and the scene that only tells."""
    instead = fields.ref("instead", "scene")
    notes = () if says_none(fields) else fields.texts("content")
    if "instead" in fields and "content" not in fields:
        place = fields.map.keys["instead"]
        hint = "content: [what comes, in a few words]"
        fields.desk.report("S032", place, one="instead", other="content", hint=hint)
    return Content(notes, instead) if notes else None


def says_none(fields: Fields) -> bool:
    """Whether the author says that there is nothing to note: `content: none`."""
    node = fields.node_of("content")
    return isinstance(node, Scalar) and node.text == "none"


def scene(desk: Desk, id: str, chapter: str, node: Node) -> Scene:
    """A scene, with both its arms if it is a pair."""
    fields = Fields(desk, node, f"The scene {id}")
    key = desk.ids["scene"][id]
    pair = "pair" in fields
    when = when_of(fields)
    base = Scene(
        id,
        chapter,
        text_of(fields, required=not pair),
        key.source,
        title=fields.prose("title"),
        life=life_of(fields),
        at=when.at,
        clock=when.clock,
        after=when.after,
        place=fields.ref("place", "place"),
        content=content(fields),
        cards=fields.refs("cards", "card"),
        effects=effects(fields, takes=False),
        choices=_choices(fields, pair),
        way=way(fields, more=("choices",)),
        pair=terms(fields),
        cuts=_cuts(fields),
        was=formers(fields),
        asks=field(fields),
        phones=phones(fields),
        stage=stage(fields),
        shows=fields.ref("shows", "place"),
        sounds=fields.refs("sounds", "sound"),
    )
    _check_stage(fields, pair)
    claim(desk, base.was, node, desk.ids["scene"], desk.ids.setdefault("former scene", {}))
    if fields.readable and not any(key in fields for key in ("choices", *WAYS)):
        desk.report("S070", key, what=fields.what, hint=f"choices, or {WAY_HINT}")
    if pair or "arms" in fields:
        base = arms(fields, base)
    fields.done((USE,))
    return base


def _check_stage(fields: Fields, pair: bool) -> None:
    """Whoever is on stage needs a picture to be in; in a pair, each arm may have its own."""
    if "stage" in fields and not pair and "place" not in fields and "shows" not in fields:
        node, hint = fields.map.keys["stage"], "The spots stand in the place's picture."
        fields.desk.report("S032", node, one="stage", other="place or shows", hint=hint)


def _cuts(fields: Fields) -> dict[str, str]:
    """The scene that stands in for this one, by cut."""
    found: dict[str, str] = {}
    for id, key, node in fields.entries("cuts", "cuts"):
        fields.desk.known("cut", id, key)
        scene = values.reference(fields.desk, node, id, "scene")
        if scene is not None:
            found[id] = scene
    return found


def _choices(fields: Fields, pair: bool) -> tuple[Choice, ...]:
    desk = fields.desk
    found: list[Choice] = []
    choices = fields.map.entries.get("choices")
    among = choices.entries if isinstance(choices, MapNode) else {}
    former: dict[str, Node] = {}
    for id, key, node in fields.entries("choices", "choices"):
        if id in WAYS_ON or id in COMMANDS:
            desk.report("S033" if id in WAYS_ON else "S035", key, id=id)
        if len(found) < MOST_CHOICES:
            found.append(choice(desk, id, key, node, pair))
            claim(desk, found[-1].was, node, among, former)
    if isinstance(choices, MapNode):
        count = len(choices.entries)
        if count > MOST_CHOICES:
            desk.report(
                "S028", choices, what=fields.what, count=count, things="choices", most=MOST_CHOICES
            )
        if not count:
            desk.report("S029", choices, key="choices")
    return tuple(found)


def choice(desk: Desk, id: str, key: Scalar, node: Node, pair: bool) -> Choice:
    """A choice; in a `pair`, its text may stand in the arms."""
    fields = Fields(desk, node, f"The choice {id}", "{text: Go home., go: a-scene}")
    if not pair:
        fields.require("text")
    found = Choice(
        id,
        fields.prose("text") or NO_TEXT,
        key.source,
        shown_if=fields.condition("if"),
        effects=effects(fields, takes=True),
        way=way(fields, more=("play",)),
        **_seldom(fields),
    )
    _check_reason(fields)
    if "kind" in fields and not pair:
        place, problem = fields.map.keys["kind"], "Only the choices of a pair are kind or not."
        desk.report("S074", place, problem=problem, hint="The scene needs pair: and arms:.")
    if fields.readable and not any(way in fields for way in ("play", *WAYS)):
        desk.report("S070", key, what=fields.what, hint=f"{WAY_HINT}, or play")
    fields.done((USE,))
    return found


def _seldom(fields: Fields) -> dict[str, Any]:
    """What few choices have."""
    if fields.has_none(_SELDOM):
        return {}
    return {
        "needs": fields.condition("needs"),
        "reason": fields.prose("reason"),
        "gate": fields.ref("gate", "gate"),
        "once": bool(fields.flag("once")),
        "kind": fields.flag("kind"),
        "sees": fields.prose("sees"),
        "misses": fields.prose("misses"),
        "so_far": fields.prose("so-far"),
        "play": play(fields),
        "was": formers(fields),
    }


def _check_reason(fields: Fields) -> None:
    desk = fields.desk
    if "needs" in fields and "reason" not in fields:
        place = fields.map.keys["needs"]
        hint = "reason: Her line is engaged."
        desk.report("S032", place, one="needs", other="reason", hint=hint)
    if "reason" in fields and "needs" not in fields and "gate" not in fields:
        place = fields.map.keys["reason"]
        desk.report("S032", place, one="reason", other="needs or gate", hint="")
