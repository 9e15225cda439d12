"""How a scene's or a choice's own keys go over those of the parts it uses."""

from __future__ import annotations

from game.story.yaml_nodes import MapNode, Node

_BODIES = frozenset({"choices", "arms"})
"""Joined id by id, and where both have an id, key by key."""
_JOINED = frozenset({"set", "words", "outcomes", "cuts", "stage"})
"""Joined id by id."""
_ONE_OF = (("choices", "play", "go", "call", "return", "end"), ("at", "after"))
"""Whoever has one of these does without all others of the same row."""
_GOES_WITH = {"then": "call", "words": "play", "outcomes": "play"}


def merged(under: MapNode, over: MapNode) -> MapNode:
    """A mapping of both: first what is `under`, in its order, then what is new. Where both
    have a key, the one that is `over` wins, unless both can be joined."""
    left = {key for row in _ONE_OF for key in _given_up(row, under, over)}
    left |= {key for key, first in _GOES_WITH.items() if first in left}
    found = MapNode(over.page, over.line, over.column, whole=under.whole and over.whole)
    for key, node in under.entries.items():
        if key in left and key not in over.entries:
            continue
        own = over.entries.get(key)
        found.entries[key] = node if own is None else _both(key, node, own)
        found.keys[key] = over.keys.get(key, under.keys[key])
    for key, node in over.entries.items():
        found.entries.setdefault(key, node)
        found.keys.setdefault(key, over.keys[key])
    return found


def changed(node: MapNode, key: str, entries: dict[str, Node]) -> MapNode:
    """The mapping, with others for the entries of the mapping under this key."""
    old = node.entries[key]
    assert isinstance(old, MapNode)
    new = MapNode(old.page, old.line, old.column, entries, old.keys, old.whole)
    both = {**node.entries, key: new}
    return MapNode(node.page, node.line, node.column, both, node.keys, node.whole)


def without(node: MapNode, key: str) -> MapNode:
    """The mapping without this key."""
    if key not in node.entries:
        return node
    entries = {id: value for id, value in node.entries.items() if id != key}
    keys = {id: place for id, place in node.keys.items() if id != key}
    return MapNode(node.page, node.line, node.column, entries, keys, node.whole)


def _given_up(row: tuple[str, ...], under: MapNode, over: MapNode) -> set[str]:
    if not any(key in over.entries for key in row):
        return set()
    return {key for key in row if key in under.entries and key not in over.entries}


def _both(key: str, under: Node, over: Node) -> Node:
    if not isinstance(under, MapNode) or not isinstance(over, MapNode):
        return over
    if key in _JOINED:
        return _joined(under, over)
    return _bodies(under, over) if key in _BODIES else over


def _joined(under: MapNode, over: MapNode) -> MapNode:
    entries, keys = {**under.entries, **over.entries}, {**under.keys, **over.keys}
    return MapNode(over.page, over.line, over.column, entries, keys)


def _bodies(under: MapNode, over: MapNode) -> MapNode:
    found = _joined(under, over)
    for id, own in over.entries.items():
        other = under.entries.get(id)
        if isinstance(own, MapNode) and isinstance(other, MapNode):
            found.entries[id] = merged(other, own)
    return found
