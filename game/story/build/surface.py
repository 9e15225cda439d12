"""What scenes and their arms build alike."""

from __future__ import annotations

from typing import NamedTuple

from game.story.fields import Fields
from game.story.measures import moment, time_of_day, wait
from game.story.prose import Prose, constant
from game.story.values import MOST_TEXT
from game.story.yaml_nodes import Scalar

NO_TEXT = constant("")
"""Stands where a text is wrong or missing."""


def text_of(fields: Fields, *, required: bool) -> Prose:
    """The text of a scene; empty where it is wrong or missing."""
    if required:
        fields.require("text")
    return fields.prose("text", MOST_TEXT, spoken=True) or NO_TEXT


def life_of(fields: Fields) -> str | None:
    """The life that a scene switches to, which needs a calendar."""
    found = fields.ref("life", "life")
    if found in fields.desk.ids.get("life", {}) and found not in fields.desk.calendars:
        fields.desk.report("S041", fields.map.entries["life"], id=found)
    return found


class When(NamedTuple):
    """When a scene is, as in the model; all three are as they are there if nothing is said."""

    at: int | None
    clock: int | None
    after: int


def when_of(fields: Fields) -> When:
    """When a scene is: `at` a moment or a time of day, or `after` some time."""
    after = fields.measure("after", wait) or 0
    fields.exclude("at", "after")
    node = fields.node_of("at")
    if isinstance(node, Scalar) and ":" in node.text and "-" not in node.text:
        return When(None, fields.measure("at", time_of_day), after)
    return When(fields.measure("at", moment), None, after)
