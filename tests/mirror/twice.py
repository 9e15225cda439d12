"""A small story in which a neighbour knocks twice, once under the clerk's eye, for tests of what is
kept and shown of it."""

from __future__ import annotations

from pathlib import Path

from game.story.model import Story
from tests.play.small import SYSTEM, small

KNOCKS = """\
yard:
  text: The yard.
  choices:
    wait: {text: Wait., go: knock}
    stroll: {text: Stroll., go: street}
    leave: {text: Leave., end: over}
street: {text: The street., go: corner}
corner: {text: The corner., go: bridge}
bridge: {text: The bridge., go: yard}
knock:
  pair: {name: A knock, cost: a coat, benefit: somebody is warm, effort: small}
  text: A knock.
  arms:
    at-stake: {place: here, text: The clerk is here.}
    not-at-stake: {place: there, text: The clerk is out.}
  choices:
    give: {text: Give the coat., deeds: [good], kind: true, misses: the moth hole, go: yard}
    keep: {text: Keep the coat., kind: false, go: yard}
"""

WATCHED = SYSTEM.replace("{clerk: always}", "{clerk: {at: [here]}}")

STROLL = ("stroll", "on", "on", "on")
"""Long enough that the second knock counts."""


def knocks(folder: Path, system: str = WATCHED) -> Story:
    """The story; its folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    return small(folder, KNOCKS, system)
