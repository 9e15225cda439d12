"""What scenes and their arms build alike."""

from __future__ import annotations

from game.story.fields import Fields
from game.story.prose import Prose, constant
from game.story.values import MOST_TEXT

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
