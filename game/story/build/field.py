"""Builds the field of a scene: letters can be typed into it, and it keeps none of them."""

from __future__ import annotations

from game.story import values
from game.story.build.surface import NO_TEXT
from game.story.fields import Fields
from game.story.model import Field
from game.story.yaml_nodes import ListNode

_LIKE = "{label: Your name, emptied: [You take it back., You take it back again.]}"


def field(fields: Fields) -> Field | None:
    """The field of a scene, if it has one."""
    node = fields.node_of("field")
    if node is None:
        return None
    inner = Fields(fields.desk, node, "The field", _LIKE)
    inner.require("label", "label: Your name")
    inner.require("emptied", "emptied: [You take it back.]")
    texts = [
        values.prose(inner.desk, item, "emptied", values.MOST_LABEL, spoken=True)
        for item in inner.items("emptied")
    ]
    emptied = inner.given.get("emptied")
    if isinstance(emptied, ListNode) and not texts:
        inner.desk.report("S029", emptied, key="emptied")
    label = inner.prose("label") or NO_TEXT
    inner.done()
    return Field(label, tuple([text for text in texts if text is not None]))
