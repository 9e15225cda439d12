"""First walk over a story: what has a name, so that the builders can check every mention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.story.build.shelves import variable
from game.story.desk import Desk
from game.story.expressions import Names, SystemNames
from game.story.expressions.tree import RESERVED, WHOLE
from game.story.fields import Fields
from game.story.files import HEAD
from game.story.model import WAY_ON, Variable
from game.story.parts import PARTS
from game.story.plurals import ENGLISH, Plurals
from game.story.prose.tags import TAGS
from game.story.stage import NOBODY
from game.story.taint import tainted
from game.story.values import text
from game.story.yaml_nodes import MapNode, Node, Scalar

SHELVES = {
    "people": "person",
    "lives": "life",
    "variables": "variable",
    "deeds": "deed",
    "places": "place",
    "cards": "card",
    "figures": "figure",
    "sounds": "sound",
    "statements": "statement",
}
ANYWHERE = (*SHELVES, PARTS)
"""What may stand at the top of every file."""
CHAPTER_PARTS = {"scenes": "scene", "pools": "pool"}
CHAPTER_KEYS = ("chapter", "title", "about", "begin", "content", "instead", *CHAPTER_PARTS)
BESIDE_A_DEED = ("to", "by", "at", "in", "about", "witness")
"""What stands beside a deed where one is done or written down: no deed can be called so."""
SYSTEM_PARTS = {"bands": "band", "gates": "gate"}


def declare(desk: Desk, roots: list[MapNode]) -> dict[str, Variable]:
    """Notes every id of the story at the desk, and the names that expressions may use. The
    variables are built on the way, as expressions are checked by their kinds."""
    for root in roots:
        top = Fields(desk, root, "A file")
        for shelf, kind in SHELVES.items():
            for id, key, _ in top.entries(shelf, shelf):
                desk.declare(kind, id, key)
        if "story" in root.entries:
            for id, key, _ in top.entries("cuts", "cuts"):
                desk.declare("cut", id, key)
        for head in ("system", "chapter"):
            node = root.entries.get(head)
            if isinstance(node, Scalar):
                desk.declare(head, node.text, node)
        if "chapter" in root.entries:
            for part, kind in CHAPTER_PARTS.items():
                for id, key, _ in top.entries(part, part):
                    desk.declare(kind, id, key)
        if "system" in root.entries:
            for part, kind in SYSTEM_PARTS.items():
                for id, key, _ in top.entries(part, part):
                    desk.declare(kind, id, key)
    _check_clashes(desk)
    variables = {
        id: variable(desk, id, node) for id, node in declared(desk, roots, "variables", "variable")
    }
    desk.people = {
        id: text(desk, node, id) or id for id, node in declared(desk, roots, "people", "person")
    }
    desk.calendars = {
        id for id, node in declared(desk, roots, "lives", "life") if "starts" in _keys(node)
    }
    desk.timed = {
        id for id, node in declared(desk, roots, "deeds", "deed") if _is(node, "unit", "minutes")
    }
    desk.postures = {
        id: tuple(_keys(node)) for id, node in declared(desk, roots, "figures", "figure")
    }
    names = _names(desk, roots, variables)
    desk.names = replace(names, tainted=tainted(names, _sets(desk, roots)))
    return variables


def declared(desk: Desk, roots: list[MapNode], key: str, kind: str) -> Iterator[tuple[str, Node]]:
    """Id and value of everything declared under this key, in order; second ones left out."""
    known = desk.ids.get(kind, {})
    for root in roots:
        shelf = root.entries.get(key)
        if isinstance(shelf, MapNode):
            keys = shelf.keys
            for id, node in shelf.entries.items():
                if known.get(id) is keys[id]:
                    yield id, node


def _check_clashes(desk: Desk) -> None:
    taken: dict[str, str] = {}
    for kind in ("variable", "band", "gate"):
        for id, node in desk.ids.get(kind, {}).items():
            if id in RESERVED or (kind == "variable" and id in TAGS):
                desk.report("S033", node, id=id)
            elif id in taken:
                desk.report("S034", node, kind=kind, id=id, other=taken[id])
            taken.setdefault(id, kind)
    if WHOLE in desk.ids.get("cut", {}):
        desk.report("S033", desk.ids["cut"][WHOLE], id=WHOLE)
    for id, node in desk.ids.get("pool", {}).items():
        if id in desk.ids.get("scene", {}):
            desk.report("S110", node, id=id)
    for kind, taken_words in (("deed", BESIDE_A_DEED), ("figure", (NOBODY,))):
        for id, node in desk.ids.get(kind, {}).items():
            if id in taken_words:
                desk.report("S033", node, id=id)


def _names(desk: Desk, roots: list[MapNode], variables: dict[str, Variable]) -> Names:
    scenes = dict(declared(desk, roots, "scenes", "scene"))
    systems: dict[str, SystemNames] = {}
    for root in roots:
        head = root.entries.get("system")
        if isinstance(head, Scalar) and desk.ids.get("system", {}).get(head.text) is head:
            scale = root.entries.get("scale")
            systems[head.text] = SystemNames(
                scale.text if isinstance(scale, Scalar) else "points",
                tuple(_keys(root.entries.get("tiers"))),
            )
    return Names(
        variables=variables,
        bands=desk.ids.get("band", {}),
        gates=desk.ids.get("gate", {}),
        scenes={id: choices_of(node) for id, node in scenes.items()},
        pairs={id for id, node in scenes.items() if "pair" in _keys(node)},
        systems=systems,
        lives=desk.ids.get("life", {}),
        deeds=desk.ids.get("deed", {}),
        cards={id: _card_kind(node) for id, node in declared(desk, roots, "cards", "card")},
        cuts=desk.ids.get("cut", {}),
        plurals=Plurals(_language(roots)),
    )


def _language(roots: list[MapNode]) -> str:
    """The story's language, as its head has it."""
    found = (root.entries.get("language") for root in roots if root.page.path == HEAD)
    node = next(found, None)
    return node.text.strip() if isinstance(node, Scalar) else ENGLISH


def _keys(node: Node | None) -> dict[str, Node]:
    return node.entries if isinstance(node, MapNode) else {}


def _is(node: Node, key: str, text: str) -> bool:
    value = _keys(node).get(key)
    return isinstance(value, Scalar) and value.text.strip() == text


def _sets(desk: Desk, roots: list[MapNode]) -> Iterator[tuple[str, Node]]:
    """Variable and new value of every setting in the story."""
    for root in roots:
        if "chapter" in root.entries:
            yield from _keys(_keys(root.entries.get("begin")).get("set")).items()
    for _, scene in declared(desk, roots, "scenes", "scene"):
        choices = _keys(_keys(scene).get("choices")).values()
        outcomes = (one for node in choices for one in _keys(_keys(node).get("outcomes")).values())
        for node in (scene, *choices, *outcomes):
            yield from _keys(_keys(node).get("set")).items()


def choices_of(scene: Node) -> tuple[str, ...]:
    """The ids of a scene's choices."""
    return tuple(_keys(_keys(scene).get("choices"))) or (WAY_ON,)


def _card_kind(card: Node) -> str:
    kind = _keys(card).get("kind")
    known = isinstance(kind, Scalar) and kind.text in ("document", "research", "fiction")
    return kind.text if known and isinstance(kind, Scalar) else "fiction"
