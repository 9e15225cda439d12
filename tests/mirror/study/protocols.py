"""A small story with a pair, and a protocol that asks about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.mirror.study.kept import sealed
from game.mirror.study.protocol import Outcome, Study
from game.story.model import Story
from tests.play.small import PAIR, small

KNOCK = PAIR.replace(
    "    keep:",
    "    look: {text: Look through the door., call: glance}\n    keep:",
)
GLANCE = "glance: {text: Snow., return: true}\n"

PROTOCOL = """\
study: warm-coats
story: small
question: Does a number on the screen change whether people give the coat?
arms: [hidden, shown]
outcome:
  pair: knock
  at: at-stake
  options: [give]
  words: gave the coat
target: 40
margin: 10
host: The Harbour Museum, information desk
"""

STUDY = sealed(
    Study(
        id="warm-coats",
        story="small",
        question="Does a number on the screen change whether people give the coat?",
        outcome=Outcome("knock", "at-stake", frozenset({"give"}), "gave the coat"),
        arms=("hidden", "shown"),
        target=40,
        margin=10,
        host="The Harbour Museum, information desk",
        seen_by="",
        fingerprint="",
    )
)


def story(folder: Path) -> Story:
    """The story that the protocol asks about."""
    home = folder / "story"
    home.mkdir(exist_ok=True)
    return small(home, KNOCK + GLANCE)


def aiming_at(target: int) -> Study:
    """The study with another target."""
    return sealed(replace(STUDY, target=target))
